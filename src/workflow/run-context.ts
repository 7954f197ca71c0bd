import { Annotation } from '@langchain/langgraph'
import type { Context } from '../context.js'
import type { TaskName } from '../domain/tasks.js'
import type { Progress } from './progress.js'

/** What the workflow needs of the context: a part, so that the command line and benchmarks need no database. */
export type WorkflowContext = Pick<Context, 'compute' | 'log' | 'metrics' | 'model'> & {
  config: Pick<Context['config'], 'stepSeconds' | 'songSeconds'>
}

/** One drive through the graph. It is handed to the nodes beside the state, and never saved with it. */
export interface Run {
  ctx: WorkflowContext
  signal: AbortSignal
  report: (progress: Progress) => void
  /** Milliseconds a model may take over this step: its limit, or what is left of the song's. */
  timeFor: (task: TaskName) => number
}

/** The shape LangGraph hands to each node as `runtime.context`. */
export const runContext = Annotation.Root({ run: Annotation<Run> })

/** The run of a node. Throws when the graph was started without one: a fault in our code. */
export function runOf(runtime: { context?: { run?: Run } }): Run {
  if (!runtime.context?.run) throw new Error('the graph was started without a run in its context')
  return runtime.context.run
}
