import { type Meter, meterShape } from '../domain/meter.js'
import type { Chord, Section, Song } from '../domain/song.js'
import { type Spelled, spell } from './spelling.js'
import { type SungSyllable, sungSyllables } from './sung-syllables.js'

/** One written note or rest. `beats` is one that a single (dotted) note value can show. */
export interface WrittenNote {
  pitch: Spelled | null
  midi: number | null
  /** From the bar's start, in beats. */
  at: number
  beats: number
  tieStart: boolean
  tieStop: boolean
  lyric: SungSyllable | null
}

export interface WrittenChord {
  at: number
  chord: Chord
}

export interface WrittenBar {
  /** From 1, as musicians count. */
  number: number
  /** Rehearsal mark, at the first bar of a section. */
  mark: string | null
  section: number
  chords: WrittenChord[]
  notes: WrittenNote[]
}

const values = [6, 4, 3, 2, 1.5, 1, 0.75, 0.5, 0.375, 0.25, 0.125]
const epsilon = 1e-6

/** A quarter that begins between two beats is read as such, as long as it leaves the bar's strong beats to be seen. */
function isSyncopatedQuarter(from: number, to: number, meter: Meter): boolean {
  const { step, strong } = meterShape(meter)
  if (step !== 0.25 || Math.abs(to - from - 1) > epsilon || Math.abs((from % 1) - 0.5) > epsilon) return false
  return strong.every((beat) => beat < from + epsilon || beat > to - epsilon)
}

/** A stretch of a bar as note values that a reader can count: never over a pulse that must be seen, never an odd length. */
function splitStretch(from: number, to: number, meter: Meter, sounding: boolean): number[] {
  if (sounding && isSyncopatedQuarter(from, to, meter)) return [1]
  const { pulses, bar } = meterShape(meter)
  // Where the pulse is a dotted quarter, a note longer than one pulse shows whole pulses.
  const pulseLength = pulses[1] === 1.5 ? 1.5 : 0
  const readable = (value: number) =>
    pulseLength === 0 ? value <= 4 : value <= pulseLength || value % pulseLength === 0
  const parts: number[] = []
  let at = from
  while (to - at > epsilon) {
    const onPulse = pulses.some((pulse) => Math.abs(pulse - at) < epsilon)
    const nextPulse = pulses.find((pulse) => pulse > at + epsilon) ?? bar
    const limit = onPulse ? to : Math.min(to, nextPulse)
    const value = values.find((candidate) => readable(candidate) && candidate <= limit - at + epsilon) ?? limit - at
    parts.push(value)
    at += value
  }
  return parts
}

/** Chords of a section by their bar: a chord that goes on over a bar line is named again. */
function chordsByBar(section: Section, bar: number): Map<number, WrittenChord[]> {
  const byBar = new Map<number, WrittenChord[]>()
  let start = 0
  for (const chord of section.chords) {
    for (let index = Math.floor(start / bar + epsilon); index * bar < start + chord.beats - epsilon; index++) {
      const list = byBar.get(index) ?? []
      list.push({ at: Math.max(0, start - index * bar), chord })
      byBar.set(index, list)
    }
    start += chord.beats
  }
  return byBar
}

/**
 * A song as bars of written notes: rests filled in, notes split at bar lines and pulses and tied, pitches spelled in their
 * chord and key, syllables hyphenated. MusicXML, ABC and the lead sheet are all written from it.
 */
export function notate(song: Song): WrittenBar[] {
  const { bar } = meterShape(song.meter)
  const bars: WrittenBar[] = []
  for (const [sectionIndex, section] of song.sections.entries()) {
    const count = Math.ceil(section.chords.reduce((sum, chord) => sum + chord.beats, 0) / bar - epsilon)
    const chords = chordsByBar(section, bar)
    const own: WrittenBar[] = Array.from({ length: count }, (_, index) => ({
      number: bars.length + index + 1,
      mark: index === 0 ? section.label : null,
      section: sectionIndex,
      chords: chords.get(index) ?? [],
      notes: [],
    }))
    const chordAt = (beat: number): string => {
      const inBar = own[Math.min(count - 1, Math.floor(beat / bar + epsilon))]!.chords
      const offset = beat % bar
      return (inBar.findLast(({ at }) => at <= offset + epsilon) ?? inBar[0])?.chord.symbol ?? ''
    }
    const write = (from: number, to: number, midi: number | null, lyric: SungSyllable | null) => {
      const first = { at: from }
      let at = from
      while (to - at > epsilon) {
        const index = Math.floor(at / bar + epsilon)
        const end = Math.min(to, (index + 1) * bar)
        const pitch = midi === null ? null : spell(midi, song.key, chordAt(from))
        for (const beats of splitStretch(at - index * bar, end - index * bar, song.meter, midi !== null)) {
          own[index]?.notes.push({
            pitch,
            midi,
            at: at - index * bar,
            beats,
            tieStop: midi !== null && at > first.at + epsilon,
            tieStart: midi !== null && at + beats < to - epsilon,
            lyric: at === first.at ? lyric : null,
          })
          at += beats
        }
      }
    }
    let sung = 0
    for (const line of section.lines) {
      for (const { note, syllable } of sungSyllables(line)) {
        if (note.start - sung > epsilon) write(sung, note.start, null, null)
        const from = Math.max(sung, note.start)
        const to = Math.min(note.start + note.beats, count * bar)
        write(from, to, note.midi, syllable)
        sung = Math.max(sung, to)
      }
    }
    if (count * bar - sung > epsilon) write(sung, count * bar, null, null)
    bars.push(...own)
  }
  return bars
}
