import type { Line, Note } from '../domain/song.js'

/** A syllable under its note. `syllabic` is MusicXML's word: where in its word it stands. `extend`: it is held on afterwards. */
export interface SungSyllable {
  text: string
  syllabic: 'single' | 'begin' | 'middle' | 'end'
  extend: boolean
}

/** Where each syllable ends a word, found by walking the line's text: a blank or a dash follows, or nothing does. */
function wordEnds(line: Line, syllables: string[]): boolean[] {
  let at = 0
  return syllables.map((syllable) => {
    const found = line.text.indexOf(syllable, at)
    if (found >= 0) at = found + syllable.length
    return !/^\S/u.test(line.text.slice(at))
  })
}

/** The notes of a line, each with the syllable it carries or `null` where the one before is held on. */
export function sungSyllables(line: Line): { note: Note; syllable: SungSyllable | null }[] {
  const carriers = line.notes.filter((note) => note.syllable !== '')
  const ends = wordEnds(
    line,
    carriers.map((note) => note.syllable),
  )
  let carrier = -1
  return line.notes.map((note, index) => {
    if (note.syllable === '') return { note, syllable: null }
    carrier++
    const startsWord = carrier === 0 || ends[carrier - 1] === true
    const endsWord = ends[carrier] === true
    const syllabic = startsWord ? (endsWord ? 'single' : 'begin') : endsWord ? 'end' : 'middle'
    return { note, syllable: { text: note.syllable, syllabic, extend: line.notes[index + 1]?.syllable === '' } }
  })
}
