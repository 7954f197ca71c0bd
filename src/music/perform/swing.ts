import { type Meter, meterShape } from '../../domain/meter.js'

/** Where a moment falls when the off-beat eighth of each beat is played at `swing` of it (0.5: where it is written). */
export type Swing = (beat: number) => number

/** Metres whose pulses already divide in three, or unevenly, are played as written. */
export function swingOf(meter: Meter, swing: number): Swing {
  if (swing <= 0.5 || meterShape(meter).step !== 0.25) return (beat) => beat
  return (beat) => {
    const whole = Math.floor(beat + 1e-9)
    const rest = beat - whole
    return whole + (rest < 0.5 ? rest * 2 * swing : swing + (rest - 0.5) * 2 * (1 - swing))
  }
}
