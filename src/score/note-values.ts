import { type Meter, meterShape } from '../domain/meter.js'
import type { WrittenNote } from './notation.js'

/** A note value as MusicXML names it, and its dots. */
export interface NoteValue {
  type: string
  dots: 0 | 1
  /** Flags or beams: 1 for an eighth, 2 for a sixteenth. */
  beams: number
}

const types: [number, string, number][] = [
  [4, 'whole', 0],
  [2, 'half', 0],
  [1, 'quarter', 0],
  [0.5, 'eighth', 1],
  [0.25, '16th', 2],
  [0.125, '32nd', 3],
]

/** The value of a length that `notate` produced. */
export function noteValue(beats: number): NoteValue {
  for (const [length, type, beams] of types) {
    if (Math.abs(beats - length) < 1e-6) return { type, dots: 0, beams }
    if (Math.abs(beats - length * 1.5) < 1e-6) return { type, dots: 1, beams }
  }
  throw new RangeError(`no single note value lasts ${beats} beats`)
}

export type BeamMark = 'begin' | 'continue' | 'end' | 'forward hook' | 'backward hook'

/** Beams of one bar by note: consecutive notes shorter than a quarter within one pulse share them. Index = beam level − 1. */
export function beamsOfBar(notes: WrittenNote[], meter: Meter): BeamMark[][] {
  const { pulses } = meterShape(meter)
  const pulseOf = (at: number) => pulses.findLastIndex((pulse) => pulse <= at + 1e-6)
  const levels = notes.map((note) => (note.pitch ? noteValue(note.beats).beams : 0))
  const joined = (a: number, b: number, level: number): boolean => {
    const [left, right] = [notes[a], notes[b]]
    if (!left || !right) return false
    return levels[a]! >= level && levels[b]! >= level && pulseOf(left.at) === pulseOf(right.at)
  }
  return notes.map((_, index) => {
    const marks: BeamMark[] = []
    if (!joined(index - 1, index, 1) && !joined(index, index + 1, 1)) return marks
    for (let level = 1; level <= levels[index]!; level++) {
      const before = joined(index - 1, index, level)
      const after = joined(index, index + 1, level)
      if (before && after) marks.push('continue')
      else if (before) marks.push('end')
      else if (after) marks.push('begin')
      else marks.push(joined(index - 1, index, 1) ? 'backward hook' : 'forward hook')
    }
    return marks
  })
}
