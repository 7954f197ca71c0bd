import type { Song } from '../../src/domain/song.js'
import { intervalRuns, linesOf } from './measure-song.js'

/** The part of two sets that is common to both, of the smaller one. */
function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const size = Math.min(a.size, b.size)
  return size === 0 ? 0 : [...a].filter((item) => b.has(item)).length / size
}

const pairs = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((item, at) => items.slice(at + 1).map((other): [T, T] => [item, other]))

/** For each pair of songs that differ in their seed alone, what they share. */
export const sharedBetweenSeeds = <T>(
  songsByRequest: readonly (readonly Song[])[],
  of: (song: Song) => ReadonlySet<T>,
): number[] => songsByRequest.flatMap((songs) => pairs(songs.map(of)).map(([a, b]) => common(a, b)))

export const sharedLines = (songsByRequest: readonly (readonly Song[])[]) => sharedBetweenSeeds(songsByRequest, linesOf)

export const sharedRuns = (songsByRequest: readonly (readonly Song[])[], size: number) =>
  sharedBetweenSeeds(songsByRequest, (song) => intervalRuns(song, size))

/** Of all different lines, those that songs of two topics or more sing; each with its topics. */
export function linesOfManyTopics(songs: readonly Song[]): { share: number; lines: string[] } {
  const topics = new Map<string, Set<string>>()
  for (const song of songs)
    for (const line of linesOf(song)) {
      const known = topics.get(line) ?? new Set()
      topics.set(line, known.add(song.education.topic))
    }
  const lines = [...topics].filter(([, named]) => named.size > 1).map(([line]) => line)
  return { share: lines.length / Math.max(1, topics.size), lines }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A line with its song's terms and topic taken out of it: what is left of "Orbit: you heard" is "you heard". */
function withoutTerms(song: Song): (line: string) => string {
  const named = [
    ...song.education.keyConcepts.map(({ term }) => term),
    ...song.provenance.request.keyTerms,
    song.education.topic,
  ]
  const words = named.flatMap((term) => [term, ...term.split(/[\s-]+/)]).filter((word) => word.length > 2)
  const pattern = words
    .sort((a, b) => b.length - a.length)
    .map((word) => escaped(word.toLowerCase().replace(/(?:es|s|y)$/, '')))
  const terms = new RegExp(`\\b(?:${pattern.join('|')})(?:es|s|y|ies)?\\b`, 'gu')
  return (line) => line.toLowerCase().replace(terms, '…')
}

/** The clauses of a line that say something: between its colons and commas, two words or more. */
const clauses = (line: string): string[] =>
  line
    .split(/[:;,.?!]/)
    .map((clause) => clause.replace(/[^\p{L}\p{N}…]+/gu, ' ').trim())
    .filter((clause) => clause.split(' ').length > 1)

/**
 * Lines that would fit any topic: with its terms taken out, a clause of the line stands in songs of two topics or more. This is
 * what "the same line in songs of different topics" misses, when a line only changes its noun. `shares` is one figure a song.
 */
export function fillerLines(songs: readonly Song[]): { shares: number[]; lines: string[] } {
  const topics = new Map<string, Set<string>>()
  const parted = songs.map((song) => {
    const bare = withoutTerms(song)
    const texts = new Set(song.sections.flatMap(({ lines }) => lines.map(({ text }) => text)))
    return { topic: song.education.topic, lines: [...texts].map((text) => ({ text, parts: clauses(bare(text)) })) }
  })
  for (const { topic, lines } of parted)
    for (const { parts } of lines)
      for (const part of parts) topics.set(part, (topics.get(part) ?? new Set()).add(topic))
  const fits = ({ parts }: { parts: string[] }) => parts.some((part) => topics.get(part)!.size > 1)
  const shares = parted.map(({ lines }) => lines.filter(fits).length / Math.max(1, lines.length))
  return { shares, lines: parted.flatMap(({ lines }) => lines.filter(fits).map(({ text }) => text)) }
}
