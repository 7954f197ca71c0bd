import { arrangementOptions } from './arrangement-options.js'
import { assembleSong } from './assemble-song.js'
import { composeTask } from './composer/compose-task.js'

/** What runs in a worker thread: pure functions of one plain value. Each takes milliseconds that the event loop has not got. */
export const heavy = {
  /** The embedded composer: one agent's task. */
  compose: composeTask,
  /** Plan, words and notes to a whole song with its checks. */
  assemble: assembleSong,
  /** Ways to play the words that a group has written. */
  arrange: arrangementOptions,
} as const
