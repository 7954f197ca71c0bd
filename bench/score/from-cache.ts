import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DiskCache } from '../../integrations/rendering/cache.js'
import { poolRenderer } from '../../integrations/rendering/pool.js'
import { createRenderings } from '../../integrations/rendering/renderings.js'
import type { Song } from '../../src/domain/song.js'
import { createMetrics } from '../../src/metrics.js'
import { percentile } from '../support/percentile.js'
import { timed } from './per-format.js'
import { kinds } from './songs.js'

/** Milliseconds for a file that was made before: its name found, read from the disk, its digest compared. */
export async function fromCache(songs: readonly Song[], rounds: number): Promise<Record<string, number | null>> {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-bench-score-'))
  const cache = new DiskCache(folder, 1e9)
  const renderings = createRenderings({ renderer: poolRenderer(), cache, metrics: createMetrics() })
  try {
    const asked = songs.flatMap((song) => Object.values(kinds).map((wanted) => ({ song, wanted })))
    // All formats of all songs at once, as a class would.
    await Promise.all(asked.map(({ song, wanted }) => renderings.file(song, wanted)))
    const times: number[] = []
    for (let round = 0; round < rounds; round++)
      for (const { song, wanted } of asked) times.push(await timed(() => renderings.file(song, wanted)))
    times.sort((a, b) => a - b)
    return { medianMs: percentile(times, 0.5), p95Ms: percentile(times, 0.95), p99Ms: percentile(times, 0.99) }
  } finally {
    await renderings.close()
    await rm(folder, { recursive: true, force: true })
  }
}
