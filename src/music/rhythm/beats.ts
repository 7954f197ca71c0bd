import { type Meter, meterShape } from '../../domain/meter.js'

/** What a moment of a bar weighs: a strong pulse, a weak one, or none. */
export type Beat = 'strong' | 'weak' | 'off'

/** `at` in beats from any bar line. */
export function beatAt(meter: Meter, at: number): Beat {
  const { bar, pulses, strong } = meterShape(meter)
  const within = at % bar
  if (strong.includes(within)) return 'strong'
  return pulses.includes(within) ? 'weak' : 'off'
}
