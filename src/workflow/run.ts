import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { stopped, unlessStopped, within } from '../domain/stopped.js'
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

const graph = buildGraph({ interactive: false })

/**
 * The whole song in one thread, when no chat model is asked and nobody watches its steps: the event loop has nothing to do with
 * it then. `null` where that cannot be.
 */
async function inOneThread(
  { model, compute, metrics }: WorkflowContext,
  request: MashupRequest,
  { id, signal, onProgress }: RunOptions,
): Promise<Song | null> {
  if (onProgress || model.name !== 'embedded' || !compute.song) return null
  const whole = await compute.song({ id, request }, signal)
  for (const { agent, seconds } of whole?.took ?? []) {
    metrics.agentSeconds.observe({ agent }, seconds)
    metrics.modelCalls.inc({ provider: model.name, outcome: 'answered' })
  }
  return whole?.song ?? null
}

async function stepByStep(ctx: WorkflowContext, request: MashupRequest, { id, ...options }: RunOptions): Promise<Song> {
  const { song } = await withRun(ctx, options, (run) =>
    unlessStopped(run.signal, () => graph.invoke(firstState(id, request), { signal: run.signal, context: { run } })),
  )
  if (!song) throw new AppError('internal', 'The workflow ended without a song.')
  return song
}

/** Makes a song of a request. A raised signal rejects at once; whatever models do, a song is delivered. */
export async function composeSong(ctx: WorkflowContext, request: MashupRequest, options: RunOptions): Promise<Song> {
  const endTimer = ctx.metrics.workflowSeconds.startTimer()
  try {
    const song = (await inOneThread(ctx, request, options)) ?? (await stepByStep(ctx, request, options))
    ctx.metrics.qualityScore.observe(song.quality.score)
    return song
  } finally {
    endTimer()
  }
}
