import type { Place } from '../../domain/finding.js'
import { meterShape } from '../../domain/meter.js'
import type { Note, SectionKind } from '../../domain/song.js'
import { type Beat, beatAt } from '../rhythm/beats.js'
import { classesOf } from '../theory/chord-symbol.js'
import { syllabify } from '../words/syllabify.js'
import type { UncheckedSong } from './check.js'

/** A sung note with all that a rule asks of it. */
export interface HeardNote extends Note {
  kind: SectionKind
  /** Its section, line and bar, ready for a finding. */
  place: Required<Pick<Place, 'section' | 'line' | 'bar'>>
  /** Pitch classes of the chord under it. */
  chord: readonly number[]
  beat: Beat
  /** Stress of its syllable by the dictionary; `null` where notes and syllables do not match. */
  stress: 0 | 1 | 2 | null
  open: boolean
}

/** A line as it is heard; an empty `notes` is a line that nobody sings. */
export interface HeardLine {
  kind: SectionKind
  place: HeardNote['place']
  text: string
  notes: HeardNote[]
}

const heard = new WeakMap<UncheckedSong, HeardLine[]>()

/** The sung lines of a song in order. Read once a song, for all rules. */
export function hear(song: UncheckedSong): HeardLine[] {
  const known = heard.get(song)
  if (known) return known
  const { bar } = meterShape(song.meter)
  const lines: HeardLine[] = []
  let before = 0
  for (const [section, { kind, chords, lines: sung }] of song.sections.entries()) {
    const spans = chords.map(({ symbol, beats }) => ({ classes: classesOf(symbol), beats }))
    const chordAt = (at: number) => {
      let ends = 0
      for (const span of spans) {
        ends += span.beats
        if (at < ends - 1e-6) return span.classes
      }
      return spans.at(-1)!.classes
    }
    for (const [line, { text, notes }] of sung.entries()) {
      const syllables = syllabify(text)
      const placeAt = (start: number) => ({ section, line, bar: Math.floor((before + start) / bar + 1e-6) + 1 })
      const match = syllables.length === notes.filter((note) => note.syllable !== '').length
      let spoken = 0
      const all = notes.map((note): HeardNote => {
        const syllable = match && note.syllable !== '' ? syllables[spoken++] : undefined
        return {
          midi: note.midi,
          start: note.start,
          beats: note.beats,
          syllable: note.syllable,
          kind,
          place: placeAt(note.start),
          chord: chordAt(note.start),
          beat: beatAt(song.meter, note.start),
          stress: syllable?.stress ?? null,
          open: syllable?.open ?? false,
        }
      })
      lines.push({ kind, place: all[0]?.place ?? placeAt(0), text, notes: all })
    }
    before += chords.reduce((sum, { beats }) => sum + beats, 0)
  }
  heard.set(song, lines)
  return lines
}

/** Semitones between neighbours within each line. */
export const movesOf = (lines: readonly HeardLine[]): { size: number; to: HeardNote }[] =>
  lines.flatMap(({ notes }) => notes.slice(1).map((to, at) => ({ size: Math.abs(to.midi - notes[at]!.midi), to })))

export const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000

export const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`
