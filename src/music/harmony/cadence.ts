import type { SkillLevel } from '../../domain/mashup-request.js'
import type { Key, SectionKind } from '../../domain/song.js'
import { isMinorish, scaleClasses } from '../theory/keys.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import { parseRoman, rootOf } from '../theory/roman.js'

export const tonicOf = (key: Key): string => (isMinorish(key.mode) ? 'i' : 'I')

/** The chord that leads home in the mode: V where its third can be the leading tone, else the chord a step from home. */
export function dominantOf(key: Key, level: SkillLevel): string {
  if (key.mode === 'phrygian') return 'bII'
  if (key.mode === 'mixolydian') return 'bVII'
  if (key.mode === 'dorian') return 'VII'
  return level === 'beginner' ? 'V' : 'V7'
}

/** Semitones from the tonic of roots that lead home well: V, the step above, the step below, IV. */
const leading = new Set([7, 1, 10, 11, 5])

function leadsHome(text: string, key: Key): boolean {
  const roman = parseRoman(text)
  if (!roman || roman.of) return false
  return leading.has(modulo(pitchClass(rootOf(roman, key)) - pitchClass(key.tonic), 12))
}

const isTonic = (text: string, key: Key): boolean => {
  const roman = parseRoman(text)
  return (
    roman !== null &&
    roman.of === null &&
    scaleClasses(key).has(pitchClass(rootOf(roman, key))) &&
    rootOf(roman, key) === key.tonic
  )
}

/**
 * A section's bars with the ending its place in the form wants: a chorus and an outro come home, a bridge and a pre-chorus
 * stop on the chord that leads home, a verse stays as its genre has it. `homeBars` is how long home lasts: where lines are long
 * their last word comes before the last bar, and home must be there to meet it.
 */
export function withCadence(
  bars: readonly string[],
  kind: SectionKind,
  key: Key,
  level: SkillLevel,
  homeBars = 1,
): string[] {
  const ending = [...bars]
  const last = Math.max(0, ending.length - homeBars)
  if (kind === 'chorus' || kind === 'outro') {
    if (!isTonic(ending[last]!, key)) {
      if (last > 0 && !leadsHome(ending[last - 1]!, key))
        ending[last - 1] = leadsHome(ending[last]!, key) ? ending[last]! : dominantOf(key, level)
      ending[last] = tonicOf(key)
    } else if (last > 0 && !leadsHome(ending[last - 1]!, key)) ending[last - 1] = dominantOf(key, level)
    ending.fill(ending[last]!, last)
  }
  if ((kind === 'bridge' || kind === 'pre-chorus') && !leadsHome(ending[last]!, key))
    ending[last] = dominantOf(key, level)
  return ending
}

/** `count` bars of a phrase: repeated while it lasts, cut where it ends. */
export const fillBars = (phrase: readonly string[], count: number): string[] =>
  Array.from({ length: count }, (_, bar) => phrase[bar % phrase.length]!)
