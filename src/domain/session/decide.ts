import type { Command, Deed, DeedType } from './commands.js'
import { decideArrangement } from './decide-arrangement.js'
import { decideHooks } from './decide-hooks.js'
import { decideLines } from './decide-lines.js'
import { decideRoom } from './decide-room.js'
import { decideStage } from './decide-stage.js'
import type { Circumstances, Decide, Outcome } from './decision.js'
import { notHere, outOfStage } from './refusals.js'
import { isOver } from './stages.js'
import { participantOf, type SessionState } from './state.js'

const table: { [T in DeedType]: Decide<T> } = {
  ...decideRoom,
  ...decideStage,
  ...decideHooks,
  ...decideLines,
  ...decideArrangement,
}

/** When all is over one can still go, and a teacher can come and look at what was held. */
const isForAfterwards = ({ type }: Deed, { role }: Circumstances): boolean =>
  type === 'leave' || type === 'judgeHeld' || (type === 'join' && role === 'teacher')

/**
 * The events that a command brings about: none when it changes nothing. Rejects with AppError: `forbidden` (not in the
 * session, not theirs to do), `conflict` (another stage, changed meanwhile, busy), `not_found` (a line or option that is gone).
 */
export function decide(state: SessionState, { deed }: Pick<Command, 'deed'>, given: Circumstances): Outcome[] {
  if (isOver(state.stage) && !isForAfterwards(deed, given)) throw outOfStage(state, '')
  if (deed.type !== 'join' && !participantOf(state, given.person)?.here) throw notHere()
  return (table[deed.type] as Decide<DeedType>)(state, deed, given)
}
