import { type Meter, meterShape } from '../../domain/meter.js'
import { type Beat, beatAt } from './beats.js'

export interface Sung {
  stress: 0 | 1 | 2
  /** Number of its word in the line. */
  word: number
}

export interface Timed {
  /** Beats from the line's start. */
  start: number
  beats: number
}

/** What makes one section's rhythm its own. */
export interface RhythmStyle {
  /** How little it likes each half beat of a bar, 0 to 1. */
  taste: readonly number[]
  /** How far it leans off the beat, 0 to 1. */
  syncopation: number
}

/** The slots a line is planned on: `unit` beats each, the last ones silent for `breath` beats. */
export interface SlotGrid {
  beats: number
  meter: Meter
  unit: number
  breath: number
}

const stressCost: Record<Sung['stress'], Record<Beat, number>> = {
  0: { strong: 1.1, weak: 0.5, off: 0 },
  1: { strong: 0, weak: 0.15, off: 7 },
  2: { strong: 0, weak: 0.05, off: 0.7 },
}

/**
 * The cheapest start for every syllable, given where the one before it started: a dynamic program over slots. `echo` holds the
 * starts of a line that this one answers, so that motifs return.
 */
export function planRhythm(
  syllables: readonly Sung[],
  { beats, meter, unit, breath }: SlotGrid,
  style: RhythmStyle,
  echo: ReadonlySet<number>,
): Timed[] {
  const count = syllables.length
  const slots = Math.max(count, Math.floor((beats - breath) / unit + 1e-9))
  const { bar } = meterShape(meter)
  const ideal = (beats - breath) / (count + 0.8)
  const longest = Math.max(2, Math.ceil((ideal * 3) / unit))
  const slotBeats = Array.from({ length: slots }, (_, slot) => beatAt(meter, slot * unit))

  const place = (syllable: number, slot: number): number => {
    const at = slot * unit
    const beat = slotBeats[slot]!
    const { stress } = syllables[syllable]!
    const leaning = stress === 0 && beat === 'off' ? -0.3 * style.syncopation : 0
    const remembered = echo.size === 0 ? 0 : echo.has(at) ? -0.5 : 0.25
    const taste = style.taste[Math.floor((at % bar) * 2)] ?? 0
    const last = syllable === count - 1 && beat !== 'strong' ? 0.4 : 0
    return stressCost[stress][beat] + leaning + remembered + taste + last
  }
  const spaceCosts = Array.from(
    { length: longest + 1 },
    (_, gap) => 0.55 * Math.log2((Math.max(1, gap) * unit) / ideal) ** 2,
  )
  const space = (before: number, gap: number): number => {
    const { stress, word } = syllables[before]!
    const drawn = syllables[before + 1]!.word === word && gap * unit > 1.6 * ideal ? 0.6 : 0
    const clipped = stress === 1 && gap * unit < ideal * 0.7 ? 0.25 : 0
    const dwelt = stress === 0 && gap * unit > 1.3 * ideal ? 0.7 : 0
    return spaceCosts[gap]! + drawn + clipped + dwelt
  }

  const cost = Array.from({ length: count }, () => new Float64Array(slots).fill(Number.POSITIVE_INFINITY))
  const from = Array.from({ length: count }, () => new Int32Array(slots).fill(-1))
  const latestStart = Math.min(slots - count, Math.ceil(2 / unit))
  for (let slot = 0; slot <= latestStart; slot++) cost[0]![slot] = place(0, slot) + 0.35 * slot * unit
  for (let syllable = 1; syllable < count; syllable++) {
    const spaces = Array.from({ length: longest + 1 }, (_, gap) => space(syllable - 1, gap))
    for (let slot = syllable; slot <= slots - (count - syllable); slot++) {
      let best = Number.POSITIVE_INFINITY
      for (let gap = 1; gap <= Math.min(longest, slot); gap++) {
        const total = cost[syllable - 1]![slot - gap]! + spaces[gap]!
        if (total < best) {
          best = total
          from[syllable]![slot] = slot - gap
        }
      }
      cost[syllable]![slot] = best + place(syllable, slot)
    }
  }
  const ending = (slot: number) => Math.abs(Math.log2(((slots - slot) * unit) / Math.max(1, ideal * 1.4))) * 0.5
  let at = count - 1
  for (let slot = count - 1; slot < slots; slot++)
    if (cost[count - 1]![slot]! + ending(slot) < cost[count - 1]![at]! + ending(at)) at = slot
  const starts: number[] = []
  for (let syllable = count - 1; syllable >= 0; syllable--) {
    starts.unshift(at * unit)
    at = from[syllable]![at]!
  }
  const end = slots * unit
  return starts.map((start, n) => ({ start, beats: Math.min((starts[n + 1] ?? end) - start, n === count - 1 ? 3 : 2) }))
}
