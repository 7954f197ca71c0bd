import type { Stereo } from './render-layers.js'
import { sampleRate } from './render-layers.js'

/** After Schroeder and Moorer: four combs that dull as they repeat, then two all-passes; delays in seconds, not multiples of each other. */
const combs = [0.0297, 0.0371, 0.0411, 0.0437]
const allPasses = [0.005, 0.0017]
const feedback = 0.74
const damping = 0.35
/** The right side is a little later, which makes the room wide. */
const spread = 0.0007

function comb(input: Float32Array, output: Float32Array, delay: number): void {
  const line = new Float32Array(Math.round(delay * sampleRate))
  let at = 0
  let dull = 0
  for (let i = 0; i < input.length; i++) {
    const echo = line[at]!
    output[i]! += echo
    dull = echo * (1 - damping) + dull * damping
    line[at] = input[i]! + dull * feedback
    at = at + 1 === line.length ? 0 : at + 1
  }
}

function allPass(signal: Float32Array, delay: number): void {
  const line = new Float32Array(Math.round(delay * sampleRate))
  let at = 0
  for (let i = 0; i < signal.length; i++) {
    const echo = line[at]!
    const value = signal[i]!
    line[at] = value + echo * 0.5
    signal[i] = echo - value * 0.5
    at = at + 1 === line.length ? 0 : at + 1
  }
}

/** A small room's answer to a mono signal; the same each time. */
export function reverb(input: Float32Array): Stereo {
  const side = (shift: number): Float32Array => {
    const output = new Float32Array(input.length)
    for (const delay of combs) comb(input, output, delay + shift)
    for (const delay of allPasses) allPass(output, delay + shift)
    return output
  }
  return [side(0), side(spread)]
}
