import { stem } from '../../../knowledge/topics.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { isDenied } from '../../words/denial.js'
import { isEnglish } from '../../words/is-english.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { verbAt } from '../lyrics/parse-clause.js'

const isSentence = (text: string): boolean => wordsOf(text).length >= 3

const numeral = /^(?:.*\d.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million)$/

/** A fact, taken apart to be compared. */
interface Claim {
  denied: boolean
  /** Stems of the words that carry the sense, without numbers. */
  sense: ReadonlySet<string>
  numbers: string
  /** Whether its numbers are what it says, as in "boils at 100", not what it speaks of, as in "3 is odd". */
  counts: boolean
}

function claimOf(fact: string): Claim {
  const words = wordsOf(fact).map(bareWord)
  const first = words.findIndex((word) => numeral.test(word))
  const verb = verbAt(words)
  return {
    denied: isDenied(fact),
    sense: new Set(
      words.filter((word) => !functionWords.has(word) && !isDenied(word) && !numeral.test(word)).map(stem),
    ),
    numbers: words.filter((word) => numeral.test(word)).join(' '),
    counts: verb > 0 && first > verb,
  }
}

/** Facts that say yes and no to the same, or the same of different numbers. */
function clash(a: Claim, b: Claim): boolean {
  const [small, large] = a.sense.size <= b.sense.size ? [a.sense, b.sense] : [b.sense, a.sense]
  if (small.size === 0 || ![...small].every((word) => large.has(word))) return false
  if (a.denied !== b.denied) return a.numbers === b.numbers && large.size * 2 <= small.size * 3
  return small.size === large.size && a.numbers !== b.numbers && a.counts && b.counts
}

/** Facts of a list that contradict another of it: none of them can be sung as true. */
export function contradictions(facts: readonly string[]): string[] {
  const claims = facts.map(claimOf)
  return facts.filter((_, at) => claims.some((claim, n) => n !== at && clash(claims[at]!, claim)))
}

/**
 * The facts of a request that a song can carry: whole English sentences, without pairs that contradict each other; of very many
 * those that speak of the key terms, spread over the whole list.
 */
export function singableFacts(facts: readonly string[], keyTerms: readonly string[]): string[] {
  const sentences = facts.filter((fact) => isSentence(fact) && isEnglish(fact))
  const denied = new Set(contradictions(sentences))
  const clear = sentences.filter((fact) => !denied.has(fact))
  if (clear.length <= 24) return clear
  const speaking = clear.filter((fact) => keyTerms.some((term) => mentions(fact, term)))
  const pool = speaking.length >= 12 ? speaking : clear
  const step = pool.length / 24
  return [...new Set(Array.from({ length: 24 }, (_, n) => pool[Math.floor(n * step)]!))]
}

/**
 * What a model proposes to sing, settled with the request's own facts: those first, then what neither repeats a fact that the
 * request cannot have sung nor contradicts one of its own.
 */
export function settledFacts(
  { facts, keyTerms }: { facts: readonly string[]; keyTerms: readonly string[] },
  proposed: readonly string[],
): string[] {
  const own = singableFacts(facts, keyTerms)
  const said = facts.map(claimOf)
  const fitting = proposed.filter((fact) => {
    const claim = claimOf(fact)
    return !facts.includes(fact) && isEnglish(fact) && !said.some((other) => clash(other, claim))
  })
  const all = [...new Set([...own, ...fitting])]
  return all.length > 0 ? all : proposed.filter((fact) => !facts.includes(fact))
}
