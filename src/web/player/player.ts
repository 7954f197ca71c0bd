import type { Layer } from '../../domain/performance.js'
import type { FromWorker, ToWorker } from './messages.js'
import { Mixer } from './mixer.js'
import { framesPerPiece, PieceLine } from './piece-line.js'
import type { Score } from './score.js'

export type PlayerStatus = 'silent' | 'starting' | 'playing' | 'paused' | 'failed'

/** Pieces that are rendered ahead of what sounds: half a second. */
const ahead = 3

/**
 * Plays a score: a worker renders the layers piece by piece, the page sets the pieces one after the other on the audio clock
 * and mixes them. Web Audio without worklets, as those exist on https alone and a school's server may have none.
 */
export class Player {
  status: PlayerStatus = 'silent'
  /** What is loaded, by the name that `load` was given. */
  title: string | null = null
  rate = 1
  readonly muted = new Set<Layer>()
  readonly soloed = new Set<Layer>()
  why = ''

  private score: Score | null = null
  private context: AudioContext | undefined
  private mixer: Mixer | undefined
  private worker: Worker | undefined
  private line: PieceLine | undefined
  private run = 0
  private over = false
  private resting = 0
  private frame = 0
  private readonly listeners = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
  private tell() {
    for (const listener of this.listeners) listener()
  }

  get beats(): number {
    return this.score?.beats ?? 0
  }

  /** The beat that sounds, or that will when it plays on. */
  get beat(): number {
    const heard = this.status === 'playing' ? this.line?.beat : null
    return heard == null ? this.resting : Math.min(this.beats, heard)
  }

  get level(): number {
    return this.status === 'playing' ? (this.mixer?.level() ?? 0) : 0
  }

  /** Fetches the sounds before they are wanted. Makes no sound and needs no gesture. */
  prepare(): void {
    this.ask({ type: 'prepare', sampleRate: this.open().sampleRate })
  }

  load(title: string, score: Score): void {
    this.stop()
    this.title = title
    this.score = score
    this.tell()
  }

  /** From where it rests, or from a beat. Call it from a person's gesture: browsers keep silent otherwise. */
  play(from = this.resting): void {
    if (!this.score) return
    const context = this.open()
    void context.resume()
    this.hush()
    this.resting = from >= this.beats - 0.01 ? 0 : Math.max(0, from)
    this.over = false
    this.set('starting')
    const { score, rate } = this
    this.ask({
      ...{ type: 'play', run: this.run, score, from: this.resting, rate },
      frames: framesPerPiece,
      sampleRate: context.sampleRate,
    })
    for (let asked = 1; asked < ahead; asked++) this.askForMore()
    this.follow()
  }

  pause(): void {
    this.resting = this.beat
    this.hush()
    this.set('paused')
  }

  /** Back to the start, with nothing loaded. */
  stop(): void {
    this.resting = 0
    this.hush()
    this.title = null
    this.score = null
    this.set('silent')
  }

  seek(beat: number): void {
    if (this.status === 'playing' || this.status === 'starting') this.play(beat)
    else {
      this.resting = Math.min(Math.max(0, beat), this.beats)
      this.tell()
    }
  }

  setRate(rate: number): void {
    const { beat } = this
    this.rate = rate
    this.seek(beat)
  }

  /** Mutes or solos a layer, or takes it back. */
  toggle(which: 'muted' | 'soloed', layer: Layer): void {
    const set = this[which]
    if (!set.delete(layer)) set.add(layer)
    this.mixer?.setHeard((name) => this.isHeard(name))
    this.tell()
  }
  isHeard(layer: Layer): boolean {
    return this.soloed.size > 0 ? this.soloed.has(layer) : !this.muted.has(layer)
  }

  close(): void {
    this.stop()
    this.worker?.terminate()
    void this.context?.close()
    this.worker = this.context = this.mixer = this.line = undefined
  }

  private open(): AudioContext {
    if (this.context) return this.context
    this.context = new AudioContext({ latencyHint: 'interactive' })
    this.mixer = new Mixer(this.context)
    this.line = new PieceLine(this.context, this.mixer)
    this.mixer.setHeard((layer) => this.isHeard(layer))
    this.worker = new Worker(new URL('./render.worker.ts', import.meta.url), { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data)
    this.worker.onerror = () => this.hear({ type: 'failed', why: 'The sound could not be started.' })
    return this.context
  }

  private ask(message: ToWorker) {
    this.worker?.postMessage(message)
  }
  private askForMore() {
    if (this.context)
      this.ask({ type: 'more', run: this.run, frames: framesPerPiece, sampleRate: this.context.sampleRate })
  }

  private hear(message: FromWorker) {
    if (message.type === 'failed') {
      this.hush()
      this.why = message.why
      return this.set('failed')
    }
    if (message.type === 'prepared' || message.run !== this.run) return
    if (message.type === 'over') {
      this.over = true
      return this.end()
    }
    this.set('playing')
    this.line?.setDown(message, () => (this.over ? this.end() : this.askForMore()))
  }

  private end() {
    if (!this.line?.isOver) return
    this.resting = 0
    this.hush()
    this.set('paused')
  }

  private hush() {
    this.run++
    this.line?.clear()
    cancelAnimationFrame(this.frame)
  }

  private follow() {
    this.frame = requestAnimationFrame(() => {
      this.tell()
      this.follow()
    })
  }

  private set(status: PlayerStatus) {
    if (this.status === status) return
    this.status = status
    this.tell()
  }
}
