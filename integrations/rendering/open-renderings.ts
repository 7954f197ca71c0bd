import { join } from 'node:path'
import type { Config } from '../../src/config.js'
import type { Renderings } from '../../src/ports.js'
import { DiskCache } from './cache.js'
import { poolRenderer } from './pool.js'
import { createRenderings, type RenderingCounters } from './renderings.js'

/** Threads and the folder `renderings` under DATA_DIR. */
export const openRenderings = (
  { dataDir, cacheBytes }: Pick<Config, 'dataDir' | 'cacheBytes'>,
  metrics: RenderingCounters,
): Renderings =>
  createRenderings({
    renderer: poolRenderer(),
    cache: new DiskCache(join(dataDir, 'renderings'), cacheBytes),
    metrics,
  })
