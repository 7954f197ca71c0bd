import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Key, Mode } from '../../domain/song.js'
import { chordQualities } from '../theory/chord-quality.js'
import { explainChord } from '../theory/explain-chord.js'
import { isMinorish } from '../theory/keys.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import { parseRoman, type Roman, romanText, rootOf } from '../theory/roman.js'

export const chordsOf = (progression: string): string[] => progression.trim().split(/\s+/)

/** Whether a tonic chord among them has the other third than the mode's: "I" in minor makes a phrase another mode's. */
const denies = (roman: Roman, minor: boolean): boolean =>
  roman.of === null &&
  roman.accidental === '' &&
  roman.degree === 0 &&
  (roman.quality.lower !== undefined) !== minor &&
  roman.quality.symbol !== '5'

/** Whether a chord by itself can be explained in the mode and does not deny it. */
export function fitsAlone(text: string, mode: Mode): boolean {
  const roman = parseRoman(text)
  return roman !== null && !denies(roman, isMinorish(mode)) && explainChord(text, { tonic: 'C', mode }) !== null
}

/**
 * Whether III, VI or VII, major triads that a major key has not, lead where they point: a fourth up, or III to the IV above it.
 * Where they do not, the phrase was made for minor, and in major its chords have nothing to do with each other.
 */
function leadsOn(progression: readonly string[], at: number, key: Key): boolean {
  const roman = parseRoman(progression[at]!)!
  const bare =
    roman.of === null && roman.accidental === '' && roman.quality.symbol === '' && [2, 5, 6].includes(roman.degree)
  if (!bare || explainChord(progression[at]!, key)?.kind !== 'secondary') return true
  const root = pitchClass(rootOf(roman, key))
  const moves = progression
    .map((_, step) => parseRoman(progression[(at + step) % progression.length]!)!)
    .map((next) => modulo(pitchClass(rootOf(next, key)) - root, 12))
  const move = moves.find((semitones) => semitones !== 0)
  return move === 5 || (move === 1 && roman.degree === 2)
}

/** Whether a phrase belongs to the mode: each of its chords can be explained, none denies it, and those on a visit lead on. */
export function fitsMode(progression: readonly string[], mode: Mode): boolean {
  const key: Key = { tonic: 'C', mode }
  return (
    progression.every((text) => fitsAlone(text, mode)) && progression.every((_, at) => leadsOn(progression, at, key))
  )
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
