import { Command } from '@langchain/langgraph'
import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { stopped, unlessStopped } from '../domain/stopped.js'
import { AppError } from '../errors.js'
import { type DecisionStep, decisions, lyricsFault } from './collaboration.js'
import type { SongGraph } from './graph.js'
import { type RunOptions, startRun } from './run.js'
import type { WorkflowContext } from './run-context.js'
import { firstState, type State } from './state.js'

/** Where a session's song stands: waiting for people, with all that was made so far, or done. */
export type Standing = { waiting: DecisionStep; state: State } | { waiting: null; song: Song }

const thread = (id: string) => ({ thread_id: id })

async function standing(graph: SongGraph, id: string): Promise<Standing> {
  const { tasks, values } = await graph.getState({ configurable: thread(id) })
  const asked = tasks.flatMap(({ interrupts }) => interrupts).map(({ value }) => (value as { step: DecisionStep }).step)
  if (asked[0]) return { waiting: asked[0], state: values as State }
  const { song } = values as State
  if (!song) throw new AppError('conflict', 'This song has not been begun, or was stopped before it was done.')
  return { waiting: null, song }
}

async function drive(
  ctx: WorkflowContext,
  graph: SongGraph,
  input: State | Command,
  { id, ...options }: RunOptions,
): Promise<Standing> {
  const run = startRun(ctx, options)
  try {
    await unlessStopped(run.signal, () =>
      graph.invoke(input as State, {
        signal: run.signal,
        context: { run },
        configurable: thread(id),
        durability: 'exit',
      }),
    )
  } catch (thrown) {
    throw run.signal.aborted ? stopped(run.signal) : thrown
  }
  return standing(graph, id)
}

/** Begins a session's song; `graph` is interactive and has the checkpointer. Resolves when people are to choose a hook. */
export const beginSong = (
  ctx: WorkflowContext,
  graph: SongGraph,
  request: MashupRequest,
  options: RunOptions,
): Promise<Standing> => drive(ctx, graph, firstState(options.id, request), options)

/**
 * Goes on with what people decided, in any process, until they are asked again or the song is done. Rejects with
 * `invalid_request` when the decision does not fit what is asked; the song then waits as before.
 */
export async function resumeSong(
  ctx: WorkflowContext,
  graph: SongGraph,
  decision: unknown,
  options: RunOptions,
): Promise<Standing> {
  const before = await standing(graph, options.id)
  if (before.waiting === null) throw new AppError('conflict', 'This song is done: nothing waits for a decision.')
  const parsed = decisions[before.waiting].safeParse(decision)
  if (!parsed.success)
    throw new AppError('invalid_request', 'This is no answer to what is asked.', { cause: parsed.error })
  const fault = lyricsFault(parsed.data, before.state)
  if (fault) throw new AppError('invalid_request', fault)
  return drive(ctx, graph, new Command({ resume: parsed.data }), options)
}
