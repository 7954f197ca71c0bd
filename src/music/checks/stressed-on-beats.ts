import type { Check } from './check.js'
import { hear, percent, share } from './hear.js'

const least = 0.9

/** A word is understood when it is sung as it is spoken: its stressed syllable on a beat. */
export const stressedOnBeats: Check = (song) => {
  const stressed = hear(song).flatMap(({ notes }) => notes.filter(({ stress }) => stress === 1))
  const off = stressed.filter(({ beat }) => beat === 'off')
  const measure = share(stressed.length - off.length, stressed.length)
  const measures = { stressedOnBeat: measure }
  if (measure >= least || off.length === 0) return { findings: [], measures }
  return {
    measures,
    findings: [
      {
        rule: 'stressed-on-beat',
        severity: measure < 0.6 ? 'error' : 'warning',
        place: off[0]!.place,
        evidence: `${percent(measure)} of the stressed syllables fall on a beat; the first that does not is "${off[0]!.syllable}".`,
        suggestion: 'Shorten the line, or put a weak word before this one.',
        cost: (least - measure) / 2,
      },
    ],
  }
}
