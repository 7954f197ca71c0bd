import { fromCache } from './score/from-cache.js'
import { memoryOver } from './score/memory.js'
import { perFormat } from './score/per-format.js'
import { secondRequest } from './score/second-request.js'
import { composeSongs } from './score/songs.js'

/** What a song's files cost: each format by itself, a file that was made before, and the memory that many songs take. */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const songs = await composeSongs(quick ? 4 : 12)
  // First, while the process holds nothing else.
  const memory = await memoryOver(songs, quick ? 12 : 200)
  return {
    ...(await perFormat(songs)),
    fromCache: await fromCache(songs.slice(0, 2), quick ? 5 : 30),
    secondRequest: await secondRequest(quick ? 20 : 100),
    memory,
    targets: { 'svg.medianMs': 150, 'mp3Of30s.medianMs': 2500, 'fromCache.p95Ms': 5, 'memory.grownMb': 50 },
  }
}
