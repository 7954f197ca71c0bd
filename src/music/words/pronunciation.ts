import { remembered } from './remembered.js'
import { bareWord, isVowel } from './sounds.js'
import { spokenWords } from './spoken.js'

export type { Phonemes } from './phonemes.js'
export { bareWord, isVowel, pronunciations, soundsOf } from './sounds.js'

/** Syllables of one word as it is spoken: "1789" has six. */
export function syllablesOfWord(word: string): number {
  let count = 0
  for (const { sounds } of spokenWords(word)) count += sounds.filter(isVowel).length
  return count
}

/** The words of a line, in order; a hyphen parts words, a sign that is read out ("=") is one. */
export const wordsOf = remembered((line): readonly string[] =>
  line.split(/[\s\u2010-\u2015\-/]+/u).filter((word) => bareWord(word) !== '' || /^[=+×÷&½¼¾π√<>→−]$/u.test(word)),
)

export const syllablesOfLine = remembered((line) => wordsOf(line).reduce((sum, word) => sum + syllablesOfWord(word), 0))
