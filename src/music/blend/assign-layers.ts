import type { Genre } from '../../domain/genre.js'
import { blendLayers } from '../../domain/song.js'
import { chordsOf } from '../harmony/fit-progression.js'
import type { Random } from '../random.js'
import type { LayerGenres } from './arrange.js'

/** Strokes a bar that are more than a whisper. */
const strokes = ({ drums }: Genre): number =>
  Object.values(drums.groove).reduce((sum, steps) => sum + steps!.replace(/[o-]/g, '').length, 0)

const distinctChords = ({ progressions }: Genre): number =>
  new Set([...progressions.verse, ...progressions.chorus].flatMap(chordsOf)).size

/** How much a genre has to give to a layer, 0 to 1: what it is known for. */
const gifts: Record<(typeof blendLayers)[number], (genre: Genre) => number> = {
  groove: (genre) => Math.min(1, strokes(genre) / 24) * 0.6 + genre.feel.syncopation * 0.4,
  harmony: (genre) => Math.min(1, distinctChords(genre) / 9),
  melody: (genre) => (/pentatonic|blues|Hijaz|raga|Freygish/i.test(genre.scales[0]!) ? 0.7 : 0.5),
  form: (genre) => Math.min(1, genre.forms.length / 2) * 0.6,
  timbre: (genre) => (genre.programs.melody < 80 ? 0.7 : 0.5),
}

/** What each genre, by its index, has to give to each layer. */
const giftsOf = (genres: readonly Genre[]): number[][] => blendLayers.map((layer) => genres.map(gifts[layer]))

/** Every way to give the five layers to so many genres, as rows of genre indexes. */
function* assignments(count: number): Generator<number[]> {
  const total = count ** blendLayers.length
  for (let code = 0; code < total; code++)
    yield blendLayers.map((_, layer) => Math.floor(code / count ** layer) % count)
}

/**
 * Which genre gives which layer. Every genre gives one at least; groove and harmony come from two different ones, so that the
 * blend is heard from the first bar. Gifts weigh, and the seed decides among what is nearly as good.
 */
export function assignLayers(genres: readonly Genre[], random: Random): LayerGenres {
  const table = giftsOf(genres)
  let best: number[] = []
  let bestScore = Number.NEGATIVE_INFINITY
  for (const row of assignments(genres.length)) {
    if (new Set(row).size < genres.length || (genres.length > 1 && row[0] === row[1])) continue
    const given = table.reduce((sum, given, layer) => sum + given[row[layer]!]!, 0)
    const shares = genres.map((_, genre) => row.filter((owner) => owner === genre).length)
    const fairness = 0.25 * Math.min(...shares)
    const score = given + fairness + random.next() * 0.9
    if (score > bestScore) [best, bestScore] = [row, score]
  }
  return Object.fromEntries(blendLayers.map((layer, at) => [layer, genres[best[at]!]!])) as LayerGenres
}
