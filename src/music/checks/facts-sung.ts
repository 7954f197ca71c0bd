import type { Finding } from '../../domain/finding.js'
import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { isEnglish } from '../words/is-english.js'
import { bareWord, wordsOf } from '../words/pronunciation.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

const sense = (text: string): string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((word) => !functionWords.has(word))
    .map((word) => word.replace(/(es|s|ed|ing)$/, ''))

/** A song on what neither the library nor the dictionary knows can only ask about it. */
const unknownTopic = (topic: string): Finding => ({
  rule: 'facts-sung',
  severity: 'warning',
  place: {},
  evidence: `Hardly anything is known here of "${topic}", and the request gives no facts.`,
  suggestion: 'Add three to six facts, a short sentence each; the song will sing those.',
  cost: 0.08,
})

/** How many of the request's own facts are heard: half of a fact's telling words in two lines that follow each other. */
export const factsSung: Check = (song) => {
  const { facts } = song.provenance.request
  if (facts.length === 0)
    return { findings: song.education.facts.length < 3 ? [unknownTopic(song.education.topic)] : [], measures: {} }
  const lines = sungLines(song).map(({ text }) => new Set(sense(text)))
  const heard = (fact: string): boolean => {
    const words = [...new Set(sense(fact))]
    return lines.some(
      (line, at) =>
        words.filter((word) => line.has(word) || lines[at + 1]?.has(word)).length >=
        Math.max(1, Math.min(3, words.length / 2)),
    )
  }
  const silent = facts.filter((fact) => !heard(fact))
  const sung = facts.length - silent.length
  const room = Math.max(1, Math.floor(new Set(sungLines(song).map(({ text }) => text)).size / 4))
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
