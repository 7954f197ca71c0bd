import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { mentions } from '../words/mentions.js'
import { bareWord, wordsOf } from '../words/pronunciation.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

/** The song is about its topic: the topic's words, its terms or the words of its facts are in the lines. */
export const topicPresent: Check = (song) => {
  const { topic, keyConcepts, facts } = song.education
  const telling = (text: string) =>
    wordsOf(text)
      .map((word) => bareWord(word).replace(/'s?$/, ''))
      .filter((word) => word.length > 3 && !functionWords.has(word))
  const subject = new Set(
    [...telling(topic), ...keyConcepts.flatMap(({ term }) => telling(term)), ...facts.flatMap(telling)].map((word) =>
      word.slice(0, 5),
    ),
  )
  const lines = sungLines(song)
  const about = lines.filter(({ text }) => telling(text).some((word) => subject.has(word.slice(0, 5))))
  // "Our school garden" is named by "the garden".
  const named = telling(topic)
  const names = lines.some(
    ({ text }) =>
      mentions(text, topic) ||
      named.some((word) => mentions(text, word)) ||
      keyConcepts.some(({ term }) => mentions(text, term)),
  )
  const part = share(about.length, lines.length)
  const measures = { linesOnTopic: part }
  // A class trip's song may tell all its facts and never say "our trip".
  const tells = part >= 0.6 && song.provenance.request.facts.length > 0
  if ((names && part >= 0.15) || tells) return { findings: [], measures }
  return {
    findings: [
      {
        rule: 'topic-present',
        severity: part === 0 ? 'error' : 'warning',
        place: lines.find((line) => !about.includes(line))?.place ?? {},
        evidence: `${about.length} of ${lines.length} lines speak of ${topic}.`,
        suggestion: `Put facts and words of ${topic} into the verses.`,
        cost: part === 0 ? 0.31 : 0.1,
      },
    ],
    measures,
  }
}
