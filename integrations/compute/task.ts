import type { ErrorCode } from '../../src/errors.js'
import type { heavy } from '../../src/music/heavy.js'

/** What a worker thread is handed. `dropped` is shared memory: 1 when nobody waits for the result any more. */
export interface Task {
  name: keyof typeof heavy | 'song'
  input: unknown
  dropped: Int32Array
}

/** What it hands back. `stack` is for the log. */
export type Told = { ok: true; value: unknown } | { ok: false; code: ErrorCode; message: string; stack: string }
