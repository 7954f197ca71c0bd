import { meterShape } from '../domain/meter.js'
import type { Performance } from '../domain/performance.js'
import type { Song } from '../domain/song.js'
import { playBass } from './perform/bass.js'
import { playChords } from './perform/chords.js'
import { playDrums } from './perform/drums.js'
import { barCues, Stage } from './perform/stage.js'
import { beatAt } from './rhythm/beats.js'

type Playable = Pick<Song, 'sections' | 'meter' | 'arrangement' | 'key' | 'seed'>

/** The tune as sung, the strong beats leaning a little. */
function playMelody({ sections, meter }: Playable, stage: Stage): void {
  let origin = 0
  for (const { kind, chords, lines } of sections) {
    for (const { midi, start, beats } of lines.flatMap((line) => line.notes)) {
      const velocity = { strong: 104, weak: 98, off: 90 }[beatAt(meter, start)]
      stage.play('melody', midi, origin + start, beats * 0.96, velocity, kind)
    }
    origin += chords.reduce((sum, chord) => sum + chord.beats, 0)
  }
}

/** A song as it is heard: tune, chords, bass and drums in time order, swing and dynamics in them. The same song gives the same. */
export function perform(song: Playable): Performance {
  const { sections, meter, arrangement, key, seed } = song
  const stage = new Stage(meter, arrangement.swing, seed)
  const cues = barCues(sections, meter)
  playMelody(song, stage)
  playChords(arrangement.chords, meter, cues, stage)
  playBass(arrangement.bass, key, meter, cues, stage)
  playDrums(arrangement.drums, meter, cues, stage)
  const notes = stage.notes.sort((a, b) => a.start - b.start || a.midi - b.midi)
  return { beats: (cues.at(-1)?.start ?? 0) + meterShape(meter).bar, notes }
}
