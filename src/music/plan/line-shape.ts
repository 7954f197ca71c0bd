import type { SkillLevel } from '../../domain/mashup-request.js'
import { type Meter, meterShape } from '../../domain/meter.js'
import type { PlannedLine } from '../../domain/plan.js'

export type SyllableRange = PlannedLine['syllables']

/** Singers take a line in about one breath: so many seconds, the breath included. */
const bestSeconds = 4

export interface LineShape {
  bars: number
  beats: number
  syllables: SyllableRange
  hook: SyllableRange
}

/** Slots a singer has in a line at an easy pace: eighths, or sixteenths where the pulse is slow. */
const pulsesOf = (meter: Meter, bars: number): number => meterShape(meter).pulses.length * bars

/**
 * How long the song's lines are: so many bars that a line lasts about four seconds and has pulses enough for its stresses (one
 * in two syllables). Shapes come best first, so that a planner who wants a shorter song can take the next.
 */
export function lineShapes(meter: Meter, tempo: number, level: SkillLevel): LineShape[] {
  const { bar } = meterShape(meter)
  const beginner = level === 'beginner'
  const cost = (bars: number) =>
    Math.abs(Math.log((bars * bar * 60) / tempo / bestSeconds)) +
    (pulsesOf(meter, bars) < 6 ? (beginner ? 0.3 : 0.8) : 0)
  return [1, 2, 4, 8]
    .filter((bars) => pulsesOf(meter, bars) >= 4)
    .sort((a, b) => cost(a) - cost(b))
    .map((bars) => {
      const most = Math.min(beginner ? 10 : 12, pulsesOf(meter, bars) * 2 + 1)
      return {
        bars,
        beats: bars * bar,
        syllables: { min: 4, best: Math.min(most, beginner ? 7 : 8), max: most },
        hook: { min: 4, best: 6, max: 8 },
      }
    })
}
