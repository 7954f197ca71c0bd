import { type Meter, meterShape } from '../../domain/meter.js'
import type { Random } from '../random.js'

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

/** What makes one section's rhythm its own: how much it likes each slot of a bar, and how far it leans off the beat. */
export interface RhythmStyle {
  /** By slot of half a beat within the bar, 0 to 1. */
  taste: readonly number[]
  /** 0 to 1, the melody genre's. */
  syncopation: number
}

export function rhythmStyle(meter: Meter, syncopation: number, random: Random): RhythmStyle {
  return { taste: Array.from({ length: Math.ceil(meterShape(meter).bar * 2) }, () => random.next()), syncopation }
}

/** Words that no singer gets through at a slower grid than this are spread evenly. */
const mostByPlan = 40

type Beat = 'strong' | 'weak' | 'off'

function beatOf(meter: Meter, at: number): Beat {
  const { bar, pulses, strong } = meterShape(meter)
  const within = at % bar
  if (strong.includes(within)) return 'strong'
  return pulses.includes(within) ? 'weak' : 'off'
}

export const isOnPulse = (meter: Meter, at: number): boolean => beatOf(meter, at) !== 'off'
export const isOnStrongBeat = (meter: Meter, at: number): boolean => beatOf(meter, at) === 'strong'

const stressCost: Record<0 | 1 | 2, Record<Beat, number>> = {
  0: { strong: 1.1, weak: 0.5, off: 0 },
  1: { strong: 0, weak: 0.15, off: 7 },
  2: { strong: 0, weak: 0.05, off: 0.7 },
}

/** The finest slot a line needs (in beats), and the silence at its end to breathe in. */
function gridFor(count: number, beats: number): { unit: number; breath: number } {
  let unit = 0.5
  while (count > Math.floor((beats - unit) / unit)) unit /= 2
  const roomy = count <= (beats - 1) / unit
  return { unit, breath: roomy ? Math.min(1, beats / 8) : unit }
}

function spreadEvenly(count: number, beats: number, breath: number): Timed[] {
  const each = (beats - breath) / count
  return Array.from({ length: count }, (_, at) => ({ start: at * each, beats: each }))
}

/**
 * When each syllable of a line is sung: stressed ones on the beat, weak ones between, evenly enough to speak, with a longer last
 * note and a breath. A dynamic program over slots; `echo` holds the starts of a line that this one answers, so that motifs return.
 */
export function setRhythm(
  syllables: readonly Sung[],
  beats: number,
  meter: Meter,
  style: RhythmStyle,
  echo: ReadonlySet<number>,
): Timed[] {
  const count = syllables.length
  if (count === 0) return []
  const { unit, breath } = gridFor(count, beats)
  if (count > mostByPlan) return spreadEvenly(count, beats, breath)
  const slots = Math.max(count, Math.floor((beats - breath) / unit + 1e-9))
  const { bar } = meterShape(meter)
  const ideal = (beats - breath) / (count + 0.8)
  const longest = Math.max(2, Math.ceil((ideal * 3) / unit))

  const place = (syllable: number, slot: number): number => {
    const at = slot * unit
    const beat = beatOf(meter, at)
    const { stress } = syllables[syllable]!
    const leaning = stress === 0 && beat === 'off' ? -0.3 * style.syncopation : 0
    const remembered = echo.size === 0 ? 0 : echo.has(at) ? -0.5 : 0.25
    const taste = 0.7 * (style.taste[Math.floor((at % bar) * 2)] ?? 0)
    const last = syllable === count - 1 && beat !== 'strong' ? 0.4 : 0
    return stressCost[stress][beat] + leaning + remembered + taste + last
  }
  const spaceCosts = Array.from(
    { length: longest + 1 },
    (_, gap) => 0.7 * Math.log2((Math.max(1, gap) * unit) / ideal) ** 2,
  )
  const space = (before: number, gap: number): number => {
    const { stress, word } = syllables[before]!
    const within = syllables[before + 1]!.word === word
    const drawn = within && gap * unit > 1.6 * ideal ? 0.6 : 0
    const clipped = stress === 1 && gap * unit < ideal * 0.7 ? 0.25 : 0
    return spaceCosts[gap]! + drawn + clipped
  }

  const cost = Array.from({ length: count }, () => new Float64Array(slots).fill(Number.POSITIVE_INFINITY))
  const from = Array.from({ length: count }, () => new Int32Array(slots).fill(-1))
  const latestStart = Math.min(slots - count, Math.ceil(2 / unit))
  for (let slot = 0; slot <= latestStart; slot++) cost[0]![slot] = place(0, slot) + 0.35 * slot * unit
  for (let syllable = 1; syllable < count; syllable++)
    for (let slot = syllable; slot <= slots - (count - syllable); slot++) {
      const here = place(syllable, slot)
      for (let gap = 1; gap <= Math.min(longest, slot); gap++) {
        const total = cost[syllable - 1]![slot - gap]! + space(syllable - 1, gap) + here
        if (total < cost[syllable]![slot]!) {
          cost[syllable]![slot] = total
          from[syllable]![slot] = slot - gap
        }
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
