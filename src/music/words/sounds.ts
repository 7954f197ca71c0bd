import { dictionary } from 'cmu-pronouncing-dictionary'
import { syllable as guessSyllables } from 'syllable'
import { extraPronunciations } from '../../knowledge/word-lists/pronunciations.js'
import { derivedSounds } from './derived-sounds.js'
import { soundsFromLetters } from './letter-sounds.js'
import type { Phonemes } from './phonemes.js'

const variants = new Map<string, Phonemes[]>()
const guesses = new Map<string, Phonemes[]>()
const plain: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'th', þ: 'th', ı: 'i' }

/** The letters of a word as the dictionary spells it: lower case, inner apostrophes kept, diacritics folded. */
export function bareWord(word: string): string {
  // Most words are bare already, and this is asked thousands of times for one song.
  if (/^[a-z0-9]+(?:'[a-z0-9]+)*$/.test(word)) return word
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[øłßæœđðþı]/g, (letter) => plain[letter] ?? '')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '')
}

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
  const extra = Object.hasOwn(extraPronunciations, bare) ? extraPronunciations[bare] : undefined
  if (found.length === 0 && extra) found.push(extra.split(' '))
  variants.set(bare, found)
  return found
}

/** How a word may sound, known or not: by the dictionary, by its parts ("storm-cloud", "un-kind-ness"), else by its letters. */
export function soundsOf(word: string): Phonemes[] {
  const known = pronunciations(word)
  if (known.length > 0) return known
  const bare = bareWord(word)
  let guess = guesses.get(bare)
  if (!guess) {
    const derived = derivedSounds(bare, pronunciations)
    guess = derived ? [derived] : [soundsFromLetters(bare, Math.max(1, guessSyllables(bare)))]
    guesses.set(bare, guess)
  }
  return guess
}

export const isVowel = (phoneme: string): boolean => /\d$/.test(phoneme)
