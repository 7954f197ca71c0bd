import type { Key } from '../../domain/song.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import { parseRoman, type Roman, rootOf } from '../theory/roman.js'
import { barsOf, type Note, type Planned } from './planned.js'

/** What a cadence is called and why it works, by the half steps from home to the root before it and by that chord's kind. */
function cadenceKind(before: Roman, key: Key): string {
  const above = modulo(pitchClass(rootOf(before, key)) - pitchClass(key.tonic), 12)
  const minor = before.quality.lower !== undefined
  if (above === 7 && !minor)
    return `an authentic cadence: the chord on the fifth degree holds the leading note, a half step below ${key.tonic}, which pulls up to home`
  if (above === 7) return 'a soft cadence: the root falls a fifth to home, but without a leading note to pull'
  if (above === 5) return 'a plagal cadence, the one of the "Amen": the chord on the fourth degree sinks home'
  if (above === 10) return 'a modal cadence: the chord a whole step below home climbs up to it, without a leading note'
  if (above === 1) return 'a Phrygian cadence: the chord a half step above home leans down on it'
  return 'a modal cadence: the ear is led home without the leading note of a dominant'
}

/** The bar in which the end of the chorus turns for home, and the chord that leads there. */
export function cadenceNote({ key, level, sections }: Planned, bar: number): Note | null {
  const section = sections.findIndex(({ kind }) => kind === 'chorus')
  const chords = sections[section]?.chords ?? []
  const home = chords.at(-1)
  const at = chords.findLastIndex(({ symbol }) => symbol !== home?.symbol)
  const before = chords[at]
  const roman = before && parseRoman(before.roman)
  if (!home || !before || !roman) return null
  const text =
    level === 'beginner'
      ? `Listen to the end of the chorus: ${before.symbol} feels like waiting, ${home.symbol} feels like coming home.`
      : `The chorus closes with ${before.roman} – ${home.roman} (${before.symbol} – ${home.symbol}), ${cadenceKind(roman, key)}.`
  return { concept: level === 'beginner' ? 'Coming home' : 'Cadence', text, section, bar: barsOf(chords, bar)[at]! }
}
