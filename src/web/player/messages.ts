import type { Score } from './score.js'

/** What the page asks of the worker that renders. `run` counts playings: pieces of an earlier one are thrown away. */
export type ToWorker =
  | { type: 'prepare'; sampleRate: number }
  | { type: 'play'; run: number; score: Score; from: number; rate: number; frames: number; sampleRate: number }
  | { type: 'more'; run: number; frames: number; sampleRate: number }

/** `samples`: left and right of each layer, in the order of `layerNames`; `from` and `to` in beats. */
export type FromWorker =
  | { type: 'prepared' }
  | { type: 'piece'; run: number; from: number; to: number; samples: Float32Array<ArrayBuffer>[] }
  | { type: 'over'; run: number }
  | { type: 'failed'; why: string }
