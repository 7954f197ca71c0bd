import type { Note, Section } from '../../domain/song.js'
import { syllabify } from '../words/syllabify.js'

/** A note with the word it sings, as a sentence quotes it, and whether that syllable is a light one. */
export interface Heard extends Note {
  section: number
  line: number
  word: string
  light: boolean
}

const bare = (text: string): string => text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')

/** `"drop"`, or `"ro" of "chlorophyll"`. */
function heardIn({ text, notes }: Section['lines'][number], section: number, line: number): Heard[] {
  const syllables = syllabify(text)
  const match = syllables.length === notes.length
  return notes.map((note, at) => {
    const own = syllables[at]
    const whole = match
      ? syllables
          .filter(({ word }) => word === own?.word)
          .map((part) => part.text)
          .join('')
      : ''
    const sung = `"${bare(note.syllable)}"`
    const word = bare(whole) === '' || `"${bare(whole)}"` === sung ? sung : `${sung} of "${bare(whole)}"`
    return { ...note, section, line, word, light: match && own?.stress === 0 }
  })
}

/** Every sung note of a song, in order. */
export const notesOf = (sections: readonly Section[]): Heard[] =>
  sections.flatMap(({ lines }, section) => lines.flatMap((sung, line) => heardIn(sung, section, line)))
