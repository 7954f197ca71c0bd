import type { Check } from './check.js'
import { hear, movesOf, percent, share } from './hear.js'

const fifth = 7
const most = 0.05

/** Leaps over a fifth are rare: they are hard to hit and mean something when they come. */
export const fewLeaps: Check = (song) => {
  const moves = movesOf(hear(song))
  const leaps = moves.filter(({ size }) => size > fifth)
  const measure = moves.length === 0 ? 0 : share(leaps.length, moves.length)
  const measures = { leapsOverFifth: measure }
  if (measure <= most) return { findings: [], measures }
  const severity = measure > 0.15 ? 'error' : 'warning'
  return {
    measures,
    findings: [
      {
        rule: 'few-leaps',
        severity,
        place: leaps[0]!.to.place,
        evidence: `${percent(measure)} of the moves are wider than a fifth; the first is to "${leaps[0]!.to.syllable}".`,
        suggestion: 'Bring the two notes within a fifth, or put one between them.',
        cost: Math.min(0.2, measure),
      },
    ],
  }
}
