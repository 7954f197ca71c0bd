import type { LineLength } from '../domain/song-file.js'
import { roomOf } from './bar-room.js'
import type { WrittenBar } from './notation.js'

/** What a sheet is laid out for, in verovio's units, of which 18 are between two staff lines. `room` is for the bars of a line. */
export interface Paper {
  width: number
  margin: number
  room: number
}

/** A4 and screens of its width: four bars of eighths with their words, which find room between clef and edge where one needs less. */
export const longPaper: Paper = { width: 2100, margin: 60, room: 1900 }

const short = { width: 930, margin: 42 }
/** What they take of each line. */
const clefAndKey = 200

/** A phone's width, unless a single bar of the song needs more: what is crowded together cannot be read at all. */
function shortPaper(bars: readonly WrittenBar[]): Paper {
  const beside = clefAndKey + 2 * short.margin
  const widest = Math.ceil(Math.max(...bars.map(roomOf)))
  const width = Math.min(longPaper.width, Math.max(short.width, widest + beside))
  return { ...short, width, room: width - beside }
}

export const paperFor = (bars: readonly WrittenBar[], lines: LineLength): Paper =>
  lines === 'long' ? longPaper : shortPaper(bars)
