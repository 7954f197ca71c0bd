import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { isDenied } from '../../words/denial.js'
import { isEnglish } from '../../words/is-english.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'

const isSentence = (text: string): boolean => wordsOf(text).length >= 3

/** Words that carry the sense, for comparing two facts. */
const senseOf = (fact: string): Set<string> =>
  new Set(
    wordsOf(fact)
      .map(bareWord)
      .filter((word) => !functionWords.has(word) && !isDenied(word)),
  )

/** Facts that say yes and no to the same: neither can be sung as true. */
function contradicts(a: string, b: string): boolean {
  const [one, other] = [senseOf(a), senseOf(b)]
  const shared = [...one].filter((word) => other.has(word)).length
  const alike = shared / Math.max(1, Math.min(one.size, other.size))
  if (isDenied(a) !== isDenied(b) && alike >= 0.8) return true
  const numbers = (text: string) => (text.match(/\b\d[\d,.]*\b/g) ?? []).join(' ')
  const without = (words: Set<string>) =>
    [...words]
      .filter((word) => !/\d/.test(word))
      .sort()
      .join(' ')
  return numbers(a) !== numbers(b) && without(one) === without(other)
}

/**
 * The facts of a request that a song can carry: whole English sentences, without pairs that contradict each other; of very many
 * those that speak of the key terms, spread over the whole list.
 */
export function singableFacts(facts: readonly string[], keyTerms: readonly string[]): string[] {
  const sentences = facts.filter((fact) => isSentence(fact) && isEnglish(fact))
  const clear = sentences.filter((fact) => !sentences.some((other) => other !== fact && contradicts(fact, other)))
  if (clear.length <= 24) return clear
  const speaking = clear.filter((fact) => keyTerms.some((term) => mentions(fact, term)))
  const pool = speaking.length >= 12 ? speaking : clear
  const step = pool.length / 24
  return [...new Set(Array.from({ length: 24 }, (_, n) => pool[Math.floor(n * step)]!))]
}
