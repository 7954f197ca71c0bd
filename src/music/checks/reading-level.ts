import { readingGrade } from '../words/reading-level.js'
import type { Check } from './check.js'
import { sungLines } from './sung-lines.js'

/** The words can be read at the song's grade, or at most one above; simpler is welcome in a song. */
export const readingLevel: Check = (song) => {
  const terms = [
    ...song.provenance.request.keyTerms,
    ...song.education.keyConcepts.map(({ term }) => term),
    song.education.topic,
  ]
  const lines = [...new Set(sungLines(song).map(({ text }) => text))]
  const grade = Math.round(readingGrade(lines, terms) * 10) / 10
  const above = Math.max(0, grade - song.gradeLevel)
  const measures = { readingGrade: grade, readingAbove: Math.round(above * 10) / 10 }
  if (above <= 1) return { findings: [], measures }
  const hard = [...lines].sort((a, b) => readingGrade([b], terms) - readingGrade([a], terms))[0] ?? ''
  return {
    findings: [
      {
        rule: 'reading-level',
        severity: above > 3 ? 'warning' : 'info',
        place: {},
        evidence: `The words read like grade ${grade}, the song is for grade ${song.gradeLevel}; hardest: "${hard}"`,
        suggestion: 'Shorter words, or shorter lines.',
        cost: above > 3 ? 0.08 : 0.02,
      },
    ],
    measures,
  }
}
