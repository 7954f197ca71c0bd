import type { Key } from '../../domain/song.js'
import { remembered } from '../words/remembered.js'
import { type ChordQuality, chordQualities } from './chord-quality.js'
import { scaleOf } from './keys.js'
import { parsePitch, pitchClass, transpose } from './pitch.js'
import { romanText, rootOf, tonesOn } from './roman.js'

export interface NamedChord {
  readonly root: string
  readonly quality: ChordQuality
  readonly tones: readonly string[]
}

/** "Ebmaj7" as its root and tones; `null` for a symbol that we do not write. */
export const parseSymbol = remembered((symbol): NamedChord | null => {
  const match = /^([A-G](?:#+|b+)?)(.*)$/.exec(symbol)
  if (!match) return null
  const root = match[1]!
  const quality = chordQualities.find((known) => known.symbol === match[2])
  return quality ? { root, quality, tones: tonesOn(root, quality) } : null
})

/** Pitch classes of a chord symbol, root first; empty for a symbol that we do not write. */
export const classesOf = remembered((symbol): readonly number[] => parseSymbol(symbol)?.tones.map(pitchClass) ?? [])

/**
 * The numeral of a chord in a key, so that `spellRoman` gives the same symbol back. `null` when the root is no degree of the
 * key, raised or lowered by one at most (an F## in C).
 */
export function romanOf(symbol: string, key: Key): string | null {
  const chord = parseSymbol(symbol)
  if (!chord) return null
  const degree = (parsePitch(chord.root).letter - parsePitch(key.tonic).letter + 7) % 7
  const plain = { accidental: '' as const, degree, quality: chord.quality, of: null }
  if (rootOf(plain, key) === chord.root) return romanText(plain)
  for (const accidental of ['b', '♮', '#'] as const) {
    const altered = { ...plain, accidental }
    if (rootOf(altered, key) === chord.root) return romanText(altered)
  }
  return null
}

/** The chord on a degree (0–6) built of the key's own notes: a triad, or with its seventh; `null` where its kind has no name. */
export function diatonicChord(degree: number, key: Key, size: 3 | 4 = 3): NamedChord | null {
  const scale = scaleOf(key)
  const root = scale[degree]!
  const classes = Array.from({ length: size }, (_, at) => pitchClass(scale[(degree + 2 * at) % 7]!))
  const quality = chordQualities.find(
    ({ tones }) =>
      tones.length === size &&
      tones.every(([steps, semitones], at) => pitchClass(transpose(root, steps, semitones)) === classes[at]),
  )
  return quality ? { root, quality, tones: tonesOn(root, quality) } : null
}
