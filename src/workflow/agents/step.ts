import { stopped, unlessStopped, within } from '../../domain/stopped.js'
import type { TaskInput, TaskName, TaskOutput } from '../../domain/tasks.js'
import { AppError, asAppError } from '../../errors.js'
import type { ModelAnswer } from '../../ports.js'
import { type Run, runOf } from '../run-context.js'
import type { State, Update } from '../state.js'
import { type Agent, basisOf, isDue, outputOf } from './agent.js'

type Runtime = Parameters<typeof runOf>[0]

/**
 * The graph's node for an agent. An agent whose answer stands is not asked again; one that fails leaves an error in the
 * state, which leads to the error handler; only a cancelled run throws.
 */
export const step =
  <T extends TaskName>(agent: Agent<T>) =>
  async (state: State, runtime: Runtime): Promise<Update> => {
    if (state.errors.length > 0) return {}
    const run = runOf(runtime)
    const at = { step: agent.name, iteration: state.iteration }
    const input = agent.input(state)
    if (!isDue(agent, state, input)) {
      run.report({ type: 'kept', ...at })
      return {}
    }
    run.report({ type: 'started', ...at })
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      const answer = await ask(agent, input, run, (text) => run.report({ type: 'token', ...at, text }))
      const value = agent.mend?.(answer.value, input) ?? answer.value
      for (const setback of answer.setbacks) run.report({ type: 'setback', ...at, ...setback })
      run.report({ type: 'finished', ...at, by: answer.by, seconds: seconds() })
      return {
        ...agent.add(value, state),
        made: { [agent.part]: { by: answer.by, attempts: answer.attempts, basis: basisOf(agent, input) } },
        decided: { [agent.part]: false },
        setbacks: answer.setbacks.map((setback) => ({ part: agent.part, ...setback })),
        messages: [{ from: agent.name, text: agent.tell(value) }],
      }
    } catch (thrown) {
      if (run.signal.aborted) throw stopped(run.signal)
      const error = asAppError(thrown)
      run.ctx.log.warn(
        { step: agent.name, code: error.code, faults: error.faults, err: error.cause },
        'An agent has no answer',
      )
      run.report({ type: 'failed', ...at, why: error.message, seconds: seconds() })
      const faults = error.faults.length > 0 ? error.faults : [{ at: run.ctx.model.name, message: error.message }]
      return {
        errors: [{ step: agent.name, code: error.code, message: error.message }],
        setbacks: faults.map(({ at: by, message: why }) => ({ part: agent.part, by, why })),
      }
    } finally {
      run.ctx.metrics.agentSeconds.observe({ agent: agent.name }, seconds())
    }
  }

/** The model's answer within the step's time; a model that does not listen to its signal is left behind. */
export async function ask<T extends TaskName>(
  agent: Agent<T>,
  input: TaskInput<T>,
  run: Run,
  onToken: (text: string) => void,
): Promise<ModelAnswer<TaskOutput<T>>> {
  const limit = run.timeFor(agent.name)
  if (limit <= 0)
    throw new AppError('timeout', 'There was no time left for this step.', {
      faults: [{ at: run.ctx.model.name, message: 'was not asked: there was no time left' }],
    })
  return within(limit, run.signal, (signal) =>
    unlessStopped(signal, () =>
      run.ctx.model.generate<TaskOutput<T>>({
        task: agent.name,
        input,
        prompt: agent.prompt(input),
        schema: outputOf(agent.name),
        refuse: (value) => agent.refuse?.(agent.mend?.(value, input) ?? value, input) ?? null,
        signal,
        limit,
        onToken,
      }),
    ),
  )
}
