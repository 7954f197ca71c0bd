import type { Finding } from '../../domain/finding.js'
import { stem } from '../../knowledge/topics.js'
import { functionWords } from '../../knowledge/word-lists/function-words.js'
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

/** Tells of a fact whether it is heard in these lines: half of its telling words in two that follow each other. */
export function hearsFactsIn(lines: readonly string[]): (fact: string) => boolean {
  const heard = lines.map((line) => new Set(sense(line)))
  return (fact) => {
    const words = [...new Set(sense(fact))]
    const enough = Math.max(1, Math.min(3, words.length / 2))
    return heard.some((line, at) => words.filter((word) => line.has(word) || heard[at + 1]?.has(word)).length >= enough)
  }
}

/** How many of the request's own facts are heard. */
export const factsSung: Check = (song) => {
  const { facts } = song.provenance.request
  if (facts.length === 0)
    return { findings: song.education.facts.length < 3 ? [unknownTopic(song.education.topic)] : [], measures: {} }
  const lines = sungLines(song).map(({ text }) => text)
  const isSung = hearsFactsIn(lines)
  const silent = facts.filter((fact) => !isSung(fact))
  const sung = facts.length - silent.length
  const room = Math.max(1, Math.floor(new Set(lines).size / 4))
  const measures = { factsSung: share(sung, facts.length) }
  if (silent.length === 0) return { findings: [], measures }
  const foreign = silent.filter((fact) => !isEnglish(fact))
  const reason =
    foreign.length > 0
      ? ` "${foreign[0]!.slice(0, 80)}" is not a sentence in English.`
      : facts.length > room
        ? ' A song has room for some six.'
        : ''
  return {
    findings: [
      {
        rule: 'facts-sung',
        severity: sung < Math.min(2, facts.length) && foreign.length === 0 ? 'warning' : 'info',
        place: {},
        evidence: `${sung} of ${facts.length} facts of the request are sung.${reason} Not sung: "${silent[0]!.slice(0, 120)}"`,
        suggestion: 'Give each fact as one short sentence, the most important first.',
        cost: sung < Math.min(2, facts.length) && foreign.length === 0 ? 0.08 : 0.01,
      },
    ],
    measures,
  }
}
