import { type Meter, meterShape } from '../../domain/meter.js'
import type { Layer, PlayedNote } from '../../domain/performance.js'
import type { Chord, Section, SectionKind } from '../../domain/song.js'
import { type Random, seeded } from '../random.js'
import { type Swing, swingOf } from './swing.js'

/** One bar as the band sees it. */
export interface BarCue {
  /** Beats from the song's start. */
  start: number
  kind: SectionKind
  firstOfSection: boolean
  lastOfSection: boolean
  lastOfSong: boolean
  /** Chords that sound in it, with their ends in beats from the song's start. */
  chords: readonly { chord: Chord; ends: number }[]
}

/** How loud a section is: the chorus opens up, the bridge draws back. */
const dynamics: Record<SectionKind, number> = {
  intro: 0.82,
  verse: 0.86,
  'pre-chorus': 0.92,
  chorus: 1,
  bridge: 0.78,
  outro: 0.8,
}

/** The bars of a song, a section's last one shortened chords included. */
export function barCues(sections: readonly Section[], meter: Meter): BarCue[] {
  const { bar } = meterShape(meter)
  const cues: BarCue[] = []
  let origin = 0
  for (const [at, { kind, chords }] of sections.entries()) {
    let ends = origin
    const spans = chords.map((chord) => {
      ends += chord.beats
      return { chord, ends }
    })
    const count = Math.max(1, Math.round((ends - origin) / bar))
    for (let n = 0; n < count; n++) {
      const start = origin + n * bar
      const inBar = spans.filter(
        (span) => span.ends > start + 1e-6 && span.ends - span.chord.beats < start + bar - 1e-6,
      )
      const last = n === count - 1
      cues.push({
        start,
        kind,
        firstOfSection: n === 0,
        lastOfSection: last,
        lastOfSong: last && at === sections.length - 1,
        chords: inBar,
      })
    }
    origin = ends
  }
  return cues
}

/** Where notes are put down as played: swung, shaded by section and a little uneven, as people are. */
export class Stage {
  readonly notes: PlayedNote[] = []
  private readonly swing: Swing
  private readonly hand: Random

  constructor(meter: Meter, swing: number, seed: number) {
    this.swing = swingOf(meter, swing)
    this.hand = seeded(seed, 'performance')
  }

  play(layer: Layer, midi: number, start: number, beats: number, velocity: number, kind: SectionKind): void {
    const from = this.swing(start)
    const until = this.swing(start + beats)
    const loud = velocity * dynamics[kind] + this.hand.int(-4, 4)
    this.notes.push({
      layer,
      midi,
      start: from,
      beats: Math.max(0.05, until - from),
      velocity: Math.min(127, Math.max(1, Math.round(loud))),
    })
  }
}
