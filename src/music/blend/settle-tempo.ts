import type { Genre } from '../../domain/genre.js'
import type { Random } from '../random.js'

type Range = readonly [low: number, high: number]

const overlap = (a: Range, b: Range): Range | null => {
  const low = Math.max(a[0], b[0])
  const high = Math.min(a[1], b[1])
  return low <= high ? [low, high] : null
}

/** How a genre hears the song's tempo: at its own speed, at half or double of it, or bent towards the others. */
export type TempoRelation = 'same' | 'half' | 'double' | 'bent'

export interface SettledTempo {
  tempo: number
  relations: Map<string, TempoRelation>
}

const scaled = ({ tempo: [low, high] }: Genre, by: number): Range => [low * by, high * by]

export const relationOf = (tempo: number, genre: Genre): TempoRelation => {
  const within = ([low, high]: Range) => tempo >= low - 0.5 && tempo <= high + 0.5
  if (within(genre.tempo)) return 'same'
  if (within(scaled(genre, 2))) return 'half'
  if (within(scaled(genre, 0.5))) return 'double'
  return 'bent'
}

/**
 * One tempo for all: within the groove's range and, as far as it goes, within each other genre's own, doubled or halved. Where
 * nothing overlaps the groove goes a third of the way to meet the other.
 */
export function settleTempo(groove: Genre, genres: readonly Genre[], random: Random): SettledTempo {
  let range: Range = groove.tempo
  for (const genre of genres) {
    const meeting = [1, 2, 0.5].map((by) => overlap(range, scaled(genre, by))).find((found) => found !== null)
    if (meeting) range = meeting
    else if (genres.length === 2) {
      const [low, high] = genre.tempo
      const near = low > range[1] ? range[1] + (low - range[1]) / 3 : range[0] - (range[0] - high) / 3
      range = [near, near]
    }
  }
  const tempo = Math.min(
    220,
    Math.max(56, random.int(Math.ceil(range[0]), Math.max(Math.ceil(range[0]), Math.floor(range[1])))),
  )
  return { tempo, relations: new Map(genres.map((genre) => [genre.id, relationOf(tempo, genre)])) }
}
