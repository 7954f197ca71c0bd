import type { Finding } from '../../domain/finding.js'
import { countWords, gradeOf, readingGrade } from '../words/reading-level.js'
import { sentencesOfSong } from '../words/sentences.js'
import type { Check } from './check.js'

/** How many grades from its own a song may read before a word is said about it. */
const leeway = 1
/** From here on too hard is more than a remark. */
const tooMuch = 3

const rounded = (grade: number): number => Math.round(grade * 10) / 10

type Advice = Pick<Finding, 'severity' | 'evidence' | 'suggestion' | 'cost'>

function tooHard(sentences: readonly string[], terms: readonly string[], above: number): Advice {
  const gradesOf = new Map(sentences.map((sentence) => [sentence, readingGrade([sentence], terms)]))
  const [hardest = ''] = [...sentences].sort((a, b) => gradesOf.get(b)! - gradesOf.get(a)!)
  return {
    severity: above > tooMuch ? 'warning' : 'info',
    evidence: `hardest: "${hardest}"`,
    suggestion: 'Shorter words, or shorter sentences: a full stop where a clause ends.',
    cost: above > tooMuch ? 0.08 : 0.02,
  }
}

/** Simpler is welcome in a song, but the teacher may know, and what would change it. */
function tooEasy(sentences: readonly string[], terms: readonly string[], grade: number): Advice {
  const words = countWords(sentences, terms)
  const counts = sentences.map((_, at) => at + 1)
  const fewer = counts.findLast((many) => gradeOf(words, many) >= grade - leeway)
  const lift = fewer === undefined ? 'longer words' : `clauses that run on, over ${fewer} sentences`
  return {
    severity: 'info',
    evidence: `${sentences.length} sentences of some ${Math.round(words.words / sentences.length)} words.`,
    suggestion: `No fault in a song. If it is to read up to its grade, it wants ${lift}.`,
    cost: 0,
  }
}

/** The words read within a grade of the song's own, by its sentences as they are punctuated; terms it teaches are easy words. */
export const readingLevel: Check = (song) => {
  const { gradeLevel, education, provenance, sections, hook } = song
  const terms = [...provenance.request.keyTerms, ...education.keyConcepts.map(({ term }) => term), education.topic]
  const sentences = sentencesOfSong(
    sections.map(({ lines }) => lines.map(({ text }) => text)),
    hook,
  )
  const grade = readingGrade(sentences, terms)
  const above = grade - gradeLevel
  const measures = { readingGrade: rounded(grade), readingAbove: rounded(above) }
  if (sentences.length === 0 || Math.abs(above) <= leeway) return { findings: [], measures }
  const advice = above > 0 ? tooHard(sentences, terms, above) : tooEasy(sentences, terms, gradeLevel)
  const evidence = `The words read like grade ${rounded(grade)}, the song is for grade ${gradeLevel}; ${advice.evidence}`
  return { findings: [{ rule: 'reading-level', place: {}, ...advice, evidence }], measures }
}
