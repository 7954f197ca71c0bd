import { stopped } from '../../src/domain/stopped.js'
import { AppError } from '../../src/errors.js'
import type { Compute, Model } from '../../src/ports.js'

/**
 * The composer in code: no network, no prose. It reads `task` and `input`; the prompt is not for it, and neither is `refuse`,
 * which asks a chat model to try again: this one would say the same twice, and the validator judges its songs anyhow.
 */
export const embedded = (compute: Compute): Model => ({
  name: 'embedded',
  async generate({ task, input, schema, signal }) {
    let made: unknown
    try {
      made = await compute.run('compose', { task, input } as Parameters<typeof compute.run<'compose'>>[1], signal)
    } catch (cause) {
      if (signal.aborted) throw stopped(signal)
      throw fail('could not compose this', cause)
    }
    const parsed = schema.safeParse(made)
    if (!parsed.success) throw fail('made something of the wrong shape', parsed.error)
    return { value: parsed.data, by: 'embedded', attempts: 1, setbacks: [] }
  },
  trouble: async () => null,
})

const fail = (why: string, cause: unknown) =>
  new AppError('model_failed', `embedded: ${why}`, { cause, faults: [{ at: 'embedded', message: why }] })
