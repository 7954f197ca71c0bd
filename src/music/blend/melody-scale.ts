import type { Genre } from '../../domain/genre.js'
import type { Key } from '../../domain/song.js'
import { isMinorish, scaleOf } from '../theory/keys.js'

export interface MelodyScale {
  name: string
  /** Spelled, from the tonic up. */
  notes: readonly string[]
}

const pentatonic = { major: [0, 1, 2, 4, 5], minor: [0, 2, 3, 4, 6] } as const

const modeNames = {
  major: 'major scale',
  minor: 'natural minor scale',
  dorian: 'Dorian mode',
  phrygian: 'Phrygian mode',
  lydian: 'Lydian mode',
  mixolydian: 'Mixolydian mode',
} as const

export const modeName = (key: Key): string => modeNames[key.mode]

/** The notes a tune of this genre leans on in this key: five where its first scale is pentatonic, else all seven. */
export function melodyScale(genre: Genre, key: Key): MelodyScale {
  const scale = scaleOf(key)
  if (!/pentatonic/i.test(genre.scales[0]!)) return { name: modeName(key), notes: scale }
  const kind = isMinorish(key.mode) ? 'minor' : 'major'
  return { name: `${kind} pentatonic scale`, notes: pentatonic[kind].map((degree) => scale[degree]!) }
}
