import { meterShape } from '../domain/meter.js'
import type { Song } from '../domain/song.js'
import { roomOf } from './bar-room.js'
import type { WrittenBar } from './notation.js'
import { longPaper, type Paper } from './paper.js'

const roomOfAll = (bars: readonly WrittenBar[]): number => bars.reduce((sum, bar) => sum + roomOf(bar), 0)

const chunks = (bars: readonly WrittenBar[], size: number): WrittenBar[][] =>
  Array.from({ length: Math.ceil(bars.length / size) }, (_, at) => bars.slice(at * size, (at + 1) * size))

/** As musicians like to see it: phrases of four bars, more of short ones, pairs of crowded ones; odd numbers only where they divide. */
function linesOf(bars: readonly WrittenBar[], most: number, room: number): WrittenBar[][] {
  const fits = (line: readonly WrittenBar[]) => roomOfAll(line) <= room
  for (let size = Math.min(most, bars.length); size > 1; size--) {
    const rest = bars.length % size
    const even = rest === 0 || (size % 2 === 0 && rest >= size / 2)
    const lines = chunks(bars, size)
    if (even && lines.every(fits)) return lines
  }
  return chunks(bars, 2).flatMap((pair) => (fits(pair) ? [pair] : chunks(pair, 1)))
}

/** Numbers of the bars with which a new system begins: each section on lines of its own, none with more than there is `room` for. */
export function systemBreaks(
  bars: readonly WrittenBar[],
  { meter }: Pick<Song, 'meter'>,
  { room }: Pick<Paper, 'room'> = longPaper,
): ReadonlySet<number> {
  const length = meterShape(meter).bar
  const most = length <= 2 ? 8 : length <= 3 ? 6 : 4
  const lines = [...new Set(bars.map(({ section }) => section))].flatMap((section) =>
    linesOf(
      bars.filter((bar) => bar.section === section),
      most,
      room,
    ),
  )
  return new Set(lines.slice(1).map((line) => line[0]!.number))
}
