import { AppError } from '../../errors.js'
import type { SessionState } from './state.js'

/** Refusals of commands, in words for the one who gave it; nothing was changed. `reason` is what programs tell them apart by. */
export const notHere = () =>
  new AppError('forbidden', 'You are not in this session. Join it first.', { reason: 'not_in_session' })
export const notYours = (what: string) => new AppError('forbidden', what, { reason: 'not_allowed' })
export const outOfStage = ({ stage }: SessionState, what: string) =>
  new AppError(
    'conflict',
    stage === 'finished' || stage === 'cancelled'
      ? 'This session is over.'
      : `${what} The group is at another stage now: ${stage}.`,
    {
      reason: 'out_of_stage',
      faults: [{ at: 'stage', message: stage }],
    },
  )
export const gone = (what: string) => new AppError('not_found', what, { reason: 'gone' })
/** Two did the same at once: says what stands there now, so that the second can decide anew. */
export const changed = (what: string, now: string) =>
  new AppError('conflict', what, { reason: 'changed_meanwhile', faults: [{ at: 'now', message: now }] })
export const onlyTheGroup = () => notYours('Teachers look on here: the group votes.')
export const paused = () => notYours('The teacher has paused the AI.')
export const full = (size: number) =>
  new AppError('conflict', `This group is full: it has room for ${size}.`, { reason: 'group_full' })
export const unsafeRequest = (grade: number) =>
  new AppError('unsafe_topic', `This does not fit a song for grade ${grade}. Please say it in other words.`)
export const busy = () =>
  new AppError('conflict', 'The AI is still at work for this group. Wait for it, or stop it.', { reason: 'busy' })
