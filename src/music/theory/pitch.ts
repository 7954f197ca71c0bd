import { remembered } from '../words/remembered.js'

/**
 * Pitch classes with their spelling: "F#" and "Gb" sound alike and mean different things, and a chord is only read right
 * when each of its tones stands on its own letter.
 */
const letters = 'CDEFGAB'
const naturals = [0, 2, 4, 5, 7, 9, 11] as const

/** Always in 0–(n-1), for negative numbers too. */
export const modulo = (value: number, n: number): number => ((value % n) + n) % n

interface SpelledPitch {
  /** 0 for C to 6 for B. */
  readonly letter: number
  /** Semitones above (sharps) or below (flats) the letter's natural. */
  readonly alter: number
}

/** Throws RangeError for a text that is no pitch name. */
export const parsePitch = remembered((name): SpelledPitch => {
  const match = /^([A-G])(#*|b*)$/.exec(name)
  if (!match) throw new RangeError(`"${name}" is not the name of a pitch`)
  const signs = match[2]!
  return { letter: letters.indexOf(match[1]!), alter: signs.startsWith('b') ? -signs.length : signs.length }
})

const pitchName = ({ letter, alter }: SpelledPitch): string =>
  letters[modulo(letter, 7)]! + (alter < 0 ? 'b'.repeat(-alter) : '#'.repeat(alter))

/** 0 for C to 11 for B, whatever the spelling. */
export function pitchClass(name: string): number {
  const { letter, alter } = parsePitch(name)
  return modulo(naturals[letter]! + alter, 12)
}

/** The pitch so many letters and semitones above: ("A", 2, 4) is C#, ("A", 2, 3) is C. */
export function transpose(name: string, steps: number, semitones: number): string {
  const { letter, alter } = parsePitch(name)
  const target = letter + steps
  const natural = naturals[modulo(target, 7)]! + 12 * Math.floor(target / 7)
  return pitchName({ letter: target, alter: naturals[letter]! + alter + semitones - natural })
}
