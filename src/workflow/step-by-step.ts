import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { unlessStopped } from '../domain/stopped.js'
import { AppError } from '../errors.js'
import { buildGraph } from './graph.js'
import type { WorkflowContext } from './run-context.js'
import { firstState } from './state.js'
import { type RunOptions, withRun } from './with-run.js'

const graph = buildGraph({ interactive: false })

/** A song alone through the graph, from its first node to its last. */
export async function stepByStep(
  ctx: WorkflowContext,
  request: MashupRequest,
  { id, ...options }: RunOptions,
): Promise<Song> {
  const { song } = await withRun(ctx, options, (run) =>
    unlessStopped(run.signal, () => graph.invoke(firstState(id, request), { signal: run.signal, context: { run } })),
  )
  if (!song) throw new AppError('internal', 'The workflow ended without a song.')
  return song
}
