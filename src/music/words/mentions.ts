import { bareWord, wordsOf } from './pronunciation.js'
import { remembered } from './remembered.js'

/** The stem that a term must share with a word of a line to count as used: "chlorophyll", "cell(s)". */
const stemOf = (word: string): string => bareWord(word).replace(/(es|s)$/, '')

const stemsOf = remembered((text) => wordsOf(text).map(stemOf))

/** Whether a text uses a term, in any of its forms, its words in any order. */
export const mentions = (text: string, term: string): boolean => {
  const words = stemsOf(text)
  const parts = stemsOf(term)
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
}
