import { join } from 'node:path'
import type { Song } from '../src/domain/song.js'
import { composer } from './songs/compose.js'
import { writeExamples } from './songs/examples.js'
import { markdownTable, writePart } from './songs/page.js'
import { proofRequests } from './songs/requests.js'
import { randomNotes, templateSong } from './songs/rivals.js'
import { measureAll, type Row } from './songs/table.js'
import { percentile } from './support/percentile.js'

const seeds = [11, 12, 13]

const figures = (rows: readonly Row[]): Record<string, number[]> =>
  Object.fromEntries(
    rows.map(({ name, overall, worst }) => [name, [overall, worst].map((value) => Number(value.toFixed(4)))]),
  )

/**
 * The proof that songs are good: sixty requests with three seeds each through the real workflow, each measure over all songs
 * and of the worst, and the same for random notes and for templates. `write` puts the table into docs/quality.md and twelve
 * songs into docs/songs.
 */
export async function run({ quick, write }: { quick: boolean; write: boolean }) {
  const compose = composer()
  const requests = proofRequests.filter((_, at) => !quick || at % 5 === 0)
  await compose(proofRequests[0]!.input, 1)
  const songs: Song[][] = []
  const times: number[] = []
  const worked: number[] = []
  for (const { input } of requests) {
    const own: Song[] = []
    for (const seed of seeds) {
      const began = performance.now()
      const before = process.cpuUsage()
      own.push(await compose(input, seed))
      times.push(performance.now() - began)
      const { user, system } = process.cpuUsage(before)
      worked.push((user + system) / 1000)
    }
    songs.push(own)
  }
  for (const values of [times, worked]) values.sort((a, b) => a - b)
  const rows = measureAll(songs)
  const random = measureAll(songs.map((own) => own.map(randomNotes)))
  const template = measureAll(songs.map((own) => own.map(templateSong)))
  const table = markdownTable(rows, random, template)
  const time = {
    medianMs: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    cpuMedianMs: percentile(worked, 0.5),
    cpuP95Ms: percentile(worked, 0.95),
  }
  console.log(`${table}\n`)
  if (write) {
    if (quick) throw new Error('--write keeps the figures of the whole bench: leave --quick out')
    const said = `${times.length} songs of ${requests.length} requests. A song took ${time.medianMs} ms at the median and ${time.p95Ms} ms at the 95th percentile, of the processor ${time.cpuMedianMs} and ${time.cpuP95Ms} ms (one thread; the machine had two cores and other work).`
    writePart(join('docs', 'quality.md'), `${table}\n\n${said}`)
    await writeExamples(join('docs', 'songs'), compose)
  }
  const missed = rows.filter(({ meets }) => !meets).map(({ name }) => name)
  return {
    songs: times.length,
    ...time,
    missed,
    embedded: figures(rows),
    random: figures(random),
    template: figures(template),
  }
}
