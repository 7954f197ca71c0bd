import { once } from 'node:events'
import { stopped } from '../../src/domain/stopped.js'
import type { Model } from '../../src/ports.js'

export interface GatedModel extends Model {
  /** Resolves when somebody asks the model. */
  asked: Promise<void>
  /** Resolves when a question was given up by whoever asked it. */
  givenUp: Promise<void>
  /** From now on it answers. */
  open(): void
}

/** Another model, that keeps everybody waiting until it is opened. */
export function gated(model: Model): GatedModel {
  let open = () => {}
  let ask = () => {}
  let giveUp = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  const asked = new Promise<void>((resolve) => (ask = resolve))
  const givenUp = new Promise<void>((resolve) => (giveUp = resolve))
  return {
    name: model.name,
    trouble: (signal) => model.trouble(signal),
    async generate(call) {
      ask()
      await Promise.race([opened, once(call.signal, 'abort')])
      if (call.signal.aborted) {
        giveUp()
        throw stopped(call.signal)
      }
      return model.generate(call)
    },
    asked,
    givenUp,
    open: () => open(),
  }
}
