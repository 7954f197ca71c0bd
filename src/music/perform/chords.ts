import { type Meter, meterShape } from '../../domain/meter.js'
import type { Arrangement } from '../../domain/song.js'
import type { BarCue, Stage } from './stage.js'
import { voiceChord } from './voicing.js'

/** Up and down again through a chord's notes: 0 1 2 1 0 … */
const wave = (count: number, at: number): number => {
  const period = Math.max(1, 2 * (count - 1))
  const place = at % period
  return place < count ? place : period - place
}

interface Stroke {
  short: boolean
  start: number
  until: number
}

/** The strokes of one bar, a chord that changes between strokes struck anew. */
function strokesOf(rhythm: string, cue: BarCue, step: number, bar: number): Stroke[] {
  const written = Array.from(rhythm).flatMap((sign, at) =>
    sign === '-' ? [] : [{ short: sign === '^', start: cue.start + at * step }],
  )
  const end = cue.start + bar
  return written.map((stroke, at) => ({ ...stroke, until: written[at + 1]?.start ?? end }))
}

/** Chords by their rhythm, struck together or one note after the other, each led smoothly out of the last. */
export function playChords(
  { rhythm, arpeggio }: Arrangement['chords'],
  meter: Meter,
  cues: readonly BarCue[],
  stage: Stage,
): void {
  const { bar, step } = meterShape(meter)
  let voices: number[] | null = null
  let symbol = ''
  for (const cue of cues) {
    const strokes = cue.lastOfSong
      ? [{ short: false, start: cue.start, until: cue.start + bar }]
      : strokesOf(rhythm, cue, step, bar)
    for (const [at, { short, start, until }] of strokes.entries()) {
      const { chord, ends } = cue.chords.find((span) => start < span.ends - 1e-6) ?? cue.chords.at(-1)!
      if (voices === null || chord.symbol !== symbol) voices = voiceChord(chord.symbol, voices)
      symbol = chord.symbol
      const beats = short ? Math.min(0.4, until - start) : Math.min(until, Math.max(ends, start + step)) - start
      const velocity = start === cue.start ? 74 : 66
      if (arpeggio && !cue.lastOfSong)
        stage.play(
          'chords',
          voices[wave(voices.length, at)] ?? 60,
          start,
          Math.max(beats, Math.min(1, cue.start + bar - start)),
          velocity,
          cue.kind,
        )
      else for (const midi of voices) stage.play('chords', midi, start, beats * 0.97, velocity, cue.kind)
    }
  }
}
