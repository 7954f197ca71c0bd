import { syllablesOfLine } from '../words/pronunciation.js'
import type { Check } from './check.js'
import { share, sungLines } from './sung-lines.js'

const longest = { beginner: 10, intermediate: 13, advanced: 14 } as const

/** A line has the syllables that it says it has, and no more than a singer of the level takes in a breath. */
export const syllablesAsWritten: Check = (song) => {
  const most = longest[song.skillLevel]
  const lines = sungLines(song)
  const findings = lines.flatMap(({ text, syllables, place }) => {
    const counted = syllablesOfLine(text)
    if (counted !== syllables)
      return {
        rule: 'syllables-counted',
        severity: 'error' as const,
        place,
        evidence: `"${text}" has ${counted} syllables, the song says ${syllables}.`,
        suggestion: 'Count the syllables again and fit the notes to them.',
        cost: 0.1,
      }
    if (counted <= most) return []
    return {
      rule: 'line-length',
      severity: 'warning' as const,
      place,
      evidence: `"${text}" has ${counted} syllables; for this level ${most} is the most.`,
      suggestion: 'Shorten the line, or part it in two.',
      cost: 0.04,
    }
  })
  return { findings, measures: { linesSingable: share(lines.length - findings.length, lines.length) } }
}
