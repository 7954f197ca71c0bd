import { modeDegrees } from '../../domain/mode.js'
import type { Key, Mode } from '../../domain/song.js'
import { remembered } from '../words/remembered.js'
import { modulo, pitchClass, transpose } from './pitch.js'

export const degreesOf = (mode: Mode): readonly number[] => modeDegrees[mode]

/** Whether the mode's third is minor: what makes a tune sound darker at once. */
export const isMinorish = (mode: Mode): boolean => modeDegrees[mode][2] === 3

const scaleOn = (mode: Mode) =>
  remembered((tonic): readonly string[] =>
    modeDegrees[mode].map((semitones, step) => transpose(tonic, step, semitones)),
  )
const scales: Record<Mode, ReturnType<typeof scaleOn>> = {
  major: scaleOn('major'),
  minor: scaleOn('minor'),
  dorian: scaleOn('dorian'),
  phrygian: scaleOn('phrygian'),
  lydian: scaleOn('lydian'),
  mixolydian: scaleOn('mixolydian'),
}

/** The seven notes of the key from its tonic up, each on its own letter. */
export const scaleOf = ({ tonic, mode }: Key): readonly string[] => scales[mode](tonic)

export const scaleClasses = (key: Key): Set<number> => new Set(scaleOf(key).map(pitchClass))

/** The name of a sounding pitch in a key: a scale note by its own name, any other as a lowered degree above it. */
export function nameInKey(midi: number, key: Key): string {
  const semitones = modulo(midi - pitchClass(key.tonic), 12)
  const step = modeDegrees[key.mode].findIndex((degree) => degree >= semitones)
  return step < 0 ? transpose(key.tonic, 6, semitones) : transpose(key.tonic, step, semitones)
}

const sharpsOfMajor: Record<string, number> = { C: 0, G: 1, D: 2, A: 3, E: 4, B: 5, F: -1 }
const signatureShift: Record<Mode, number> = {
  lydian: 1,
  major: 0,
  mixolydian: -1,
  dorian: -2,
  minor: -3,
  phrygian: -4,
}

/** Sharps (positive) or flats (negative) of the key's signature. */
export function signatureOf(key: Key): number {
  const accidental = key.tonic.endsWith('#') ? 7 : key.tonic.endsWith('b') ? -7 : 0
  return sharpsOfMajor[key.tonic[0]!]! + accidental + signatureShift[key.mode]
}
