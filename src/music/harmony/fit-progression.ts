import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Key, Mode } from '../../domain/song.js'
import { chordQualities } from '../theory/chord-quality.js'
import { explainChord } from '../theory/explain-chord.js'
import { isMinorish } from '../theory/keys.js'
import { parseRoman, type Roman, romanText } from '../theory/roman.js'

export const chordsOf = (progression: string): string[] => progression.trim().split(/\s+/)

/** Whether a tonic chord among them has the other third than the mode's: "I" in minor makes a phrase another mode's. */
const denies = (roman: Roman, minor: boolean): boolean =>
  roman.of === null &&
  roman.accidental === '' &&
  roman.degree === 0 &&
  (roman.quality.lower !== undefined) !== minor &&
  roman.quality.symbol !== '5'

/** Whether every chord of a phrase can be explained in the mode and none denies it. */
export function fitsMode(progression: readonly string[], mode: Mode): boolean {
  const key: Key = { tonic: 'C', mode }
  return progression.every((text) => {
    const roman = parseRoman(text)
    return roman !== null && !denies(roman, isMinorish(mode)) && explainChord(text, key) !== null
  })
}

/** The triad under a chord: "V7" is "V", "iiø7" is "ii°". Suspended and power chords stay. */
export function triadOf(text: string): string {
  const roman = parseRoman(text)
  if (!roman) return text
  const { quality } = roman
  if (quality.symbol.includes('sus') || quality.tones.length <= 3) return romanText(roman)
  const triad = chordQualities.find(
    (other) => other.tones.length === 3 && other.tones.every((tone, at) => tone[1] === quality.tones[at]![1]),
  )
  return romanText({ ...roman, quality: triad ?? quality })
}

/** A chord as the level plays it: beginners get triads. */
export const forLevel = (text: string, level: SkillLevel): string =>
  level === 'beginner' ? triadOf(text) : romanText(parseRoman(text)!)
