import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Genre, genreSchema } from '../domain/genre.js'

const folder = new URL('./genres/', import.meta.url)

/** Every genre of src/knowledge/genres (a file for each part of the world), in the order of their ids. */
export const genres: readonly Genre[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => z.array(genreSchema).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

const byId = new Map(genres.map((genre) => [genre.id, genre]))

export const genreById = (id: string): Genre | undefined => byId.get(id)

/** Words of a name as people spell it: lower case, no marks, "n", "&" and "and" as one. */
const wordsOfName = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}|['’ʻ]/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word === 'n' ? 'and' : word))

/** One key for "hip hop", "hip-hop" and "HipHop". */
const keyOf = (text: string): string => wordsOfName(text).join('')

const names = new Map<string, Genre>()
for (const genre of genres)
  for (const name of [genre.id, genre.name, ...genre.aliases])
    if (!names.has(keyOf(name))) names.set(keyOf(name), genre)

/** The genre of that name or alias, however it is spelled: "Drum n Bass", "dnb", "lofi". */
export const findGenre = (text: string): Genre | undefined =>
  names.get(keyOf(text)) ?? names.get(keyOf(text.replace(/\bmusic$/i, '')))

export interface NamedGenre {
  genre: Genre
  /** Where the name stands in the text; `end` is behind its last character. */
  start: number
  end: number
}

const longestName = Math.max(
  ...genres.flatMap((genre) => [genre.name, ...genre.aliases].map((name) => wordsOfName(name).length)),
)

/** The genres named in a text, in its order, longest names first ("drum and bass" before "bass"), each genre once. */
export function genresInText(text: string): NamedGenre[] {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}'’ʻ&]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: NamedGenre[] = []
  for (let at = 0; at < words.length; ) {
    let taken = 0
    for (let count = Math.min(longestName + 1, words.length - at); count > 0 && taken === 0; count--) {
      const start = words[at]!.start
      const { end } = words[at + count - 1]!
      const genre = names.get(keyOf(text.slice(start, end)))
      if (!genre) continue
      taken = count
      if (!found.some((earlier) => earlier.genre.id === genre.id)) found.push({ genre, start, end })
    }
    at += Math.max(1, taken)
  }
  return found
}

/** Edits (insert, delete, replace, swap neighbours) that make one word of another: optimal string alignment. */
function editDistance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let best = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[b.length]!
}

/** Letters that sound alike made one: "raggaeton", "waltzz", "klezmar". */
const soundOf = (key: string): string =>
  key
    .replace(/ph/g, 'f')
    .replace(/[ckq]+/g, 'k')
    .replace(/[sz]+/g, 's')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/(.)\1+/g, '$1')

/** The `count` genres whose names are nearest to what was typed, nearest first: by letters, then by sound. */
export function nearestGenres(text: string, count: number): Genre[] {
  const typed = keyOf(text).slice(0, 40)
  const distance = new Map<Genre, number>()
  for (const [key, genre] of names) {
    const size = Math.max(typed.length, key.length, 1)
    const letters = editDistance(typed, key) / size
    const sound = editDistance(soundOf(typed), soundOf(key)) / size
    const contained = typed.length > 2 && (key.includes(typed) || (key.length > 2 && typed.includes(key))) ? 0.25 : 0
    const score = letters + 0.5 * sound - contained
    if (score < (distance.get(genre) ?? Number.POSITIVE_INFINITY)) distance.set(genre, score)
  }
  return [...distance]
    .sort((a, b) => a[1] - b[1])
    .slice(0, count)
    .map(([genre]) => genre)
}
