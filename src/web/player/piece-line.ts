import type { FromWorker } from './messages.js'
import type { Mixer } from './mixer.js'
import { layerNames } from './score.js'

interface Piece {
  /** Seconds of the audio clock. */
  at: number
  until: number
  from: number
  to: number
  sources: AudioBufferSourceNode[]
}

export const framesPerPiece = 8192
/** Seconds between a piece's arrival and its sound, when nothing sounds yet. */
const lead = 0.05

/** The pieces of a song that are set one after the other on the audio clock, until they have sounded. */
export class PieceLine {
  private pieces: Piece[] = []

  constructor(
    private readonly context: AudioContext,
    private readonly mixer: Mixer,
  ) {}

  /** The beat that is heard now; `null` where nothing sounds yet. */
  get beat(): number | null {
    const now = this.context.currentTime - (this.context.outputLatency || 0)
    const piece = this.pieces.findLast(({ at }) => at <= now)
    if (!piece) return null
    const share = Math.min(1, (now - piece.at) / (piece.until - piece.at))
    return piece.from + share * (piece.to - piece.from)
  }

  /** Whether all that was set down has sounded. */
  get isOver(): boolean {
    const last = this.pieces.at(-1)
    return !last || last.until <= this.context.currentTime + 0.02
  }

  /** Pieces follow each other to the sample; after a gap, which a busy machine may make, the next starts a moment later. */
  setDown({ from, to, samples }: Extract<FromWorker, { type: 'piece' }>, sounded: () => void): void {
    const { context } = this
    const last = this.pieces.at(-1)
    const at = Math.max(last?.until ?? 0, context.currentTime + (last ? 0.005 : lead))
    const until = at + framesPerPiece / context.sampleRate
    const sources = layerNames.map((layer, index) => {
      const buffer = context.createBuffer(2, framesPerPiece, context.sampleRate)
      buffer.copyToChannel(samples[index * 2]!, 0)
      buffer.copyToChannel(samples[index * 2 + 1]!, 1)
      const source = new AudioBufferSourceNode(context, { buffer })
      source.connect(this.mixer.input(layer))
      source.start(at)
      return source
    })
    sources[0]!.onended = () => {
      this.pieces = this.pieces.filter((piece) => piece.until > context.currentTime - 1)
      sounded()
    }
    this.pieces.push({ at, until, from, to, sources })
  }

  /** Silent at once; what was set down is heard no more of. */
  clear(): void {
    for (const { sources } of this.pieces)
      for (const source of sources) {
        source.onended = null
        source.stop()
      }
    this.pieces = []
  }
}
