import type { Random } from '../random.js'
import type { Contour } from './contour.js'
import type { SectionRange } from './voice-range.js'

/** A moment that wants a pitch. */
export interface Moment {
  /** Beats from the line's start. */
  start: number
  beats: number
  /** Pitch classes of the chord that sounds. */
  chord: readonly number[]
  beat: 'strong' | 'weak' | 'off'
  open: boolean
  stress: 0 | 1 | 2
}

export interface Ground {
  /** Pitch classes of the key, and those the tune leans on. */
  scale: ReadonlySet<number>
  favoured: ReadonlySet<number>
  range: SectionRange
  contour: Contour
  /** Semitones that the contour's 1 stands for. */
  amplitude: number
  /** Pitch classes that the last note may have. */
  ending: ReadonlySet<number>
  /** The last note of the line before, or none. */
  before: number | null
  /** Pitches of a line that this one answers, by start; empty for a new idea. */
  echo: ReadonlyMap<number, number>
  /** In the hook an open vowel carries the highest note. */
  hook: boolean
  random: Random
}

const outlandish = 40

/** What it costs to go so many semitones: steps are free, a fifth is dear, more is nearly forbidden. */
const stepCost = [0.75, 0, 0, 0.5, 0.6, 1.1, 4, 1.7, 5, 6, 7, 8, 6]
const moveCost = (semitones: number): number => stepCost[Math.abs(semitones)] ?? 10

const beatCost = { strong: 9, weak: 4, off: 0.5 } as const

function placeCost(moment: Moment, pitch: number, at: number, last: boolean, total: number, ground: Ground): number {
  const { range, scale, favoured, ending, contour, amplitude, echo } = ground
  const tone = pitch % 12
  const inChord = moment.chord.includes(tone)
  if (!inChord && !scale.has(tone)) return outlandish
  let cost = 0
  if (!inChord) cost += moment.beats >= 1.5 ? Math.max(4, beatCost[moment.beat]) : beatCost[moment.beat]
  if (!favoured.has(tone)) cost += inChord ? 0.9 : 1.8
  if (!scale.has(tone)) cost += 0.6
  const target = range.centre + amplitude * contour(total < 2 ? 0.5 : at / (total - 1))
  cost += 0.13 * Math.max(0, Math.abs(pitch - target) - 1)
  const remembered = echo.get(moment.start)
  if (remembered !== undefined && at < total * 0.7) cost += 0.35 * Math.min(5, Math.abs(pitch - remembered))
  if (last && !ending.has(tone)) cost += 14
  if (last && !inChord) cost += 5
  if (ground.hook && pitch > target + 1) cost += moment.open && moment.stress > 0 ? -0.3 : 0.9
  return cost
}

/**
 * The tune of a line: for each moment the pitch that agrees best with chord, contour, range and the note before. A dynamic
 * program whose state is the pitch and whether a leap has just been made, since a leap wants a step back.
 */
export function setPitches(moments: readonly Moment[], ground: Ground): number[] {
  const { range, random } = ground
  const pitches = Array.from({ length: range.high - range.low + 1 }, (_, at) => range.low + at)
  const size = pitches.length
  const states = size * 3
  let cost = new Float64Array(states).fill(Number.POSITIVE_INFINITY)
  const cameFrom: Int16Array[] = []
  for (const [at, moment] of moments.entries()) {
    const next = new Float64Array(states).fill(Number.POSITIVE_INFINITY)
    const from = new Int16Array(states).fill(-1)
    for (let to = 0; to < size; to++) {
      const pitch = pitches[to]!
      const here = placeCost(moment, pitch, at, at === moments.length - 1, moments.length, ground) + random.next() * 1.1
      if (at === 0) {
        const entry = ground.before === null ? 0 : 0.5 * moveCost(Math.min(12, Math.abs(pitch - ground.before)))
        next[to * 3] = here + entry
        continue
      }
      if (here >= outlandish) continue
      const passing = !moment.chord.includes(pitch % 12)
      for (let state = 0; state < states; state++) {
        const soFar = cost[state]!
        if (soFar === Number.POSITIVE_INFINITY) continue
        const move = pitch - pitches[(state / 3) | 0]!
        const leapt = state % 3
        let total = soFar + here + moveCost(move)
        if (leapt !== 0) {
          if (leapt === 1 ? move > 0 : move < 0) total += 0.9
          if (Math.abs(move) > 4) total += 1.2
        }
        if (passing && Math.abs(move) > 2) total += 1.6
        const leap = move > 4 ? 1 : move < -4 ? 2 : 0
        if (total < next[to * 3 + leap]!) {
          next[to * 3 + leap] = total
          from[to * 3 + leap] = state
        }
      }
    }
    cost = next
    cameFrom.push(from)
  }
  let state = cost.indexOf(Math.min(...cost))
  const tune: number[] = []
  for (let at = moments.length - 1; at >= 0; at--) {
    tune.unshift(pitches[(state / 3) | 0]!)
    state = cameFrom[at]![state]!
  }
  return tune
}
