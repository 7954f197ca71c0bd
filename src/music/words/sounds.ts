import { syllable as guessSyllables } from 'syllable'
import { entriesOf } from '../../knowledge/pronouncing-dictionary.js'
import { extraPronunciations } from '../../knowledge/word-lists/pronunciations.js'
import { derivedSounds } from './derived-sounds.js'
import { soundsFromLetters } from './letter-sounds.js'
import type { Phonemes } from './phonemes.js'
import { remembered } from './remembered.js'

const plain: Record<string, string> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', đ: 'd', ð: 'th', þ: 'th', ı: 'i' }

/** The letters of a word as the dictionary spells it: lower case, inner apostrophes kept, diacritics folded. */
export const bareWord = remembered((word) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/[øłßæœđðþı]/g, (letter) => plain[letter] ?? '')
    .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, ''),
)

/** Every pronunciation the dictionary has of a word; none for a word it does not know. */
export const pronunciations = remembered((word): Phonemes[] => {
  const bare = bareWord(word)
  const found: Phonemes[] = entriesOf(bare).map((entry) => entry.split(' '))
  const extra = Object.hasOwn(extraPronunciations, bare) ? extraPronunciations[bare] : undefined
  if (found.length === 0 && extra) found.push(extra.split(' '))
  return found
})

/** How a word may sound, known or not: by the dictionary, by its parts ("storm-cloud", "un-kind-ness"), else by its letters. */
export const soundsOf = remembered((word): Phonemes[] => {
  const known = pronunciations(word)
  if (known.length > 0) return known
  const bare = bareWord(word)
  const derived = derivedSounds(bare, pronunciations)
  return [derived ?? soundsFromLetters(bare, Math.max(1, guessSyllables(bare)))]
})

export const isVowel = (phoneme: string): boolean => /\d$/.test(phoneme)
