import type { Check } from './check.js'
import { hear, movesOf, percent, share } from './hear.js'

/** What random notes of a scale reach is 0.26; a composed tune about 0.5. */
const least = 0.35

/** A tune moves mostly by steps: singers find the next note beside the last. Repeated notes count for neither side. */
export const stepwiseMotion: Check = (song) => {
  const moves = movesOf(hear(song))
  const steps = moves.filter(({ size }) => size === 1 || size === 2).length
  const measure = share(steps, moves.length)
  const measures = { stepwiseMotion: measure }
  if (measure >= least || moves.length < 8) return { findings: [], measures }
  return {
    measures,
    findings: [
      {
        rule: 'stepwise-motion',
        severity: 'warning',
        place: moves.find(({ size }) => size > 2)?.to.place ?? {},
        evidence: `Only ${percent(measure)} of the moves are steps.`,
        suggestion: 'Fill wide moves with the notes between.',
        cost: Math.min(0.15, least - measure),
      },
    ],
  }
}
