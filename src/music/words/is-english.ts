import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { bareWord, pronunciations, wordsOf } from './pronunciation.js'

/** Function words that other languages of the same letters have too. */
const shared = /^(me|no|i|a|is|in|as|he|an|do|on|so|or|of|was|has)$/

/** Whether a text reads as an English phrase of three words or more: words the dictionary of sounds knows, held by English grammar. */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text)
    .map(bareWord)
    .filter((word) => word !== '')
  if (words.length < 3) return false
  const known = words.filter((word) => /\d/.test(word) || pronunciations(word).length > 0).length
  const telling = words.some((word) => functionWords.has(word) && !shared.test(word))
  return known === words.length || (telling && known / words.length >= 0.5) || known / words.length >= 0.8
}
