import type { Compute } from '../ports.js'

/** In this thread, and loaded with the first song: for commands and tests, most of which never ask for one. */
export const lazyCompute: Compute = {
  async run(...work) {
    const { inlineCompute } = await import('../../integrations/compute/inline.js')
    return await inlineCompute().run(...work)
  },
  close: async () => {},
}
