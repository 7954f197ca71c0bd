import type { Check } from './check.js'
import { hear, percent, share } from './hear.js'

const least = 0.9

/** On strong beats a tune sings notes of the chord; elsewhere it may pass. */
export const chordTonesOnStrongBeats: Check = (song) => {
  const strong = hear(song).flatMap(({ notes }) => notes.filter(({ beat }) => beat === 'strong'))
  const foreign = strong.filter(({ midi, chord }) => !chord.includes(midi % 12))
  const measure = share(strong.length - foreign.length, strong.length)
  const measures = { chordToneOnStrongBeat: measure }
  if (measure >= least || foreign.length === 0) return { findings: [], measures }
  const severity = measure < 0.7 ? 'error' : 'warning'
  const cost = (least - measure) / 2
  const suggestion = 'Move the note to the nearest note of the chord.'
  return {
    measures,
    findings: [
      {
        rule: 'chord-tone-on-strong-beat',
        severity,
        place: foreign[0]!.place,
        evidence: `${percent(measure)} of the notes on strong beats belong to their chord; the first that does not is on "${foreign[0]!.syllable}".`,
        suggestion,
        cost,
      },
    ],
  }
}
