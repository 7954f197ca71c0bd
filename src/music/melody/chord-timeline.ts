import type { Chord } from '../../domain/song.js'

/** A chord and the beat of its section at which it ends. */
export interface Sounding {
  chord: Chord
  ends: number
}

export function chordTimeline(chords: readonly Chord[]): Sounding[] {
  let ends = 0
  return chords.map((chord) => {
    ends += chord.beats
    return { chord, ends }
  })
}

/** The chord under a beat; the last one goes on beyond its end. */
export const chordAt = (timeline: readonly Sounding[], at: number): Chord =>
  (timeline.find(({ ends }) => at < ends - 1e-6) ?? timeline.at(-1)!).chord
