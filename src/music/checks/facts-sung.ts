import type { Finding } from '../../domain/finding.js'
import { stem } from '../../knowledge/topics.js'
import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { contradictions } from '../composer/education/singable-facts.js'
import { isDenied } from '../words/denial.js'
import { isEnglish } from '../words/is-english.js'
import { bareWord, wordsOf } from '../words/pronunciation.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

/** The words that tell something, as stems: "buses" is heard for "bus", "marching" for "march". */
const sense = (text: string): string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((word) => !functionWords.has(word))
    .map(stem)

/** A song on what neither the library nor the dictionary knows can only ask about it. */
const unknownTopic = (topic: string): Finding => ({
  rule: 'facts-sung',
  severity: 'warning',
  place: {},
  evidence: `Hardly anything is known here of "${topic}", and the request gives no facts.`,
  suggestion: 'Add three to six facts, a short sentence each; the song will sing those.',
  cost: 0.08,
})

/**
 * Tells of a fact whether it is heard in these lines: half of its telling words in two that follow each other, and where it
 * denies, a word that does.
 */
export function hearsFactsIn(lines: readonly string[]): (fact: string) => boolean {
  const heard = lines.map((line) => new Set(sense(line)))
  const denials = lines.map(isDenied)
  return (fact) => {
    const words = [...new Set(sense(fact))]
    const enough = Math.max(1, Math.min(3, words.length / 2))
    const denied = isDenied(fact)
    return heard.some(
      (line, at) =>
        (!denied || denials[at] || denials[at + 1]) &&
        words.filter((word) => line.has(word) || heard[at + 1]?.has(word)).length >= enough,
    )
  }
}

/** Why a fact that is not sung was left out, the gravest reason first; "" when nothing was wrong with it. */
function reasonFor(silent: readonly string[], clashing: readonly string[]): string {
  if (clashing.length > 0)
    return ` Left out because they contradict each other: ${clashing
      .slice(0, 2)
      .map((fact) => `"${fact.slice(0, 80)}"`)
      .join(' and ')}.`
  const foreign = silent.find((fact) => !isEnglish(fact))
  return foreign === undefined ? '' : ` "${foreign.slice(0, 80)}" is not a sentence in English.`
}

/** How many of the request's own facts are heard. Of facts that contradict each other none counts as sung. */
export const factsSung: Check = (song) => {
  const { facts } = song.provenance.request
  if (facts.length === 0)
    return { findings: song.education.facts.length < 3 ? [unknownTopic(song.education.topic)] : [], measures: {} }
  const lines = sungLines(song).map(({ text }) => text)
  const isSung = hearsFactsIn(lines)
  const clashing = contradictions(facts)
  const silent = facts.filter((fact) => clashing.includes(fact) || !isSung(fact))
  const sung = facts.length - silent.length
  const measures = { factsSung: share(sung, facts.length) }
  if (silent.length === 0) return { findings: [], measures }
  const room = Math.max(1, Math.floor(new Set(lines).size / 4))
  const reason = reasonFor(silent, clashing)
  const isFew = sung < Math.min(2, facts.length) && reason === ''
  return {
    findings: [
      {
        rule: 'facts-sung',
        severity: isFew ? 'warning' : 'info',
        place: {},
        evidence: `${sung} of ${facts.length} facts of the request are sung.${reason || (facts.length > room ? ' A song has room for some six.' : '')} Not sung: "${silent[0]!.slice(0, 120)}"`,
        suggestion:
          clashing.length > 0
            ? 'Keep the one of them that is true, and make the song again.'
            : 'Give each fact as one short sentence in English, the most important first.',
        cost: isFew ? 0.08 : 0.01,
      },
    ],
    measures,
  }
}
