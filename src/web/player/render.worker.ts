import soundFont from '@coderline/alphatab/soundfont/sonivox.sf2?url'
import { SoundBankLoader, SpessaSynthProcessor } from 'spessasynth_core'
import type { FromWorker, ToWorker } from './messages.js'
import { channels, layerNames, type Score } from './score.js'

/** Samples between two looks at the score's messages, at most. */
const block = 128
const allSoundOff = 120
/** Seconds that the last notes may ring. */
const tail = 1.5

const answer = (message: FromWorker, transfer: Transferable[] = []) => self.postMessage(message, { transfer })

let synth: Promise<SpessaSynthProcessor> | undefined

async function openSynth(sampleRate: number): Promise<SpessaSynthProcessor> {
  const response = await fetch(soundFont)
  if (!response.ok) throw new Error(`The sounds could not be loaded (${response.status}).`)
  // A room is added once the layers are mixed: a layer that is muted must not be heard in it.
  const processor = new SpessaSynthProcessor(sampleRate, { maxBufferSize: block, effectsEnabled: false })
  processor.soundBankManager.addSoundBank(SoundBankLoader.fromArrayBuffer(await response.arrayBuffer()), 'sonivox')
  await processor.processorInitialized
  return processor
}

/** One playing of a score from a beat on, rendered piece by piece as it is asked for. */
class Run {
  private next: number
  private beat: number
  private rung = 0

  constructor(
    private readonly synth: SpessaSynthProcessor,
    private readonly score: Score,
    from: number,
    private readonly beatsPerSample: number,
  ) {
    for (const channel of Object.values(channels)) synth.controllerChange(channel, allSoundOff, 0)
    this.beat = from
    this.next = score.messages.findIndex(({ beat }) => beat >= from - 1e-6)
    if (this.next === -1) this.next = score.messages.length
    // Which instrument plays was said before; what was struck before is over.
    for (const message of score.messages.slice(0, this.next)) if (message.status >> 4 !== 0x9) this.send(message)
  }

  private send({ status, data1, data2 }: Score['messages'][number]) {
    const channel = status & 0xf
    switch (status >> 4) {
      case 0x8:
        return this.synth.noteOff(channel, data1)
      case 0x9:
        return this.synth.noteOn(channel, data1, data2)
      case 0xb:
        return this.synth.controllerChange(channel, data1 as 7, data2)
      case 0xc:
        return this.synth.programChange(channel, data1)
      case 0xe:
        return this.synth.pitchWheel(channel, data2 * 128 + data1)
    }
  }

  /** The next `frames` samples of each layer, left and right, or `null` when the last note has rung out. */
  render(frames: number, sampleRate: number) {
    if (this.rung > tail) return null
    const from = this.beat
    const layers = layerNames.map(() => [new Float32Array(frames), new Float32Array(frames)])
    const outputs = Array.from({ length: 16 }, (_, channel) => {
      const layer = layerNames.findIndex((name) => channels[name] === channel)
      return layers[layer] ?? layers[0]!
    })
    const unheard = new Float32Array(frames)
    for (let at = 0; at < frames; ) {
      const message = this.score.messages[this.next]
      const wait = message ? Math.round((message.beat - this.beat) / this.beatsPerSample) : block
      if (message && wait <= 0) {
        this.send(message)
        this.next++
        continue
      }
      const length = Math.min(block, wait, frames - at)
      this.synth.processSplit(outputs, unheard, unheard, at, length)
      at += length
      this.beat += length * this.beatsPerSample
    }
    if (this.beat > this.score.beats) this.rung += frames / sampleRate
    return { from, to: this.beat, samples: layers.flat() }
  }
}

let run: Run | undefined
let current = -1

async function handle(message: ToWorker): Promise<void> {
  synth ??= openSynth(message.sampleRate)
  const processor = await synth
  if (message.type === 'prepare') return answer({ type: 'prepared' })
  if (message.type === 'play') {
    current = message.run
    run = new Run(
      processor,
      message.score,
      message.from,
      (message.score.tempo * message.rate) / 60 / message.sampleRate,
    )
  }
  if (message.run !== current || !run) return
  const piece = run.render(message.frames, message.sampleRate)
  if (!piece) return answer({ type: 'over', run: current })
  answer(
    { type: 'piece', run: current, ...piece },
    piece.samples.map(({ buffer }) => buffer),
  )
}

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  handle(data).catch((error: unknown) => {
    synth = undefined
    answer({ type: 'failed', why: error instanceof Error ? error.message : String(error) })
  })
}
