import type { Note, Section } from '../../domain/song.js'
import { syllabify } from '../words/syllabify.js'

/** A note and where it is sung: `at` counts the notes of its line from 0. */
export interface Heard extends Note {
  section: number
  line: number
  at: number
  /** Whether its syllable is a light one. */
  light: boolean
}

type SungLine = Section['lines'][number]

function heardIn({ text, notes }: SungLine, section: number, line: number): Heard[] {
  const syllables = syllabify(text)
  const match = syllables.length === notes.length
  return notes.map(({ midi, start, beats, syllable }, at) => {
    const light = match && syllables[at]?.stress === 0
    return { midi, start, beats, syllable, section, line, at, light }
  })
}

/** Every sung note of a song, in order. */
export const notesOf = (sections: readonly Section[]): Heard[] =>
  sections.flatMap(({ lines }, section) => lines.flatMap((sung, line) => heardIn(sung, section, line)))

const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** What a note sings, as a sentence quotes it: `"drop"`, or `"ro" of "chlorophyll"`. */
export function wordUnder({ at, syllable }: Pick<Heard, 'at' | 'syllable'>, { text, notes }: SungLine): string {
  const sung = `"${bare(syllable)}"`
  const syllables = syllabify(text)
  if (syllables.length !== notes.length) return sung
  const own = syllables[at]
  const parts = syllables.filter(({ word }) => word === own?.word)
  const whole = bare(parts.map((part) => part.text).join(''))
  return whole === '' || `"${whole}"` === sung ? sung : `${sung} of "${whole}"`
}
