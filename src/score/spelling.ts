import { Chord as TonalChord, Note as TonalNote } from 'tonal'
import type { Key, Mode } from '../domain/song.js'

/** A written pitch: letter, alteration in semitones, octave in scientific pitch (C4 is middle C, MIDI 60). */
export interface Spelled {
  step: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G'
  alter: number
  octave: number
}

/** Fifths from the mode's tonic to the major key with the same signature: dorian on D has the signature of C. */
const fifthsOfMode: Record<Mode, number> = { lydian: 1, major: 0, mixolydian: -1, dorian: -2, minor: -3, phrygian: -4 }
const lineOfFifths = ['F', 'C', 'G', 'D', 'A', 'E', 'B'] as const
const semitones: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 }

const fifthsOf = (name: string): number =>
  lineOfFifths.indexOf(name[0] as (typeof lineOfFifths)[number]) -
  1 +
  7 * (name.endsWith('#') ? 1 : name.endsWith('b') ? -1 : 0)

/** Sharps (positive) or flats (negative) of the key signature, −7 to 7 for every key we write in. */
export const signatureOf = ({ tonic, mode }: Key): number => fifthsOf(tonic) + fifthsOfMode[mode]

const fromFifths = (fifths: number): { step: Spelled['step']; alter: number } => ({
  step: lineOfFifths[(((fifths + 1) % 7) + 7) % 7]!,
  alter: Math.floor((fifths + 1) / 7),
})

/** Spells one MIDI pitch: as the sounding chord has it, else as the key does, else by the shortest way round the line of fifths. */
export function spell(midi: number, key: Key, chordSymbol: string): Spelled {
  const pitchClass = midi % 12
  const inChord = TonalChord.get(chordSymbol).notes.find(
    (name) => TonalNote.chroma(name) === pitchClass && TonalNote.accidentals(name).length < 2,
  )
  const signature = signatureOf(key)
  const candidates = Array.from({ length: 17 }, (_, at) => signature - 6 + at).filter(
    (fifths) => (((fifths * 7) % 12) + 12) % 12 === pitchClass,
  )
  // The seven notes of the key are the signature's own: fifths from one below it to five above.
  const nearest = [...candidates].sort((a, b) => Math.abs(a - signature - 2) - Math.abs(b - signature - 2))[0]!
  const { step, alter } = inChord
    ? { step: inChord[0] as Spelled['step'], alter: TonalNote.get(inChord).alt }
    : fromFifths(nearest)
  return { step, alter, octave: Math.floor((midi - semitones[step]! - alter) / 12) - 1 }
}
