import { stopped } from '../../src/domain/stopped.js'
import { heavy } from '../../src/music/heavy.js'
import type { Compute } from '../../src/ports.js'

/** Right here, for one song on the command line and for tests. Between two pieces of work the event loop has its turn. */
export const inlineCompute = (): Compute => ({
  async run(name, input, signal) {
    await new Promise((resolve) => setImmediate(resolve))
    if (signal?.aborted) throw stopped(signal)
    const work = heavy[name] as (value: typeof input) => ReturnType<(typeof heavy)[typeof name]>
    return work(input)
  },
  close: async () => {},
})
