import { meterShape } from '../domain/meter.js'
import type { Song } from '../domain/song.js'
import type { WrittenBar } from './notation.js'

/** How much fits on one system, and the least that a bar takes; one syllable of four letters is 25. */
const capacity = 640
const leastBar = 60

/** A bar needs room for its notes and more for its syllables, by their letters. */
const roomOf = (bar: WrittenBar): number =>
  Math.max(
    leastBar,
    bar.notes.reduce((sum, { lyric }) => sum + (lyric ? Math.max(15, 7 + lyric.text.length * 4.6) : 10), 14),
  )
const roomOfAll = (bars: readonly WrittenBar[]): number => bars.reduce((sum, bar) => sum + roomOf(bar), 0)

const chunks = (bars: readonly WrittenBar[], size: number): WrittenBar[][] =>
  Array.from({ length: Math.ceil(bars.length / size) }, (_, at) => bars.slice(at * size, (at + 1) * size))

/** As musicians like to see it: phrases of four bars, more of short ones, two of crowded ones; odd numbers only where they divide. */
function linesOf(bars: readonly WrittenBar[], most: number): WrittenBar[][] {
  for (let size = Math.min(most, bars.length); size > 1; size--) {
    const rest = bars.length % size
    const even = rest === 0 || (size % 2 === 0 && rest >= size / 2)
    const lines = chunks(bars, size)
    if (even && lines.every((line) => roomOfAll(line) <= capacity)) return lines
  }
  return chunks(bars, 1)
}

/** Numbers of the bars with which a new system begins: each section on lines of its own. */
export function systemBreaks(bars: readonly WrittenBar[], { meter }: Pick<Song, 'meter'>): ReadonlySet<number> {
  const length = meterShape(meter).bar
  const most = length <= 2 ? 8 : length <= 3 ? 6 : 4
  const lines = [...new Set(bars.map(({ section }) => section))].flatMap((section) =>
    linesOf(
      bars.filter((bar) => bar.section === section),
      most,
    ),
  )
  return new Set(lines.slice(1).map((line) => line[0]!.number))
}
