import type { Layer } from '../../domain/performance.js'
import { layerNames } from './score.js'

/** As the layers sit well together; the lead sheet's tune on top. */
const balance: Record<Layer, number> = { melody: 1, chords: 0.62, bass: 0.85, drums: 0.8 }
/** Seconds a change of loudness takes: no click, and still at once. */
const fade = 0.02

/** A small room: noise that dies away in a second. */
function room(context: BaseAudioContext): ConvolverNode {
  const length = Math.round(context.sampleRate * 1.1)
  const impulse = context.createBuffer(2, length, context.sampleRate)
  for (let channel = 0; channel < 2; channel++) {
    const samples = impulse.getChannelData(channel)
    for (let at = 0; at < length; at++) samples[at] = (Math.random() * 2 - 1) * (1 - at / length) ** 4
  }
  const convolver = context.createConvolver()
  convolver.buffer = impulse
  return convolver
}

/** Four layers to one pair of speakers: a gain each, a little room, a limiter, and an ear that measures. */
export class Mixer {
  private readonly gains: Record<Layer, GainNode>
  private readonly ear: AnalyserNode
  private readonly heard: Float32Array<ArrayBuffer>

  constructor(private readonly context: AudioContext) {
    const mix = new GainNode(context, { gain: 2.4 })
    const wet = new GainNode(context, { gain: 0.1 })
    const limiter = new DynamicsCompressorNode(context, {
      threshold: -6,
      knee: 4,
      ratio: 12,
      attack: 0.003,
      release: 0.15,
    })
    this.ear = new AnalyserNode(context, { fftSize: 1024 })
    this.heard = new Float32Array(this.ear.fftSize)
    mix.connect(limiter)
    mix.connect(wet).connect(room(context)).connect(limiter)
    limiter.connect(this.ear).connect(context.destination)
    this.gains = Object.fromEntries(
      layerNames.map((layer) => {
        const gain = new GainNode(context, { gain: balance[layer] })
        gain.connect(mix)
        return [layer, gain]
      }),
    ) as Record<Layer, GainNode>
  }

  input(layer: Layer): AudioNode {
    return this.gains[layer]
  }

  setHeard(heard: (layer: Layer) => boolean): void {
    for (const layer of layerNames)
      this.gains[layer].gain.setTargetAtTime(heard(layer) ? balance[layer] : 0, this.context.currentTime, fade)
  }

  /** How loud it is at this moment: root mean square, 0 to 1. */
  level(): number {
    this.ear.getFloatTimeDomainData(this.heard)
    return Math.sqrt(this.heard.reduce((sum, sample) => sum + sample * sample, 0) / this.heard.length)
  }
}
