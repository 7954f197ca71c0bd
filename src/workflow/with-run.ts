import { stopped, within } from '../domain/stopped.js'
import type { Progress } from './progress.js'
import type { Run, WorkflowContext } from './run-context.js'

export interface RunOptions {
  /** The song's id (uuid). */
  id: string
  signal?: AbortSignal
  /** Told in order and at once; what it throws is logged and changes nothing. */
  onProgress?: (progress: Progress) => void
}

/** Beyond a song's time no model is asked any more; this much longer the embedded composer may take to deliver. */
const grace = 60_000

/**
 * Does a run's work with a clock, a signal and a listener for the nodes. Rejects with AppError `cancelled` when the signal is
 * raised, `timeout` when all its time is over.
 */
export const withRun = <T>(
  ctx: WorkflowContext,
  { signal, onProgress }: Omit<RunOptions, 'id'>,
  work: (run: Run) => Promise<T>,
): Promise<T> => {
  const songMs = ctx.config.songSeconds * 1000
  const ends = performance.now() + songMs
  return within(songMs + grace, signal, async (own) => {
    const run: Run = {
      ctx,
      signal: own,
      timeFor: (task) => Math.round(Math.min(ctx.config.stepSeconds[task] * 1000, ends - performance.now())),
      report(progress) {
        try {
          onProgress?.(progress)
        } catch (err) {
          ctx.log.error({ err }, 'A listener to progress failed')
        }
      },
    }
    try {
      return await work(run)
    } catch (thrown) {
      throw own.aborted ? stopped(own) : thrown
    }
  })
}
