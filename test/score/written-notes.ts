import type { NoteEntry, Score } from 'musicxml-io'
import type { Song } from '../../src/domain/song.js'
import { sectionStarts } from '../../src/score/section-starts.js'

/** A sounding note: MIDI pitch, start and length in beats from the song's start, and what is sung on it. */
export type Sounding = [midi: number, start: number, beats: number, syllable: string]

const semitones: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }
const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Notes of a score as another program reads them, tied ones joined. */
export function soundingOf(score: Score): Sounding[] {
  const notes: Sounding[] = []
  let divisions = 1
  let bar = 0
  for (const measure of score.parts[0]!.measures) {
    divisions = measure.attributes?.divisions ?? divisions
    let at = 0
    for (const entry of measure.entries) {
      if (entry.type !== 'note') continue
      const beats = entry.duration / divisions
      if (entry.pitch) add(notes, entry, bar + at, beats)
      at += beats
    }
    bar += at
  }
  return notes
}

function add(notes: Sounding[], { pitch, ties, tie, lyrics }: NoteEntry, start: number, beats: number): void {
  const { step, octave, alter = 0 } = pitch!
  const all = [...(ties ?? []), ...(tie ? [tie] : [])]
  const before = notes.at(-1)
  if (all.some(({ type }) => type === 'stop') && before) before[2] = rounded(before[2] + beats)
  else notes.push([12 * (octave + 1) + semitones[step]! + alter, rounded(start), beats, lyrics?.[0]?.text ?? ''])
}

/** The song's own notes, in the same shape. */
export const notesOf = (song: Song): Sounding[] =>
  sectionStarts(song).flatMap(({ section, start }) =>
    section.lines.flatMap((line) =>
      line.notes.map((note): Sounding => [note.midi, rounded(start + note.start), note.beats, note.syllable]),
    ),
  )
