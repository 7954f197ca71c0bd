import { inlineRenderer } from '../../integrations/rendering/inline.js'
import type { Song } from '../../src/domain/song.js'
import { percentile } from '../support/percentile.js'
import { kinds } from './songs.js'

export const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits))

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Milliseconds per format, the first song (which loads engraver or synthesizer) apart; in one thread, one song after the other. */
export async function perFormat(songs: readonly Song[]): Promise<Record<string, Record<string, number | null>>> {
  const renderer = inlineRenderer()
  const figures: Record<string, Record<string, number | null>> = {}
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
    warm.sort((a, b) => a - b)
    const { user, system } = process.cpuUsage(before)
    figures[name] = {
      firstMs: rounded(first, 0),
      medianMs: percentile(warm, 0.5),
      p95Ms: percentile(warm, 0.95),
      // All threads and the first song included: what neighbours on the machine cannot lengthen.
      meanCpuMs: rounded((user + system) / 1000 / songs.length),
      kilobytes: rounded(bytes / songs.length / 1000, 0),
    }
  }
  return figures
}
