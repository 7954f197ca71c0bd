import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { within } from '../../src/domain/stopped.js'
import { AppError } from '../../src/errors.js'
import type { Renderer, Task, Told } from './task.js'

/** The engraver takes some 250 MB in each thread. */
const mostThreads = 2
/** Milliseconds after which an idle thread ends and gives its memory back. */
const idle = 60_000
/** Milliseconds after which a rendering is taken to hang, and its thread is ended. */
const longest = 60_000
/** Files that may wait: beyond it a file would be late anyhow, and it is kinder to say so at once. */
const mostWaiting = 200

/** Renders in worker threads, at most two, none while there is nothing to do. */
export function poolRenderer(): Renderer {
  const pool = new Piscina<Task, Told>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: 0,
    maxThreads: Math.min(mostThreads, availableParallelism()),
    idleTimeout: idle,
    // Else a thread sleeps between tasks without a turn of its event loop, in which what native code holds is given back: a
    // picture's pixels, 14 MB a song.
    atomics: 'disabled',
  })
  return {
    async render(song, wanted) {
      if (pool.queueSize >= mostWaiting) {
        throw new AppError('unavailable', 'Too many scores are being drawn just now. Please try again in a moment.', {
          retryAfter: 5,
        })
      }
      const told = await within(longest, undefined, (hangs) =>
        pool.run({ song, wanted }, { signal: hangs }).catch((cause: unknown) => {
          throw hangs.aborted
            ? new AppError('timeout', 'Making the file took too long and was stopped.', { cause })
            : cause
        }),
      )
      if (!told.ok) throw new AppError(told.code, told.message, { cause: new Error(told.stack) })
      return told.bytes
    },
    close: () => pool.close(),
  }
}
