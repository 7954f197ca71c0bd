import { bareWord, wordsOf } from './pronunciation.js'

/** Runs of `size` words, in lower case, without punctuation. */
export function shinglesOf(text: string, size: number): string[] {
  const words = wordsOf(text).map(bareWord)
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(' '))
}

/** The runs of `size` words that a text shares with any of the sources. */
export function sharedShingles(text: string, sources: readonly string[], size = 6): string[] {
  const known = new Set(sources.flatMap((source) => shinglesOf(source, size)))
  return [...new Set(shinglesOf(text, size).filter((shingle) => known.has(shingle)))]
}
