import type { Place } from '../../domain/finding.js'
import type { UncheckedSong } from './check.js'

export interface SungLine {
  text: string
  rhyme: string
  kind: UncheckedSong['sections'][number]['kind']
  place: Place
  syllables: number
}

/** Every line of a song with its place, in the order of singing. */
export const sungLines = (song: UncheckedSong): SungLine[] =>
  song.sections.flatMap(({ kind, lines }, section) =>
    lines.map(({ text, rhyme, syllables }, line) => ({ text, rhyme, kind, syllables, place: { section, line } })),
  )

export const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000
