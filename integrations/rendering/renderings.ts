import type { Renderings } from '../../src/ports.js'
import type { DiskCache } from './cache.js'
import { renderingKey } from './key.js'
import type { Renderer } from './task.js'

/** The figures of src/metrics.ts that renderings move. */
export interface RenderingCounters {
  renderings: { inc(labels: { format: string; outcome: 'cached' | 'rendered' }): void }
  renderSeconds: { observe(labels: { format: string }, seconds: number): void }
}

interface Parts {
  renderer: Renderer
  /** `null`: each file is made when it is asked for. */
  cache: Pick<DiskCache, 'get' | 'put'> | null
  metrics: RenderingCounters
}

/** Files out of the cache, else rendered: once, however many ask for the same at the same time. */
export function createRenderings({ renderer, cache, metrics }: Parts): Renderings {
  const underWay = new Map<string, Promise<Uint8Array>>()

  async function make(key: string, ...[song, wanted]: Parameters<Renderings['file']>): Promise<Uint8Array> {
    const kept = await cache?.get(key)
    metrics.renderings.inc({ format: wanted.format, outcome: kept ? 'cached' : 'rendered' })
    if (kept) return kept
    const began = performance.now()
    const bytes = await renderer.render(song, wanted)
    metrics.renderSeconds.observe({ format: wanted.format }, (performance.now() - began) / 1000)
    await cache?.put(key, bytes)
    return bytes
  }

  return {
    async file(song, wanted) {
      const key = renderingKey(song, wanted)
      let bytes = underWay.get(key)
      if (!bytes) {
        bytes = make(key, song, wanted).finally(() => underWay.delete(key))
        underWay.set(key, bytes)
      }
      return await bytes
    },
    close: () => renderer.close(),
  }
}
