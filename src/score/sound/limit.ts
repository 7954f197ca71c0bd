import type { Stereo } from './render-layers.js'

/** Samples that share one gain point. */
const block = 64
/** How fast the gain may move from block to block: down within some 10 ms before a peak, up again over some 100 ms. */
const attack = 0.85
const release = 1.03

/**
 * Turns down what is louder than `ceiling` (1 is full scale), in place. The gain runs straight from block edge to block edge, and
 * at both edges of a block it is no more than the block's own peak allows: no sample gets through.
 */
export function limit([left, right]: Stereo, ceiling: number): void {
  const blocks = Math.ceil(left.length / block)
  const edges = new Float32Array(blocks + 1).fill(1)
  for (let b = 0; b < blocks; b++) {
    let peak = 0
    const end = Math.min(left.length, (b + 1) * block)
    for (let i = b * block; i < end; i++) {
      const l = left[i]!
      const r = right[i]!
      if (l > peak || -l > peak) peak = l < 0 ? -l : l
      if (r > peak || -r > peak) peak = r < 0 ? -r : r
    }
    const allowed = peak > ceiling ? ceiling / peak : 1
    edges[b] = Math.min(edges[b]!, allowed)
    edges[b + 1] = Math.min(edges[b + 1]!, allowed)
  }
  for (let b = 1; b <= blocks; b++) edges[b] = Math.min(edges[b]!, edges[b - 1]! * release)
  for (let b = blocks - 1; b >= 0; b--) edges[b] = Math.min(edges[b]!, edges[b + 1]! / attack)
  for (let b = 0; b < blocks; b++) {
    const end = Math.min(left.length, (b + 1) * block)
    const rise = (edges[b + 1]! - edges[b]!) / block
    let gain = edges[b]!
    for (let i = b * block; i < end; i++) {
      left[i]! *= gain
      right[i]! *= gain
      gain += rise
    }
  }
}
