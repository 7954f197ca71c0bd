import { z } from 'zod'

/**
 * Metres we write in. Everywhere in the project one *beat* is a quarter note, whatever the metre:
 * a bar of 12/8 has 6 beats and four pulses of 1.5 beats.
 */
export const meters = ['4/4', '3/4', '2/4', '6/8', '12/8', '5/4', '7/8'] as const
export const meterSchema = z.enum(meters)
export type Meter = z.infer<typeof meterSchema>

interface MeterShape {
  /** Length of a bar in beats (quarter notes). */
  bar: number
  /** Where the pulses fall in a bar, in beats; the first is the strongest. */
  pulses: readonly number[]
  /** Pulses that carry stress; the rest are weak. */
  strong: readonly number[]
  /** One step of a drum grid, in beats. */
  step: number
}

const shapes: Record<Meter, MeterShape> = {
  '4/4': { bar: 4, pulses: [0, 1, 2, 3], strong: [0, 2], step: 0.25 },
  '3/4': { bar: 3, pulses: [0, 1, 2], strong: [0], step: 0.25 },
  '2/4': { bar: 2, pulses: [0, 1], strong: [0], step: 0.25 },
  '6/8': { bar: 3, pulses: [0, 1.5], strong: [0, 1.5], step: 0.5 },
  '12/8': { bar: 6, pulses: [0, 1.5, 3, 4.5], strong: [0, 3], step: 0.5 },
  '5/4': { bar: 5, pulses: [0, 1, 2, 3, 4], strong: [0, 3], step: 0.25 },
  '7/8': { bar: 3.5, pulses: [0, 1, 2], strong: [0, 2], step: 0.5 },
}

export const meterShape = (meter: Meter): MeterShape => shapes[meter]

/** Steps in one bar of a drum grid: 16 in 4/4, 12 in 3/4 and in 12/8. */
export const stepsPerBar = (meter: Meter): number => Math.round(shapes[meter].bar / shapes[meter].step)
