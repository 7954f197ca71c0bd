import { type Meter, meterShape } from '../../domain/meter.js'
import type { Random } from '../random.js'
import { beatAt } from './beats.js'
import { planRhythm, type RhythmStyle, type Sung, type Timed } from './plan-rhythm.js'

export const rhythmStyle = (meter: Meter, syncopation: number, random: Random): RhythmStyle => ({
  taste: Array.from({ length: Math.ceil(meterShape(meter).bar * 2) }, () => random.next()),
  syncopation,
})

/** A line with more syllables than this is no sung line any more; it is spread evenly, and the checks say what they think of it. */
const mostPlanned = 40

/** Seconds of the shortest note that a weak syllable can be sung on. */
const quickest = 0.1

export interface LineSpace {
  /** Length of the line in beats, its breath included; it starts on a bar line. */
  beats: number
  meter: Meter
  tempo: number
}

/** The coarsest slots that hold so many syllables, from eighths on, and the silence at the line's end to breathe in. */
function slotsFor(count: number, beats: number): { unit: number; breath: number } {
  let unit = 0.5
  while (count > Math.floor((beats - unit) / unit)) unit /= 2
  const roomy = count <= (beats - 1) / unit
  return { unit, breath: roomy ? Math.min(1, beats / 8) : unit }
}

const strays = (timed: readonly Timed[], syllables: readonly Sung[], meter: Meter): number =>
  timed.filter(({ start }, n) => syllables[n]!.stress === 1 && beatAt(meter, start) === 'off').length

/**
 * When each syllable of a line is sung: stressed ones on the beat, weak ones between, evenly enough to speak, with a longer last
 * note and a breath. Where stresses crowd, weak syllables are sung quicker if the tempo lets them.
 */
export function setRhythm(
  syllables: readonly Sung[],
  { beats, meter, tempo }: LineSpace,
  style: RhythmStyle,
  echo: ReadonlySet<number>,
): Timed[] {
  const count = syllables.length
  if (count === 0) return []
  const { unit, breath } = slotsFor(count, beats)
  if (count > mostPlanned) {
    const each = (beats - breath) / count
    return syllables.map((_, at) => ({ start: at * each, beats: each }))
  }
  const timed = planRhythm(syllables, { beats, meter, unit, breath }, style, echo)
  if (strays(timed, syllables, meter) === 0 || ((unit / 2) * 60) / tempo < quickest) return timed
  const finer = planRhythm(syllables, { beats, meter, unit: unit / 2, breath }, style, echo)
  return strays(finer, syllables, meter) < strays(timed, syllables, meter) ? finer : timed
}
