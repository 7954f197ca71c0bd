import type { SkillLevel } from '../../domain/mashup-request.js'
import { type Meter, meterShape } from '../../domain/meter.js'
import type { Key, Note, Section, SectionKind, TheoryNote } from '../../domain/song.js'
import { nameInKey } from '../theory/keys.js'
import { type Heard, notesOf, wordUnder } from './heard-notes.js'

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
]
const intervalName = (semitones: number): string =>
  semitones <= 12 ? intervalNames[semitones]! : `an octave and ${intervalNames[Math.min(12, semitones - 12)]!}`

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
  const wordOf = (note: Heard) => wordUnder(note, sections[note.section]!.lines[note.line]!)
  const notes: TheoryNote[] = [
    {
      concept: level === 'beginner' ? 'The highest note' : 'Range and climax',
      text: rangeText(low, high, wordOf(high), name, level, sections[high.section]!.kind),
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
        text: `The chorus lies on average ${lift} half ${lift === 1 ? 'step' : 'steps'}${lift > 2 && lift !== 6 ? `, about ${intervalName(lift)},` : ''} higher than the verses, so it ${lift > 2 ? 'feels bigger before anyone sings louder' : 'lifts off a little'}.`,
        place: place(chorus[0]!),
      })
    notes.push(motifNote(chorus, place, wordOf, level))
  }
  const leaps = all.slice(1).map((note, at) => ({
    note,
    size: note.line === all[at]!.line && note.section === all[at]!.section ? Math.abs(note.midi - all[at]!.midi) : 0,
  }))
  const size = Math.max(...leaps.map((leap) => leap.size))
  const widest = leaps.filter((leap) => leap.size === size)
  const leap = (widest.find(({ note }) => !note.light) ?? widest[0])!.note
  const moves = leaps.filter((move) => move.size > 0)
  const mostlySteps = moves.filter((move) => move.size <= 2).length > moves.length / 2
  if (size > 2)
    notes.push({
      concept: 'Leap',
      text: `${mostlySteps ? 'Most of the tune moves by steps; its' : 'The'} widest leap inside a line is ${intervalName(size)}, here to ${wordOf(leap)}. ${leap.light ? 'Practise it alone: the ear does not expect a leap on a light syllable.' : 'The leap makes that word stand out.'}`,
      place: place(leap),
    })
  return notes
}

function rangeText(
  low: Heard,
  high: Heard,
  word: string,
  name: (midi: number) => string,
  level: SkillLevel,
  where: SectionKind,
): string {
  const span = high.midi - low.midi
  const first = where === 'chorus' ? 'in the chorus, where the song wants most voice' : `already in the ${where}`
  return level === 'beginner'
    ? `The lowest note of the tune is ${name(low.midi)} and the highest ${name(high.midi)}, ${span} half steps above it. The highest comes first here, on ${word}: take a good breath before.`
    : `The tune stays between ${name(low.midi)} and ${name(high.midi)}, ${intervalName(span)}. It first reaches its highest note ${first}, on ${word}.`
}

const pathOf = (notes: readonly Heard[]): string =>
  notes
    .slice(1, 5)
    .map((note, at) => ['down', 'same note', 'up'][Math.sign(note.midi - notes[at]!.midi) + 1]!)
    .join(', ')

function motifNote(
  chorus: readonly Heard[],
  place: (note: Heard) => TheoryNote['place'],
  wordOf: (note: Heard) => string,
  level: SkillLevel,
): TheoryNote {
  const first = chorus.filter(({ section, line }) => section === chorus[0]!.section && line === chorus[0]!.line)
  const longest = Math.max(...first.map(({ beats }) => beats))
  const held = first.filter(({ beats }) => beats === longest)
  const rest = held.length === 1 && first.length > 1 ? `, and its longest note is on ${wordOf(held[0]!)}` : ''
  const path = pathOf(first)
  return {
    concept: level === 'beginner' ? 'The hook' : 'Motif',
    text: `The hook ${path ? `begins ${path}` : 'is a single call'}${rest}. Every chorus brings it back with the same notes, and that is why it sticks.`,
    place: place(chorus[0]!),
  }
}
