import type { SessionRequest } from '../domain/session/commands.js'
import type { LineCheck } from '../domain/session/line-check.js'
import type { Line } from '../domain/session/state.js'
import { mentions } from '../music/words/mentions.js'
import { syllablesOfLine } from '../music/words/pronunciation.js'
import { lastWord, rhymeOfLines } from '../music/words/rhyme.js'
import { unsafeWords } from '../music/words/safety.js'
import { syllabify } from '../music/words/syllabify.js'

/** As it is named to people: "glow", not "glow.". */
const endWord = (text: string): string => lastWord(text).replace(/[^\p{L}\p{N}]+$/u, '')

/** Checks a line against its place in the sheet. Pure and quick: it answers while somebody writes. */
export function checkLine(text: string, line: Line, sheet: readonly Line[], request: SessionRequest): LineCheck {
  const count = syllablesOfLine(text)
  const { min, max } = line.syllables
  const partner =
    line.rhyme === ''
      ? undefined
      : sheet.find((one) => one.id !== line.id && one.section === line.section && one.rhyme === line.rhyme)
  const kind = partner && rhymeOfLines(text, partner.text)
  const safe = unsafeWords(text, request.gradeLevel, { topic: request.topic }).length === 0
  const remarks: string[] = []
  if (!safe) remarks.push('Some of these words may not fit the class. Your teacher looks at them before others do.')
  if (count < min)
    remarks.push(`${count} syllables; ${min} or more would fill the tune. Is there a word you could add?`)
  if (count > max) remarks.push(`${count} syllables; the tune has room for ${max}. Can you say it shorter?`)
  if (partner && kind === 'none') remarks.push(`"${endWord(text)}" could rhyme with "${endWord(partner.text)}".`)
  if (partner && kind === 'same')
    remarks.push(`"${endWord(text)}" ends both lines. Another word that rhymes sounds fresher.`)
  return {
    syllables: { count, min, max },
    stress: syllabify(text).map(({ text: piece, stress }) => ({ text: piece, strong: stress > 0 })),
    rhyme: partner && kind ? { with: endWord(partner.text), kind } : null,
    safe,
    keyTerms: request.keyTerms.filter((term) => mentions(text, term)),
    remarks,
  }
}
