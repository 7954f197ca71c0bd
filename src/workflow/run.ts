import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import type { WorkflowContext } from './run-context.js'
import type { RunOptions } from './with-run.js'

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

/** LangGraph takes as long to load as dozens of songs to make: it is loaded with the first that needs it. */
async function inTheGraph(...song: [WorkflowContext, MashupRequest, RunOptions]): Promise<Song> {
  const { stepByStep } = await import('./step-by-step.js')
  return await stepByStep(...song)
}

/** Makes a song of a request. A raised signal rejects at once; whatever models do, a song is delivered. */
export async function composeSong(ctx: WorkflowContext, request: MashupRequest, options: RunOptions): Promise<Song> {
  const endTimer = ctx.metrics.workflowSeconds.startTimer()
  try {
    const song = (await inOneThread(ctx, request, options)) ?? (await inTheGraph(ctx, request, options))
    ctx.metrics.qualityScore.observe(song.quality.score)
    return song
  } finally {
    endTimer()
  }
}
