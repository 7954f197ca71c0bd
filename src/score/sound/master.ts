import { type Layer, layers } from '../../domain/performance.js'
import { limit } from './limit.js'
import { type Stems, type Stereo, sampleRate } from './render-layers.js'
import { reverb } from './reverb.js'
import type { Stretch } from './stretch.js'

/** Decibels of each layer against the tune, measured while it plays: programs of the font differ by more than 15. */
const balance: Record<Layer, number> = { melody: 0, chords: -7, bass: -3, drums: -3.5 }
/** How much of each goes into the room. */
const send: Record<Layer, number> = { melody: 0.1, chords: 0.12, bass: 0, drums: 0.03 }
/** RMS of the finished sound in dB of full scale, before its peaks are held; what comes out lies between −20 and −14. */
const level = -16
/** Amplitude of the highest peak, −2 dBFS: what a decoder makes of it may be a decibel more. */
const ceiling = 10 ** (-2 / 20)
const fade = { in: 0.008, out: 0.35, cut: 1.5 }

const amplitude = (decibels: number): number => 10 ** (decibels / 20)

/** RMS over the parts of a second in which there is anything to hear. */
export function loudness([left, right]: Stereo): number {
  const window = sampleRate / 10
  let energy = 0
  let count = 0
  for (let start = 0; start + window <= left.length; start += window) {
    let sum = 0
    for (let i = start; i < start + window; i++) sum += (left[i]! ** 2 + right[i]! ** 2) / 2
    if (sum / window < 1e-8) continue
    energy += sum
    count += window
  }
  return count === 0 ? 0 : Math.sqrt(energy / count)
}

/** Gains that bring the layers to their balance; a layer that is silent stays so. */
function gainsOf(stems: Stems): Record<Layer, number> {
  const gains = { melody: 0, chords: 0, bass: 0, drums: 0 }
  for (const layer of layers) {
    const loud = loudness(stems[layer])
    gains[layer] = loud === 0 ? 0 : amplitude(balance[layer]) / loud
  }
  return gains
}

function mix(stems: Stems): Stereo {
  const gains = gainsOf(stems)
  const length = stems.melody[0].length
  const sum: Stereo = [new Float32Array(length), new Float32Array(length)]
  const sent = new Float32Array(length)
  for (const layer of layers) {
    const [left, right] = stems[layer]
    const gain = gains[layer]
    const toRoom = 0.5 * send[layer]
    for (let i = 0; i < length; i++) {
      const l = left[i]! * gain
      const r = right[i]! * gain
      sum[0][i]! += l
      sum[1][i]! += r
      sent[i]! += (l + r) * toRoom
    }
  }
  const room = reverb(sent)
  for (const side of [0, 1] as const) for (let i = 0; i < length; i++) sum[side][i]! += room[side][i]!
  return sum
}

function scale(sound: Stereo, gain: number): void {
  for (const side of sound) for (let i = 0; i < side.length; i++) side[i]! *= gain
}

/** In without a click; out gently where the song ends, and longer where an excerpt leaves it. */
function fadeEnds(sound: Stereo, toEnd: boolean): void {
  const inward = Math.round(fade.in * sampleRate)
  const outward = Math.round((toEnd ? fade.out : fade.cut) * sampleRate)
  for (const side of sound) {
    const last = side.length - 1
    for (let i = 0; i < Math.min(inward, side.length); i++) side[i]! *= i / inward
    for (let i = 0; i < Math.min(outward, side.length); i++)
      side[last - i]! *= Math.sin((Math.PI / 2) * (i / outward)) ** 2
  }
}

/** The layers as one sound: balanced, with a little room, levelled, held under −2 dBFS, its ends faded. */
export function master(stems: Stems, { toEnd }: Pick<Stretch, 'toEnd'>): Stereo {
  const sound = mix(stems)
  const loud = loudness(sound)
  if (loud > 0) scale(sound, amplitude(level) / loud)
  limit(sound, ceiling)
  fadeEnds(sound, toEnd)
  return sound
}
