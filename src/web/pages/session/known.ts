import type { SessionView } from '../../../domain/session/view-schema.js'
import type { Problem } from '../../api/problem.js'
import type { Typing } from './writers.js'

/** What this page knows of the session just now. */
export interface Known {
  /** `null` until the first answer, and for who is not in it. */
  view: SessionView | null
  queue: number | null
  /** Numbers of those who have the session open just now; `null` where that is not told. */
  online: readonly number[] | null
  typing: readonly Typing[]
  /** The agent that is at work. */
  step: string | null
  /** `live`: told as it happens; `asking`: every few seconds; `lost`: not reached just now, and tried again. */
  link: 'opening' | 'live' | 'asking' | 'lost'
  /** Why there is nothing to show. */
  problem: Problem | null
}

export const nothing: Known = {
  view: null,
  queue: null,
  online: null,
  typing: [],
  step: null,
  link: 'opening',
  problem: null,
}
