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
