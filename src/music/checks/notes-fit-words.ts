import type { Finding } from '../../domain/finding.js'
import { syllablesOfLine } from '../words/pronunciation.js'
import type { Check } from './check.js'
import { hear, share } from './hear.js'

/** Syllables a second that a class can sing clearly, and what nobody can. */
const pace = { brisk: 6, impossible: 9 }

/** Each syllable has its note, notes follow each other within their section, and nobody has to gabble. */
export const notesFitWords: Check = (song) => {
  const findings: Finding[] = []
  let fitting = 0
  const lines = hear(song)
  for (const { place, text, notes } of lines) {
    const line = song.sections[place.section]!.lines[place.line]!
    const length = song.sections[place.section]!.chords.reduce((sum, { beats }) => sum + beats, 0)
    const sung = notes.filter(({ syllable }) => syllable !== '').length
    const clash = notes.find((note, at) =>
      notes[at + 1] ? note.start + note.beats > notes[at + 1]!.start + 1e-6 : note.start + note.beats > length + 1e-6,
    )
    const add = (rule: string, severity: Finding['severity'], evidence: string, suggestion: string, cost: number) =>
      findings.push({ rule, severity, place, evidence, suggestion, cost })
    if (sung === 0)
      add(
        'notes-fit',
        'error',
        `"${text}" has no notes: nothing in it can be sung.`,
        'Write words that can be read aloud.',
        0.1,
      )
    else if (sung !== line.syllables || sung !== syllablesOfLine(text))
      add(
        'notes-fit',
        'error',
        `"${text}" has ${syllablesOfLine(text)} syllables and ${sung} notes.`,
        'Give every syllable a note.',
        0.1,
      )
    else if (clash)
      add('notes-fit', 'error', `The note on "${clash.syllable}" runs into what follows.`, 'Shorten it.', 0.1)
    else fitting++
    if (notes.length < 2) continue
    const seconds = ((notes.at(-1)!.start + notes.at(-1)!.beats - notes[0]!.start) * 60) / song.tempo
    const speed = notes.length / seconds
    if (speed > pace.brisk)
      add(
        'singing-pace',
        speed > pace.impossible ? 'error' : 'warning',
        `"${text.slice(0, 60)}" asks for ${speed.toFixed(1)} syllables a second.`,
        'Shorten the line or part it in two.',
        Math.min(0.1, 0.02 * (speed - pace.brisk) + 0.02),
      )
  }
  return { findings, measures: { notesFitWords: share(fitting, lines.length) } }
}
