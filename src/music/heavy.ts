import { composeTask } from './composer/compose-task.js'
import { assembleSong } from './assemble-song.js'

/** What runs in a worker thread: pure functions of one plain value. Each takes milliseconds that the event loop has not got. */
export const heavy = {
  /** The embedded composer: one agent's task. */
  compose: composeTask,
  /** Plan, words and notes to a whole song with its checks. */
  assemble: assembleSong,
} as const
