import { type Key, type Mode, modes } from '../../domain/song.js'
import { isMinorish, scaleOf } from './keys.js'
import { transpose } from './pitch.js'
import { parseRoman, type Roman, rootOf, tonesOn } from './roman.js'

/** Why a chord belongs to a key. */
export type ChordExplanation =
  | { kind: 'diatonic' }
  /** Its own notes but for the raised seventh: V or vii° in a minor key. */
  | { kind: 'leading-tone' }
  | { kind: 'borrowed'; from: Mode }
  | { kind: 'neapolitan' }
  /** V, V7 or vii° of another degree. */
  | { kind: 'secondary'; of: string }

/** By their spelling: C# E# G# is no Neapolitan of C, though it sounds like one. */
const within = (tones: readonly string[], scale: readonly string[]): boolean =>
  tones.every((tone) => scale.includes(tone))

/** Parallel modes in the order a listener meets them: the other of major and minor first. */
const parallels = (mode: Mode): Mode[] => {
  const order: Mode[] = isMinorish(mode)
    ? ['minor', 'major', 'dorian', 'mixolydian', 'phrygian', 'lydian']
    : ['major', 'minor', 'mixolydian', 'dorian', 'lydian', 'phrygian']
  return order.filter((other) => other !== mode && modes.includes(other))
}

const leads = ({ degree, accidental, quality }: Roman): boolean =>
  accidental === '' &&
  ((degree === 4 && ['', '7', '9', '7sus4'].includes(quality.symbol)) ||
    (degree === 6 && ['dim', 'dim7', 'm7b5'].includes(quality.symbol)))

/** Whether a root and its kind would be a dominant of one of the key's own triads: the root a fifth above it. */
function dominantOf(root: string, symbol: string, key: Key): string | null {
  if (symbol !== '' && symbol !== '7' && symbol !== '9') return null
  const target = transpose(root, 3, 5)
  const minor = isMinorish(key.mode)
  const candidates = minor
    ? ['III', 'iv', 'v', 'V', 'VI', 'VII', 'II', 'IV']
    : ['ii', 'iii', 'IV', 'V', 'vi', 'II', 'v', 'VII']
  for (const text of candidates) {
    const roman = parseRoman(text)!
    const goal = rootOf(roman, key)
    if (goal === target && within(tonesOn(goal, roman.quality), scaleOf(key))) return text
  }
  return null
}

/** Why the numeral belongs to the key, the plainest reason first; `null` when nothing explains it, or it is no numeral. */
export function explainChord(text: string, key: Key): ChordExplanation | null {
  const roman = parseRoman(text)
  if (!roman) return null
  const root = rootOf(roman, key)
  const tones = tonesOn(root, roman.quality)
  if (roman.of) {
    const goal = rootOf(roman.of, key)
    const goalFits = within(tonesOn(goal, roman.of.quality), scaleOf(key)) || roman.of.degree === 4
    return leads({ ...roman, of: null }) && goalFits ? { kind: 'secondary', of: text.split('/')[1]! } : null
  }
  if (within(tones, scaleOf(key))) return { kind: 'diatonic' }
  if (isMinorish(key.mode) && leads(roman)) {
    const harmonic = [...scaleOf({ tonic: key.tonic, mode: 'minor' }), transpose(key.tonic, 6, 11)]
    if (within(tones, harmonic)) return { kind: 'leading-tone' }
  }
  if (roman.accidental === 'b' && roman.degree === 1 && ['', 'maj7'].includes(roman.quality.symbol))
    return { kind: 'neapolitan' }
  const dominant = dominantOf(root, roman.quality.symbol, key)
  const parallel = parallels(key.mode).find((mode) => within(tones, scaleOf({ tonic: key.tonic, mode })))
  // A seventh chord that is not the key's own pulls to its goal (but for the IV7 of the blues); a plain triad is colour first.
  const seventh = roman.quality.symbol !== '' && roman.degree !== 3
  const pulls = dominant !== null && (seventh || parallel === undefined || parallel === 'lydian')
  if (pulls) return { kind: 'secondary', of: dominant }
  return parallel === undefined ? null : { kind: 'borrowed', from: parallel }
}
