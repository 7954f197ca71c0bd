import { tessitura, widthFor } from '../melody/voice-range.js'
import type { Check } from './check.js'
import { hear } from './hear.js'

/** Beginners sing within an octave, the others within a tenth (a major one at most), all where a class can sing. */
export const rangeForLevel: Check = (song) => {
  const notes = hear(song).flatMap((line) => line.notes)
  if (notes.length === 0) return { findings: [], measures: { rangeInSemitones: 0 } }
  const low = notes.reduce((a, b) => (b.midi < a.midi ? b : a))
  const high = notes.reduce((a, b) => (b.midi > a.midi ? b : a))
  const span = high.midi - low.midi
  const measures = { rangeInSemitones: span }
  const most = song.skillLevel === 'beginner' ? widthFor('beginner') : widthFor(song.skillLevel) + 1
  const outside = high.midi > tessitura.high + 1 ? high : low.midi < tessitura.low - 1 ? low : null
  if (span <= most && !outside) return { findings: [], measures }
  const evidence =
    span > most
      ? `The tune spans ${span} half steps; ${most} are comfortable at this level.`
      : `"${outside!.syllable}" lies outside A3 to E5, where a class sings with ease.`
  return {
    measures,
    findings: [
      {
        rule: 'range',
        severity: span > most + 4 ? 'error' : 'warning',
        place: (outside ?? high).place,
        evidence,
        suggestion: 'Move the outer notes an octave, or choose another key.',
        cost: Math.min(0.15, 0.03 + 0.02 * Math.max(0, span - most)),
      },
    ],
  }
}
