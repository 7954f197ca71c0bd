import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { bareWord, pronunciations, wordsOf } from './pronunciation.js'

/** Function words that other languages of the same letters have too. */
const shared = /^(me|no|i|a|is|in|as|he|an|do|on|so|or|of|was|has)$/

/** Words of grammar in languages that are written in the same letters, and in English nothing or a part of a name. */
const foreign = new Set(
  'der das und ist nicht ein eine einem einen einer im zum zur vom beim wird werden sind auf mit für von aus bei nach auch sich wie les des est une dans sur avec pour que qui du sont pas et au el los las del una y es son con por muy il gli della di che nel sono het een zijn em uma não os och är på'.split(
    ' ',
  ),
)
/** English words of grammar that are words in those languages too. */
const ambiguous = /^(me|no|i|in|as|an|do|on|so|was|he|am|die|man|hat|war|for|or|at|more|son)$/

/** Whether a text reads as an English phrase of three words or more: words the dictionary of sounds knows, held by English grammar. */
export function isEnglish(text: string): boolean {
  const words = wordsOf(text)
    .map(bareWord)
    .filter((word) => word !== '')
  if (words.length < 3) return false
  const [theirs, ours] = [
    words.filter((word) => foreign.has(word)).length,
    words.filter((word) => functionWords.has(word) && !ambiguous.test(word) && !foreign.has(word)).length,
  ]
  if (theirs > ours) return false
  const known = words.filter((word) => /\d/.test(word) || pronunciations(word).length > 0).length
  const telling = words.some((word) => functionWords.has(word) && !shared.test(word))
  return known === words.length || (telling && known / words.length >= 0.5) || known / words.length >= 0.8
}
