import { countWords, gradeOf } from '../../words/reading-level.js'
import { sentencesOf } from '../../words/sentences.js'
import type { Couplet } from './couplet.js'

/**
 * How many grades a couplet's words lie outside what its stops can bring them to: as it stands it reads easiest, joined to another
 * like it hardest. A question in the middle keeps a couplet young, long words make it old.
 */
export function offGrade({ lines }: Couplet, grade: number, terms: readonly string[]): number {
  const sentences = sentencesOf(lines, '')
  const { words, syllables } = countWords(lines, terms)
  const many = sentences.length
  const joined = /[\p{L}\p{N}]\.$/u.test(lines[1]) ? 2 * many - 1 : 2 * many
  const easiest = gradeOf({ words, syllables }, many)
  const hardest = gradeOf({ words: 2 * words, syllables: 2 * syllables }, joined)
  return Math.max(0, grade - hardest, easiest - grade)
}
