import type { Genre } from '../domain/genre.js'
import { AppError, type Fault } from '../errors.js'
import { findGenre, genreById, genres, nearestGenres } from '../knowledge/genres.js'
import { seeded } from '../music/random.js'

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

function unknown(wishes: readonly { at: string; text: string }[]): AppError {
  const faults: Fault[] = wishes.map(({ at, text }) => ({
    at,
    message: `"${text.slice(0, 60)}" is not a genre we know. Near it: ${listed(nearestGenres(text, 3).map(({ name }) => name))}.`,
  }))
  return new AppError(
    'unknown_genre',
    faults
      .map(({ message }) => message)
      .slice(0, 3)
      .join(' '),
    { faults },
  )
}

/** Two genres that blend well, other ones for another seed: a metre in common, tempos that meet, and not near relatives. */
function fittingPair(seed: number): Genre[] {
  const deck = seeded(seed, 'genres').shuffle(genres.filter(({ meters }) => meters[0] === '4/4'))
  const first = deck[0]
  if (!first) return []
  const fits = (other: Genre) =>
    other.id !== first.id &&
    other.region !== first.region &&
    !first.neighbours.includes(other.id) &&
    other.tempo[0] <= first.tempo[1] &&
    first.tempo[0] <= other.tempo[1]
  const second = deck.find(fits) ?? deck[1]
  return second ? [first, second] : []
}

function counted(found: readonly Genre[], at: string): string[] {
  const ids = [...new Set(found.map(({ id }) => id))]
  if (ids.length > 4) {
    const message = `A mashup blends two to four genres so that each can be heard; you named ${ids.length}. Pick your favourite four.`
    throw new AppError('genre_count', message, { faults: [{ at, message }] })
  }
  const [only] = found
  if (ids.length === 1 && only) {
    const near =
      only.neighbours.map(genreById).find(Boolean)?.name ?? genres.find(({ id }) => id !== only.id)?.name ?? 'another'
    const message = `A mashup needs at least two genres, and you named one: ${only.name}. How about ${only.name} x ${near}?`
    throw new AppError('genre_count', message, { faults: [{ at, message }] })
  }
  return ids
}

/** "foo x bar": what stands on either side of a cross, when it is said like that. */
function crossed(music: string): string[] {
  const sides = music.split(/\s+(?:x|×|\+|meets|crossed with|mixed with|vs\.?)\s+/iu)
  if (sides.length < 2) return []
  return sides.map((side, at) => {
    const words = side
      .replace(/^(?:.*\b(?:a|an|the|mix|blend|mashup|of|make|write)\b\s+)/iu, '')
      .trim()
      .split(/\s+/)
    return (at === 0 ? words.slice(-2) : words.slice(0, 2))
      .join(' ')
      .replace(/\b(?:song|mashup|about|track|for)\b.*$/iu, '')
      .trim()
  })
}

/** Two to four genre ids: those wished for, those named in the prompt, or a pair of the seed's. Refuses with kind words. */
export function settleGenres(
  wished: readonly string[] | undefined,
  named: readonly Genre[],
  music: string,
  seed: number,
): string[] {
  if (wished) {
    const looked = wished.map((text, at) => ({ text, at: `/genres/${at}`, genre: findGenre(text) }))
    const missing = looked.filter(({ genre }) => !genre)
    if (missing.length > 0) throw unknown(missing)
    return counted(
      looked.flatMap(({ genre }) => genre ?? []),
      '/genres',
    )
  }
  const strange = crossed(music).filter(
    (side) =>
      side !== '' &&
      !findGenre(side) &&
      !side.split(' ').some((word) => findGenre(word)) &&
      !named.some(({ name }) => side.toLowerCase().includes(name.toLowerCase())),
  )
  if (strange.length > 0 && named.length < 2) throw unknown(strange.map((text) => ({ at: '/prompt', text })))
  const ids = counted(named, '/prompt')
  return ids.length > 0 ? ids : fittingPair(seed).map(({ id }) => id)
}
