import type { Key } from '../../domain/song.js'
import { remembered } from '../words/remembered.js'
import { type ChordQuality, chordQualities } from './chord-quality.js'
import { degreesOf, scaleOf } from './keys.js'
import { transpose } from './pitch.js'

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'] as const
const majorDegrees = degreesOf('major')

/**
 * A Roman numeral, read with its case. A numeral alone stands on the degree of the key's own mode ("VI" in C minor is Ab); with
 * b, # or ♮ it stands on that degree of the major scale, altered ("bVI" is Ab in C major and in C minor). A diminished vii
 * stands on the leading tone in every mode, as harmony books write it.
 */
export interface Roman {
  readonly accidental: '' | 'b' | '#' | '♮'
  /** 0 for I to 6 for VII. */
  readonly degree: number
  readonly quality: ChordQuality
  /** What a secondary chord leads to: the "V" of "V7/V". */
  readonly of: Roman | null
}

/** The ways people and models write one thing. */
const written: Record<string, string> = {
  o: '°',
  dim: '°',
  o7: '°7',
  dim7: '°7',
  ø: 'ø7',
  h7: 'ø7',
  m7b5: 'ø7',
  '7b5': 'ø7',
  M7: 'maj7',
  Δ: 'maj7',
  Δ7: 'maj7',
  M9: 'maj9',
  aug: '+',
  sus: 'sus4',
  m: '',
  m7: '7',
  m9: '9',
}

/** `null` for what is no numeral that we know. */
export const parseRoman = remembered((text): Roman | null => {
  const [head = '', ...targets] = text.trim().split('/')
  const match = /^(b|♭|#|♯|♮|n)?(VII|VI|V|IV|III|II|I|vii|vi|v|iv|iii|ii|i)(.*)$/.exec(head)
  if (!match || targets.length > 1) return null
  const [, sign = '', numeral = '', ending = ''] = match
  const lower = numeral === numeral.toLowerCase()
  const suffix = written[ending] ?? ending
  const quality = chordQualities.find((known) => (lower ? known.lower : known.upper) === suffix)
  if (!quality) return null
  const of = targets.length === 0 ? null : parseRoman(targets[0]!)
  if (targets.length > 0 && !of) return null
  const accidental = ({ '♭': 'b', '♯': '#', n: '♮' }[sign] ?? sign) as Roman['accidental']
  return { accidental, degree: numerals.indexOf(numeral.toUpperCase() as 'I'), quality, of }
})

/** The numeral as we write it: "viio" becomes "vii°". */
export function romanText({ accidental, degree, quality, of }: Roman): string {
  const numeral = numerals[degree]!
  const head = quality.lower === undefined ? numeral + quality.upper : numeral.toLowerCase() + quality.lower
  return accidental + head + (of ? `/${romanText(of)}` : '')
}

const isDiminished = ({ symbol }: ChordQuality): boolean => symbol === 'dim' || symbol === 'dim7' || symbol === 'm7b5'

/** The spelled root of a numeral in a key. */
export function rootOf(roman: Roman, key: Key): string {
  if (roman.of) {
    const local: Key = { tonic: rootOf(roman.of, key), mode: roman.of.quality.lower === undefined ? 'major' : 'minor' }
    return rootOf({ ...roman, of: null }, local)
  }
  const { accidental, degree, quality } = roman
  if (accidental === '') {
    if (degree === 6 && isDiminished(quality)) return transpose(key.tonic, 6, 11)
    return scaleOf(key)[degree]!
  }
  const alter = accidental === 'b' ? -1 : accidental === '#' ? 1 : 0
  return transpose(key.tonic, degree, majorDegrees[degree]! + alter)
}

/** The spelled tones of a chord on a root, the root first. */
export const tonesOn = (root: string, quality: ChordQuality): string[] =>
  quality.tones.map(([steps, semitones]) => transpose(root, steps, semitones))

export interface SpelledChord {
  roman: string
  symbol: string
  root: string
  tones: string[]
}

/** A numeral as a chord of the key; `null` for what is no numeral. */
export function spellRoman(text: string, key: Key): SpelledChord | null {
  const roman = parseRoman(text)
  if (!roman) return null
  const root = rootOf(roman, key)
  return { roman: romanText(roman), symbol: root + roman.quality.symbol, root, tones: tonesOn(root, roman.quality) }
}
