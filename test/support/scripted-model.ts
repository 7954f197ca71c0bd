import { stopped, unlessStopped } from '../../src/domain/stopped.js'
import type { TaskInput, TaskName, TaskOutput } from '../../src/domain/tasks.js'
import { AppError } from '../../src/errors.js'
import type { Model, ModelCall } from '../../src/ports.js'
import { sampleAnswer } from './sample-answers.js'

type Call = Omit<ModelCall<unknown>, 'schema' | 'refuse'>
/** What the model does at one call: an answer, an error to fail with, or a function that gives one of them. */
type Turn = object | Error | ((call: Call) => object | Error | Promise<object | Error>)
export type Script = Partial<Record<TaskName, Turn[]>>

export interface ScriptedModel extends Model {
  readonly calls: Call[]
  /** Tasks in the order in which they were asked for. */
  asked: () => TaskName[]
}

/** The answer that fits, which a script may change. */
export const fitting = <T extends TaskName>({
  task,
  input,
}: {
  task: TaskName
  input: TaskInput<TaskName>
}): TaskOutput<T> => sampleAnswer(task as T, input as TaskInput<T>)

/** A call that never ends by itself; `begun` resolves when it is waiting. */
export function hanging(): { turn: Turn; begun: Promise<void> } {
  let note = () => {}
  const begun = new Promise<void>((resolve) => {
    note = resolve
  })
  const turn = (): Promise<never> => {
    note()
    return new Promise(() => {})
  }
  return { begun, turn }
}

export const broken = () =>
  new AppError('model_failed', 'broken on purpose', { faults: [{ at: 'scripted', message: 'broken on purpose' }] })

/**
 * A model that plays a script: for each task its turns in order, the last one again and again; a task that is not in the
 * script is answered well. It keeps the port's promise, and so passes the contract of a model.
 */
export function scriptedModel(script: Script = {}): ScriptedModel {
  const left = new Map(Object.entries(script).map(([task, turns]) => [task, [...turns]]))
  const calls: Call[] = []
  return {
    name: 'scripted',
    calls,
    asked: () => calls.map(({ task }) => task),
    trouble: async () => null,
    async generate<T>(call: ModelCall<T>) {
      if (call.signal.aborted) throw stopped(call.signal)
      calls.push(call as unknown as Call)
      const turns = left.get(call.task) ?? []
      const turn = (turns.length > 1 ? turns.shift() : turns[0]) ?? fitting
      const made = await unlessStopped(call.signal, async () =>
        typeof turn === 'function' ? await turn(call as unknown as Call) : turn,
      )
      if (made instanceof Error) throw made
      const parsed = call.schema.safeParse(made)
      if (!parsed.success)
        throw new AppError('model_failed', 'wrong shape', { faults: [{ at: 'scripted', message: 'wrong shape' }] })
      call.onToken?.(JSON.stringify(made))
      return { value: parsed.data, by: 'scripted', attempts: 1, setbacks: [] }
    },
  }
}
