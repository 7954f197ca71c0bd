import type { SkillLevel } from '../../domain/mashup-request.js'
import { type Meter, meterShape } from '../../domain/meter.js'
import type { Key, Note, Section, TheoryNote } from '../../domain/song.js'
import { nameInKey } from '../theory/keys.js'

const intervalNames = [
  'the same note',
  'a half step',
  'a whole step',
  'a minor third',
  'a major third',
  'a fourth',
  'a tritone',
  'a fifth',
  'a minor sixth',
  'a major sixth',
  'a minor seventh',
  'a major seventh',
  'an octave',
  'more than an octave',
  'more than an octave',
  'more than an octave',
]

interface Heard extends Note {
  section: number
  line: number
  word: string
}

export const notesOf = (sections: readonly Section[]): Heard[] =>
  sections.flatMap(({ lines }, section) =>
    lines.flatMap((sung, line) => sung.notes.map((note) => ({ ...note, section, line, word: note.syllable }))),
  )

const mean = (notes: readonly Note[]): number => notes.reduce((sum, { midi }) => sum + midi, 0) / notes.length

interface Tune {
  key: Key
  meter: Meter
  sections: readonly Section[]
  level: SkillLevel
}

/** Bar of the whole song (from 1) in which a section's beat lies. */
export function barAt(sections: readonly Section[], meter: Meter, section: number, beat: number): number {
  const { bar } = meterShape(meter)
  const before = sections
    .slice(0, section)
    .flatMap(({ chords }) => chords)
    .reduce((sum, { beats }) => sum + beats, 0)
  return Math.floor((before + beat) / bar + 1e-6) + 1
}

const octave = (midi: number): number => Math.floor(midi / 12) - 1

/** What the tune that was written does: range and climax, chorus lift, widest leap, returning motif. All read off its notes. */
export function explainMelody({ key, meter, sections, level }: Tune): TheoryNote[] {
  const all = notesOf(sections)
  if (all.length < 2) return []
  const name = (midi: number) =>
    level === 'beginner' ? nameInKey(midi, key) : `${nameInKey(midi, key)}${octave(midi)}`
  const low = all.reduce((a, b) => (b.midi < a.midi ? b : a))
  const high = all.reduce((a, b) => (b.midi > a.midi ? b : a))
  const place = (note: Heard) => ({
    section: note.section,
    line: note.line,
    bar: barAt(sections, meter, note.section, note.start),
  })
  const span = high.midi - low.midi
  const notes: TheoryNote[] = [
    {
      concept: 'Range and climax',
      text: `The tune stays between ${name(low.midi)} and ${name(high.midi)}, ${span <= 12 ? 'no more than an octave' : 'a little more than an octave'}. It first reaches its highest note here, on "${high.word}".`,
      place: place(high),
    },
  ]
  const verse = all.filter(({ section }) => sections[section]!.kind === 'verse')
  const chorus = all.filter(({ section }) => sections[section]!.kind === 'chorus')
  if (verse.length > 0 && chorus.length > 0) {
    const lift = Math.round(mean(chorus) - mean(verse))
    if (lift > 0)
      notes.push({
        concept: 'Chorus lift',
        text: `The chorus lies on average ${lift} half ${lift === 1 ? 'step' : 'steps'} higher than the verses, so it feels bigger before anyone sings louder.`,
        place: place(chorus[0]!),
      })
    notes.push(motifNote(chorus, place, level))
  }
  const leaps = all.slice(1).map((note, at) => ({
    note,
    size: note.line === all[at]!.line && note.section === all[at]!.section ? Math.abs(note.midi - all[at]!.midi) : 0,
  }))
  const widest = leaps.reduce((a, b) => (b.size > a.size ? b : a))
  const moves = leaps.filter(({ size }) => size > 0)
  const mostlySteps = moves.filter(({ size }) => size <= 2).length > moves.length / 2
  if (widest.size > 2)
    notes.push({
      concept: 'Leap',
      text: `${mostlySteps ? 'Most of the tune moves by steps; its' : 'Its'} widest leap inside a line is ${intervalNames[Math.min(15, widest.size)]} and lands here on "${widest.note.word}". A leap makes a word stand out.`,
      place: place(widest.note),
    })
  return notes
}

function motifNote(
  chorus: readonly Heard[],
  place: (note: Heard) => TheoryNote['place'],
  level: SkillLevel,
): TheoryNote {
  const first = chorus.filter(({ section, line }) => section === chorus[0]!.section && line === chorus[0]!.line)
  const longest = first.reduce((a, b) => (b.beats > a.beats ? b : a))
  const moves = first.slice(1, 5).map((note, at) => Math.sign(note.midi - first[at]!.midi))
  const path = moves.map((move) => (move > 0 ? 'up' : move < 0 ? 'down' : 'same')).join(', ')
  return {
    concept: level === 'beginner' ? 'The hook' : 'Motif',
    text: `The hook has a shape of its own: ${path || 'a single call'}, with its longest note on "${longest.word}". It comes back with the same notes in every chorus, and that is why it sticks.`,
    place: place(chorus[0]!),
  }
}
