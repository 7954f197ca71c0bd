import type { Deed, DeedType } from './commands.js'
import type { SessionEvent } from './events.js'
import type { ParticipantRole, SurfaceName } from './stages.js'
import type { SessionState } from './state.js'

/** An event, and whose it is where it is not the commander's: a teacher releases what somebody else wrote elsewhere. */
export interface Outcome {
  event: SessionEvent
  by?: string
  surface?: SurfaceName | null
}

/** What a decision is given of the outside. */
export interface Circumstances {
  person: string
  /** What they may be in this session, when they join: a use case has found that out. */
  role: ParticipantRole
  /** Why the command's text may not be shown before a teacher has seen it; `null` when it may. */
  unsafe: string | null
  /** ISO 8601. */
  now: string
  /** A new id, different at each call. */
  newId: () => string
}

export type Decide<T extends DeedType> = (
  state: SessionState,
  deed: Extract<Deed, { type: T }>,
  given: Circumstances,
) => Outcome[]
