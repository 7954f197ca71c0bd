import { stopped, within } from '../../src/domain/stopped.js'
import type { TaskName } from '../../src/domain/tasks.js'
import { AppError, asAppError, type Fault } from '../../src/errors.js'
import type { Model, ModelAnswer, ModelCall, Setback } from '../../src/ports.js'
import { Circuit } from './circuit.js'

/** What is worth counting and logging of a chain. */
export interface ChainWatch {
  called(call: { model: string; task: TaskName; attempts: number; outcome: 'answered' | 'failed' | 'stopped' }): void
  fellBack(from: string, to: string, task: TaskName, error: AppError): void
}

/** Of a call's limit, what each model further down the chain is left, in milliseconds at most and as a share. */
const reserve = { most: 15_000, share: 0.1 }

const isAway = ({ code }: AppError) => code === 'unavailable' || code === 'timeout'

/** Models in order of preference: the next answers when one has failed; the setbacks say who did not, and why. */
export function chain(models: readonly Model[], watch?: ChainWatch, now?: () => number): Model {
  const links = models.map((model, index) => ({ model, circuit: new Circuit(now), behind: models.length - 1 - index }))

  /** One link's answer; it has had its turn when it has used up its share of the time. */
  const turn = <T>(model: Model, call: ModelCall<T>, spent: number, behind: number): Promise<ModelAnswer<T>> => {
    const { limit } = call
    if (limit === undefined || behind === 0) return model.generate(call)
    const share = Math.max(0, limit - spent - behind * Math.min(reserve.most, limit * reserve.share))
    return within(share, call.signal, (signal) => model.generate({ ...call, signal }))
  }

  return {
    name: models.map(({ name }) => name).join(', '),

    async generate<T>(call: ModelCall<T>) {
      const faults: Fault[] = []
      const started = performance.now()
      let attempts = 0
      let last: AppError | undefined
      // Nobody was there, now or a moment ago; who answers too late or badly is there.
      let areAway = true
      for (const { model, circuit, behind } of links) {
        if (call.signal.aborted) throw stopped(call.signal)
        if (!circuit.enter()) {
          faults.push({ at: model.name, message: 'was away a moment ago and was not asked' })
          continue
        }
        const told = (calls: number, outcome: 'answered' | 'failed' | 'stopped') => {
          attempts += calls
          watch?.called({ model: model.name, task: call.task, attempts: calls, outcome })
        }
        try {
          const answer = await turn(model, call, performance.now() - started, behind)
          circuit.closed()
          told(answer.attempts, 'answered')
          const earlier: Setback[] = faults.map(({ at, message }) => ({ by: at, why: message }))
          return { ...answer, attempts, setbacks: [...earlier, ...answer.setbacks] }
        } catch (thrown) {
          const error = call.signal.aborted ? stopped(call.signal) : asAppError(thrown)
          if (isAway(error)) circuit.opened()
          else if (error.code === 'cancelled') circuit.leave()
          else circuit.closed()
          const own = error.faults.length > 0 ? error.faults : [{ at: model.name, message: error.message }]
          told(own.length, call.signal.aborted ? 'stopped' : 'failed')
          if (call.signal.aborted) throw error
          areAway &&= error.code === 'unavailable'
          faults.push(...own)
          last = error
          const next = models[models.length - behind]
          if (next) watch?.fellBack(model.name, next.name, call.task, error)
        }
      }
      const code = areAway ? 'unavailable' : 'model_failed'
      throw new AppError(code, 'No model could answer.', { cause: last, faults })
    },

    /** One that can answer is enough for songs to be made. */
    async trouble(signal) {
      const troubles = await Promise.all(models.map((model) => model.trouble(signal)))
      return troubles.some((trouble) => trouble === null) ? null : troubles.join(' ')
    },
  }
}
