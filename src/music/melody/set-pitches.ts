import type { Random } from '../random.js'
import type { Beat } from '../rhythm/beats.js'
import type { Contour } from './contour.js'
import type { SectionRange } from './voice-range.js'

/** A moment that wants a pitch. */
export interface Moment {
  /** Beats from the line's start. */
  start: number
  beats: number
  /** Pitch classes of the chord that sounds. */
  chord: readonly number[]
  beat: Beat
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
  /** In a hook, the moment (an open vowel) that carries the highest note. */
  apex: number | null
  random: Random
}

/** The syllable of a hook that carries its highest note: one a voice can open on, stressed if there is one, not the last. */
export function apexOf(moments: readonly Moment[]): number | null {
  const inner = moments.slice(0, -1)
  const stressed = inner.findLastIndex(({ open, stress }) => open && stress > 0)
  const any = stressed >= 0 ? stressed : inner.findLastIndex(({ open }) => open)
  return any >= 0 ? any : null
}

const outlandish = 40

/** What it costs to go so many semitones: steps are free, a fifth is dear, more is nearly forbidden. */
const stepCost = [1.3, 0, 0, 0.6, 0.7, 1.3, 4, 2, 5, 6, 7, 8, 6]
const moveCost = (semitones: number): number => stepCost[Math.abs(semitones)] ?? 10

const beatCost = { strong: 9, weak: 1.6, off: 0.4 } as const

/** Whether a note of the scale stands a half step from a chord tone that has taken its place: F over a D chord's F#. */
const clashes = (tone: number, chord: readonly number[], scale: ReadonlySet<number>): boolean =>
  chord.some((other) => !scale.has(other) && ((other - tone + 12) % 12 === 1 || (tone - other + 12) % 12 === 1))

/** The pitch that the contour wants at a moment. */
const targetOf = (at: number, total: number, { range, contour, amplitude }: Ground): number =>
  range.centre + amplitude * contour(total < 2 ? 0.5 : at / (total - 1))

function placeCost(
  moment: Moment,
  pitch: number,
  target: number,
  at: number,
  last: boolean,
  total: number,
  ground: Ground,
): number {
  const { range, scale, favoured, ending, amplitude, echo } = ground
  const tone = pitch % 12
  const inChord = moment.chord.includes(tone)
  if (!inChord && !scale.has(tone)) return outlandish
  let cost = 0
  if (!inChord) cost += moment.beats >= 1.5 ? Math.max(4, beatCost[moment.beat]) : beatCost[moment.beat]
  if (!favoured.has(tone)) cost += 0.8
  if (!scale.has(tone)) cost += 0.8
  if (!inChord && clashes(tone, moment.chord, scale)) cost += 3
  cost += 0.2 * Math.max(0, Math.abs(pitch - target) - 1)
  const remembered = echo.get(moment.start)
  if (remembered !== undefined && at < total * 0.7) cost += 0.35 * Math.min(5, Math.abs(pitch - remembered))
  if (last && !ending.has(tone)) cost += 25
  if (last && !inChord) cost += 5
  if (ground.apex !== null) {
    const top = range.centre + amplitude
    cost += at === ground.apex ? 0.5 * Math.max(0, top - pitch) : 0.8 * Math.max(0, pitch - top + 2)
  }
  return cost
}

/** How a note was come to: by a step or a skip, up or down; a repeated note forgets the way. */
const ways = 5
const wayOf = (move: number): number => (move === 0 ? 0 : move > 2 ? 3 : move < -2 ? 4 : move > 0 ? 1 : 2)

/** A skip wants a step back; steps want to go on, or the tune trembles between two notes. */
function turnCost(way: number, move: number): number {
  if (way === 0 || move === 0) return 0
  const goesOn = way === 1 || way === 3 ? move > 0 : move < 0
  if (way <= 2) return goesOn ? 0 : 0.8
  return (goesOn ? 0.3 : 0) + (Math.abs(move) > 2 ? 0.7 : 0)
}

/**
 * The tune of a line: for each moment the pitch that agrees best with chord, contour, range and the note before. A dynamic
 * program whose state is the pitch and the way to it.
 */
export function setPitches(moments: readonly Moment[], ground: Ground): number[] {
  const { range, random } = ground
  const pitches = Array.from({ length: range.high - range.low + 1 }, (_, at) => range.low + at)
  const size = pitches.length
  const states = size * ways
  let cost = new Float64Array(states).fill(Number.POSITIVE_INFINITY)
  const cameFrom: Int16Array[] = []
  for (const [at, moment] of moments.entries()) {
    const next = new Float64Array(states).fill(Number.POSITIVE_INFINITY)
    const from = new Int16Array(states).fill(-1)
    const target = targetOf(at, moments.length, ground)
    const last = at === moments.length - 1
    for (let to = 0; to < size; to++) {
      const pitch = pitches[to]!
      const here = placeCost(moment, pitch, target, at, last, moments.length, ground) + random.next() * 1.7
      if (at === 0) {
        const entry = ground.before === null ? 0 : 0.5 * moveCost(Math.min(12, Math.abs(pitch - ground.before)))
        next[to * ways] = here + entry
        continue
      }
      if (here >= outlandish) continue
      const passing = !moment.chord.includes(pitch % 12)
      for (let before = 0; before < size; before++) {
        const move = to - before
        const moved = moveCost(move)
        const strays = passing && Math.abs(move) > 2
        const reached = to * ways + wayOf(move)
        for (let way = 0; way < ways; way++) {
          const state = before * ways + way
          const soFar = cost[state]!
          if (soFar === Number.POSITIVE_INFINITY) continue
          const total = soFar + here + moved + turnCost(way, move) + (strays ? 1.6 : 0)
          if (total < next[reached]!) {
            next[reached] = total
            from[reached] = state
          }
        }
      }
    }
    cost = next
    cameFrom.push(from)
  }
  let state = cost.indexOf(Math.min(...cost))
  const tune: number[] = []
  for (let at = moments.length - 1; at >= 0; at--) {
    tune.unshift(pitches[(state / ways) | 0]!)
    state = cameFrom[at]![state]!
  }
  return tune
}
