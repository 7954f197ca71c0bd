import { bareWord, wordsOf } from './pronunciation.js'

/** The stem that a term must share with a word of a line to count as used: "chlorophyll", "cell(s)". */
const stemOf = (word: string): string => bareWord(word).replace(/(es|s)$/, '')

const stems = new Map<string, string[]>()
const stemsOf = (text: string): string[] => {
  let found = stems.get(text)
  if (!found) {
    found = wordsOf(text).map(stemOf)
    if (stems.size > 20_000) stems.clear()
    stems.set(text, found)
  }
  return found
}

/** Whether a text uses a term, in any of its forms, its words in any order. */
export const mentions = (text: string, term: string): boolean => {
  const words = stemsOf(text)
  const parts = stemsOf(term)
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
}
