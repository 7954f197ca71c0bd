import { Command } from '@langchain/langgraph'
import type { MashupRequest } from '../domain/mashup-request.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'
import { type DecisionStep, decisions, lyricsFault } from './collaboration.js'
import type { SongGraph } from './graph.js'
import type { WorkflowContext } from './run-context.js'
import { firstState, type State } from './state.js'
import { type RunOptions, withRun } from './with-run.js'

/** Where a session's song stands: people are asked, work was stopped half-way (cancelled, or a process ended), or it is done. */
export type Standing = { waiting: DecisionStep | 'work'; state: State } | { waiting: null; song: Song }

const thread = (id: string) => ({ thread_id: id })

async function standing(graph: SongGraph, id: string): Promise<Standing> {
  const { tasks, next, values } = await graph.getState({ configurable: thread(id) })
  const state = values as State
  const [asked] = tasks.flatMap(({ interrupts }) => interrupts)
  if (asked) return { waiting: (asked.value as { step: DecisionStep }).step, state }
  if (next.length > 0) return { waiting: 'work', state }
  if (!state.song) throw new AppError('conflict', 'This song has not been begun.')
  return { waiting: null, song: state.song }
}

/** `input` is a first state, a decision, or null: then the graph goes on where it was stopped. */
async function drive(
  ctx: WorkflowContext,
  graph: SongGraph,
  input: State | Command | null,
  { id, ...options }: RunOptions,
): Promise<Standing> {
  // The graph itself stops at once; it is heard to its end, so that nothing is still being saved when the next turn begins.
  // Saved step by step: what was decided and made stays, even when the process is killed.
  await withRun(ctx, options, (run) =>
    graph.invoke(input as State, {
      signal: run.signal,
      context: { run },
      configurable: thread(id),
      durability: 'sync',
    }),
  )
  return standing(graph, id)
}

/**
 * Begins a session's song, or begins it anew; `graph` is interactive and has the checkpointer. Resolves when people are to
 * choose a hook.
 */
export async function beginSong(
  ctx: WorkflowContext,
  graph: SongGraph,
  request: MashupRequest,
  options: RunOptions,
): Promise<Standing> {
  if (typeof graph.checkpointer === 'object') await graph.checkpointer.deleteThread(options.id)
  return drive(ctx, graph, firstState(options.id, request), options)
}

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
  if (before.waiting === 'work') throw new AppError('conflict', 'The song is still being worked on.')
  const parsed = decisions[before.waiting].safeParse(decision)
  if (!parsed.success)
    throw new AppError('invalid_request', 'This is no answer to what is asked.', { cause: parsed.error })
  const fault = lyricsFault(parsed.data, before.state)
  if (fault) throw new AppError('invalid_request', fault)
  return drive(ctx, graph, new Command({ resume: parsed.data }), options)
}

/** Takes up work that was stopped; where people are asked or the song is done, says so and does nothing. */
export async function continueSong(ctx: WorkflowContext, graph: SongGraph, options: RunOptions): Promise<Standing> {
  const before = await standing(graph, options.id)
  return before.waiting === 'work' ? drive(ctx, graph, null, options) : before
}
