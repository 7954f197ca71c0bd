import { bareWord, syllablesOfLine } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { lastWord, rhymeKeys } from '../../words/rhyme.js'

export const roles = ['scene', 'fact', 'turn', 'close'] as const
export type Role = (typeof roles)[number]

/** Two lines that belong together, and what they are good for. */
export interface Couplet {
  lines: readonly [string, string]
  role: Role
  /** Place in the telling, from 0; couplets with a higher one come later. */
  order: number
  /** What it tells: "library:3" is the library's third fact; a song tells each once. "" for a picture. */
  tells: string
  /** Added to its worth when couplets are chosen: from the level it was written for, and how well it is made. */
  worth: number
}

export const sizeOf = syllablesOfLine

/** The keys that the line's last word rhymes by. */
export const endsOf = remembered((line) => rhymeKeys(lastWord(line)))

export const endWord = remembered((line) => bareWord(lastWord(line)))

/** Whether two lines rhyme with different words; "ball" and "basketball" end in the same one. */
export function rhymes(a: string, b: string): boolean {
  const [one, other] = [endWord(a), endWord(b)]
  return !one.endsWith(other) && !other.endsWith(one) && endsOf(a).some((key) => endsOf(b).includes(key))
}

/** Syllables that a line may have, and those it should. */
export interface Room {
  min: number
  best: number
  max: number
}

export const fits = (line: string, { min, max }: Room): boolean => sizeOf(line) >= min && sizeOf(line) <= max

/** What it costs that the line is longer or shorter than best. */
export const off = (line: string, { best }: Room): number => Math.abs(sizeOf(line) - best) / 4
