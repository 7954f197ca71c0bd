import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DiskCache } from '../integrations/rendering/cache.js'
import { inlineRenderer } from '../integrations/rendering/inline.js'
import { poolRenderer } from '../integrations/rendering/pool.js'
import { createRenderings } from '../integrations/rendering/renderings.js'
import type { Song } from '../src/domain/song.js'
import type { Wanted } from '../src/domain/song-file.js'
import { createMetrics } from '../src/metrics.js'
import { composer } from './songs/compose.js'
import { percentile } from './support/percentile.js'

const kinds: Record<string, Wanted> = {
  svg: { format: 'score.svg' },
  png: { format: 'score.png' },
  pdf: { format: 'score.pdf' },
  mp3Of30s: { format: 'song.mp3', excerpt: 30 },
  oggOf30s: { format: 'song.ogg', excerpt: 30 },
  mp3OfSong: { format: 'song.mp3' },
}

const blends = [
  'trap x baroque',
  'blues x gospel',
  'waltz x folk',
  'samba x jazz swing',
  'hip-hop x funk',
  'country x bluegrass',
]
const topics = ['photosynthesis', 'volcanoes', 'the water cycle', 'fractions']

/** Real songs of several metres, keys and lengths. */
async function composeSongs(count: number): Promise<Song[]> {
  const compose = composer()
  const songs: Song[] = []
  for (let at = 0; at < count; at++) {
    const prompt = `${blends[at % blends.length]} about ${topics[at % topics.length]}`
    songs.push(await compose({ prompt }, at))
  }
  return songs
}

const sorted = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b)
const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))
const megabytes = (): number => rounded(process.memoryUsage.rss() / 1e6, 0)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Collects what is garbage, so that memory is that which is held. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

/** Milliseconds per format, the first song (which loads engraver or synthesizer) apart; in one thread, one song after the other. */
async function perFormat(songs: Song[]): Promise<Record<string, unknown>> {
  const renderer = inlineRenderer()
  const figures: Record<string, unknown> = {}
  for (const [name, wanted] of Object.entries(kinds)) {
    const times: number[] = []
    let bytes = 0
    const before = process.cpuUsage()
    for (const song of songs) {
      times.push(
        await timed(async () => {
          bytes += (await renderer.render(song, wanted)).length
        }),
      )
    }
    const [first = 0, ...warm] = times
    const { user, system } = process.cpuUsage(before)
    figures[name] = {
      firstMs: rounded(first, 0),
      medianMs: percentile(sorted(warm), 0.5),
      p95Ms: percentile(sorted(warm), 0.95),
      // All threads and the first song included: what neighbours on the machine cannot lengthen.
      meanCpuMs: rounded((user + system) / 1000 / songs.length),
      kilobytes: rounded(bytes / songs.length / 1000, 0),
      rssMb: megabytes(),
    }
  }
  return figures
}

/** The service's own way: threads and the cache on disk, all formats of a song asked for at once. */
async function cached(songs: Song[], folder: string): Promise<Record<string, unknown>> {
  const renderer = poolRenderer()
  const renderings = createRenderings({ renderer, cache: new DiskCache(folder, 1e9), metrics: createMetrics() })
  for (const song of songs) await Promise.all(Object.values(kinds).map((wanted) => renderings.file(song, wanted)))
  const times: number[] = []
  for (const song of songs)
    for (const wanted of Object.values(kinds)) times.push(await timed(() => renderings.file(song, wanted)))
  await renderings.close()
  return { cacheHitMedianMs: percentile(sorted(times), 0.5), cacheHitP95Ms: percentile(sorted(times), 0.95) }
}

/** Memory held after each quarter of many songs, drawn and played. */
async function memory(songs: Song[], rounds: number): Promise<number[]> {
  const renderer = inlineRenderer()
  const collect = collector()
  const held: number[] = []
  for (let at = 1; at <= rounds; at++) {
    const song = songs[at % songs.length]!
    await renderer.render(song, { format: 'score.png' })
    await renderer.render(song, { format: 'score.pdf' })
    await renderer.render(song, { format: 'song.mp3', excerpt: 30 })
    if (at % Math.floor(rounds / 4) === 0) {
      collect()
      held.push(megabytes())
    }
  }
  return held
}

/** What a song's files cost. Targets on two cores: lead sheet 150 ms, 30 s of sound 2.5 s, from the cache 5 ms, memory flat. */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const songs = await composeSongs(quick ? 4 : 12)
  const folder = await mkdtemp(join(tmpdir(), 'lmm-bench-score-'))
  try {
    const formats = await perFormat(songs)
    const cache = await cached(songs.slice(0, quick ? 2 : 4), folder)
    const rounds = quick ? 8 : 200
    return { songs: songs.length, ...formats, ...cache, rounds, heldMbByQuarter: await memory(songs, rounds) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
