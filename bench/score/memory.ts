import { poolRenderer } from '../../integrations/rendering/pool.js'
import type { Song } from '../../src/domain/song.js'
import type { Wanted } from '../../src/domain/song-file.js'
import { rounded } from './per-format.js'

const drawnAndPlayed: Wanted[] = [{ format: 'score.png' }, { format: 'score.pdf' }, { format: 'song.mp3', excerpt: 30 }]
/** Songs under way at a time: more than there are threads, so that none of them rests. */
const atOnce = 3

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * Resident megabytes of the whole process, threads included, while many songs are drawn and played in the service's own pool:
 * the mean of each quarter's samples, and what the last holds more than the second, in which all is loaded.
 */
export async function memoryOver(songs: readonly Song[], count: number): Promise<Record<string, unknown>> {
  const pool = poolRenderer()
  const quarters: number[][] = [[], [], [], []]
  let begun = 0
  let done = 0
  const worker = async () => {
    while (begun < count) {
      const song = songs[begun++ % songs.length]!
      await Promise.all(drawnAndPlayed.map((wanted) => pool.render(song, wanted)))
      quarters[Math.min(3, Math.floor((done++ * 4) / count))]!.push(process.memoryUsage.rss() / 1e6)
      if (done % Math.ceil(count / 10) === 0) process.stderr.write(`${done} of ${count} songs drawn and played\n`)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, worker))
  } finally {
    await pool.close()
  }
  const [, second = 0, , last = 0] = quarters.map(mean)
  return {
    songs: count,
    rssMbByQuarter: quarters.map((samples) => rounded(mean(samples), 0)),
    rssMbMost: rounded(Math.max(...quarters.flat()), 0),
    grownMb: rounded(last - second, 0),
  }
}
