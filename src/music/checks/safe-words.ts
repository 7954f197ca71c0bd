import { topicById } from '../../knowledge/topics.js'
import { unsafeWords } from '../words/safety.js'
import type { Check } from './check.js'
import { sungLines } from './sung-lines.js'

/** Nothing is sung that a class of the grade should not sing; what the topic's curriculum teaches passes. */
export const safeWords: Check = (song) => {
  const { request } = song.provenance
  const topic = `${song.education.topic} ${request.topic} ${topicById(request.topicId ?? '')?.name ?? ''}`
  const texts = [...sungLines(song), { text: song.title, place: {} }]
  const whole = texts.map(({ text }) => text).join('\n')
  if (unsafeWords(whole, song.gradeLevel, { topic }).length === 0) return { findings: [], measures: { unsafeLines: 0 } }
  const findings = texts.flatMap(({ text, place }) =>
    unsafeWords(text, song.gradeLevel, { topic }).map(({ about }) => ({
      rule: 'safe-words',
      severity: 'error' as const,
      place,
      evidence: `"${text}" has a word of ${about} that is not for grade ${song.gradeLevel}.`,
      suggestion: 'Write the line anew without it.',
      cost: 0.35,
    })),
  )
  return { findings, measures: { unsafeLines: findings.length } }
}
