import type { Random } from '../random.js'

/** How far above its section's centre a line's tune lies at each moment (0 to 1 of the line), in units of -1 to 1. */
export type Contour = (moment: number) => number

const shapes: readonly Contour[] = [
  (t) => Math.sin(Math.PI * t) * 1.4 - 0.4,
  (t) => Math.sin(Math.PI * t ** 0.6) * 1.3 - 0.4,
  (t) => Math.sin(Math.PI * t ** 1.7) * 1.4 - 0.5,
  (t) => 0.8 - 1.4 * t,
  (t) => -0.7 + 1.4 * t,
  (t) => Math.sin(2 * Math.PI * t) * 0.9,
  (t) => -Math.sin(2 * Math.PI * t) * 0.9,
  (t) => 0.5 - Math.sin(Math.PI * t) * 1.3,
]

/** Arches are met most often in songs of all lands (Huron 1996), so they are drawn most often here. */
const arches = 3

/** A line's contour: one of the shapes, tilted by a little of another, so that two seeds seldom share one. */
export function drawContour(random: Random, hook: boolean): Contour {
  const main = shapes[hook || random.chance(0.45) ? random.int(0, arches - 1) : random.int(arches, shapes.length - 1)]!
  const other = shapes[random.int(0, shapes.length - 1)]!
  const tilt = 0.35 * random.next()
  return (moment) => (1 - tilt) * main(moment) + tilt * other(moment)
}
