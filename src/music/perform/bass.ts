import { type Meter, meterShape } from '../../domain/meter.js'
import type { Arrangement, Key } from '../../domain/song.js'
import { parseSymbol } from '../theory/chord-symbol.js'
import { scaleClasses } from '../theory/keys.js'
import { modulo, pitchClass } from '../theory/pitch.js'
import type { BarCue, Stage } from './stage.js'

/** MIDI pitches of the bass: E1 to C3. */
const range = { low: 28, high: 48, home: 38 } as const

/** The pitch of a class that lies nearest to another, within the bass's range. */
function nearest(tone: number, to: number): number {
  let best = range.low + modulo(tone - range.low, 12)
  for (let pitch = best; pitch <= range.high; pitch += 12) if (Math.abs(pitch - to) < Math.abs(best - to)) best = pitch
  return best
}

/** A note that leads to the next root from a step away, on the side we come from, of the key where that is near. */
function approach(from: number, goal: number, scale: ReadonlySet<number>): number {
  const side = from > goal ? 1 : -1
  const ofKey = [1, 2].map((semitones) => goal + side * semitones).find((pitch) => scale.has(modulo(pitch, 12)))
  return ofKey ?? goal + side
}

interface Stroke {
  sign: string
  start: number
  cue: BarCue
}

/** The bass line: the pattern's roots, fifths and octaves of the chord that sounds, moving as little as it may between chords. */
export function playBass(
  { rhythm }: Arrangement['bass'],
  key: Key,
  meter: Meter,
  cues: readonly BarCue[],
  stage: Stage,
): void {
  const { bar, step } = meterShape(meter)
  const scale = scaleClasses(key)
  const strokes: Stroke[] = cues.flatMap((cue) =>
    cue.lastOfSong
      ? [{ sign: 'x', start: cue.start, cue }]
      : Array.from(rhythm).flatMap((sign, at) => (sign === '-' ? [] : [{ sign, start: cue.start + at * step, cue }])),
  )
  const chordUnder = ({ cue, start }: Stroke) =>
    cue.chords.find(({ ends }) => start < ends - 1e-6) ?? cue.chords.at(-1)!
  const end = (cues.at(-1)?.start ?? 0) + bar
  let root: number = range.home
  for (const [at, stroke] of strokes.entries()) {
    const { chord, ends } = chordUnder(stroke)
    const tones = parseSymbol(chord.symbol)?.tones.map(pitchClass) ?? [pitchClass(key.tonic)]
    root = nearest(tones[0]!, root)
    const next = strokes[at + 1]
    const fifthAbove = root + modulo((tones[2] ?? tones[1]!) - tones[0]!, 12)
    const fifth = fifthAbove > range.high ? fifthAbove - 12 : fifthAbove
    let midi = root
    if (stroke.sign === 'o') midi = fifth
    if (stroke.sign === '8') midi = root + 12 > range.high + 4 ? root : root + 12
    if (stroke.sign === 'a' && next) {
      const goal = nearest(parseSymbol(chordUnder(next).chord.symbol)?.tones.map(pitchClass)[0] ?? tones[0]!, root)
      midi = goal === root ? fifth : approach(root, goal, scale)
    }
    const until = Math.min(next?.start ?? end, stroke.sign === 'a' ? end : Math.max(ends, stroke.start + step))
    stage.play(
      'bass',
      midi,
      stroke.start,
      (until - stroke.start) * 0.95,
      stroke.start === stroke.cue.start ? 98 : 86,
      stroke.cue.kind,
    )
  }
}
