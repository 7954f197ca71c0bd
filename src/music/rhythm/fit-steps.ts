import { type Meter, meterShape, stepsPerBar } from '../../domain/meter.js'
import type { DrumGrid } from '../../domain/song.js'

/** Steps of each pulse of a bar: [4, 4, 4, 4] in 4/4, [3, 3, 3, 3] in 12/8, [2, 2, 3] in 7/8. */
function pulseSizes(meter: Meter): number[] {
  const { pulses, bar, step } = meterShape(meter)
  return pulses.map((start, at) => Math.round(((pulses[at + 1] ?? bar) - start) / step))
}

/** Where a step of a pulse goes when the pulse has another number of steps; the off-beat of four becomes the last of three. */
const resample = (step: number, from: number, to: number): number => {
  if (from === to) return step
  if (from === 4 && to === 3) return Math.min(step, 2)
  if (from === 3 && to === 4) return step
  return Math.min(to - 1, Math.round((step * to) / from))
}

/** Which pulse of the pattern a pulse of the new bar plays: whole repeats where they fit, else the weak pulses again. */
const sourcePulse = (pulse: number, from: number, to: number): number => {
  if (pulse < from) return pulse
  return to % from === 0 || from === 1 ? pulse % from : 1 + ((pulse - from) % (from - 1))
}

const loudness = '-oa8x^X'

/**
 * A bar of steps written for one metre, played in another: pulse by pulse, so that what falls on a beat stays on a beat. Where
 * two strokes meet the stronger stays.
 */
export function fitSteps(steps: string, from: Meter, to: Meter): string {
  if (from === to) return steps
  const source = pulseSizes(from)
  const target = pulseSizes(to)
  const starts = source.map((_, at) => source.slice(0, at).reduce((sum, size) => sum + size, 0))
  return target
    .map((size, pulse) => {
      const origin = sourcePulse(pulse, source.length, target.length)
      const cell = Array.from({ length: size }, () => '-')
      for (let step = 0; step < source[origin]!; step++) {
        const stroke = steps[starts[origin]! + step] ?? '-'
        const at = resample(step, source[origin]!, size)
        if (loudness.indexOf(stroke) > loudness.indexOf(cell[at]!)) cell[at] = stroke
      }
      return cell.join('')
    })
    .join('')
    .padEnd(stepsPerBar(to), '-')
}

export const fitGrid = (grid: DrumGrid, from: Meter, to: Meter): DrumGrid =>
  Object.fromEntries(Object.entries(grid).map(([drum, steps]) => [drum, fitSteps(steps ?? '', from, to)]))
