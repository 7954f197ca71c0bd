import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { stopped, unlessStopped } from '../domain/stopped.js'
import { AppError } from '../errors.js'
import { buildGraph } from './graph.js'
import type { Progress } from './progress.js'
import type { Run, WorkflowContext } from './run-context.js'
import { firstState } from './state.js'

export interface RunOptions {
  /** The song's id (uuid). */
  id: string
  signal?: AbortSignal
  /** Told in order and at once; what it throws is logged and changes nothing. */
  onProgress?: (progress: Progress) => void
}

/** Beyond a song's time no model is asked any more; this much longer the embedded composer may take to deliver. */
const grace = 60_000

/** A run's clock, signal and listener for the nodes. */
export function startRun(ctx: WorkflowContext, { signal, onProgress }: Omit<RunOptions, 'id'>): Run {
  const songMs = ctx.config.songSeconds * 1000
  const ends = performance.now() + songMs
  const limit = AbortSignal.timeout(songMs + grace)
  return {
    ctx,
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
    timeFor: (task) => Math.round(Math.min(ctx.config.stepSeconds[task] * 1000, ends - performance.now())),
    report(progress) {
      try {
        onProgress?.(progress)
      } catch (err) {
        ctx.log.error({ err }, 'A listener to progress failed')
      }
    },
  }
}

const graph = buildGraph({ interactive: false })

/**
 * Makes a song of a request. Rejects with AppError `cancelled` at once when the signal is raised, `timeout` when it took far
 * too long; whatever models do, a song is delivered.
 */
export async function composeSong(
  ctx: WorkflowContext,
  request: MashupRequest,
  { id, signal, onProgress }: RunOptions,
): Promise<Song> {
  const run = startRun(ctx, { signal, onProgress })
  const endTimer = ctx.metrics.workflowSeconds.startTimer()
  try {
    const { song } = await unlessStopped(run.signal, () =>
      graph.invoke(firstState(id, request), { signal: run.signal, context: { run } }),
    )
    if (!song) throw new AppError('internal', 'The workflow ended without a song.')
    ctx.metrics.qualityScore.observe(song.quality.score)
    return song
  } catch (thrown) {
    throw run.signal.aborted ? stopped(run.signal) : thrown
  } finally {
    endTimer()
  }
}
