import { classesOf } from '../theory/chord-symbol.js'
import { modulo } from '../theory/pitch.js'

/** Where the chords lie: below most of the tune, above the bass. */
const register = { low: 50, high: 69, home: 59 } as const

/** Four voices at most: of a ninth chord the fifth is left out, which the ear misses least. */
const tonesToPlay = (classes: readonly number[]): number[] =>
  classes.length <= 4 ? [...classes] : classes.filter((_, at) => at !== 2)

/** Every close position of a chord in the register, lowest note first. */
function closePositions(classes: readonly number[]): number[][] {
  const positions: number[][] = []
  for (let bottom: number = register.low; bottom < register.low + 12; bottom++) {
    if (!classes.includes(bottom % 12)) continue
    const above = classes.map((tone) => bottom + modulo(tone - bottom, 12)).sort((a, b) => a - b)
    if (above.at(-1)! <= register.high) positions.push(above)
  }
  return positions
}

const mean = (notes: readonly number[]): number => notes.reduce((sum, note) => sum + note, 0) / notes.length

/** How far the voices have to go, each to the nearest note of the other chord. */
const distance = (from: readonly number[], to: readonly number[]): number =>
  to.reduce((sum, note) => sum + Math.min(...from.map((other) => Math.abs(other - note))), 0) +
  0.5 * Math.abs(mean(from) - mean(to))

/** The close position of a chord that its predecessor reaches with the least movement. */
export function voiceChord(symbol: string, before: readonly number[] | null): number[] {
  const positions = closePositions(tonesToPlay(classesOf(symbol)))
  const cost = (position: readonly number[]) =>
    (before ? distance(before, position) : 0) + 0.15 * Math.abs(mean(position) - register.home)
  return positions.sort((a, b) => cost(a) - cost(b))[0] ?? []
}
