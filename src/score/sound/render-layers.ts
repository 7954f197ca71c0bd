import { SpessaSynthProcessor } from 'spessasynth_core'
import { type Layer, layers, type PlayedNote } from '../../domain/performance.js'
import type { Song } from '../../domain/song.js'
import { perform } from '../../music/perform.js'
import { soundFont } from './sound-font.js'
import type { Stretch } from './stretch.js'

/** Hertz. No sample of the sound font is finer, and a third less is to be computed and sent than at 44,100. */
export const sampleRate = 32_000
/** General MIDI 1: drums are on channel 10. */
const channels: Record<Layer, number> = { melody: 0, chords: 1, bass: 2, drums: 9 }
const panController = 10
/** 0 left – 64 middle – 127 right: chords stand a little aside of the tune. */
const pan: Record<Layer, number> = { melody: 68, chords: 50, bass: 64, drums: 64 }
/** Samples that the synthesizer makes in one go: a note sounds at most this much late. */
const block = 128
/** Seconds that the last notes are left to ring in. */
const longestTail = 1.2

export type Stereo = [left: Float32Array, right: Float32Array]
export type Stems = Record<Layer, Stereo>

interface Cue {
  at: number
  on: boolean
  note: PlayedNote
}

/** When to strike and when to let go, in samples from the stretch's start. What sounds on from before is struck at its start. */
function cuesOf(song: Song, { from, seconds }: Stretch): Cue[] {
  const perBeat = 60 / song.tempo
  const cues: Cue[] = []
  for (const note of perform(song).notes) {
    const start = note.start * perBeat - from
    const end = start + note.beats * perBeat
    if (start >= seconds - 1e-3 || end <= 0.02) continue
    if (start < -0.02 && (note.layer === 'drums' || end < 0.3)) continue
    cues.push({ at: Math.max(0, Math.round(start * sampleRate)), on: true, note })
    cues.push({ at: Math.round(end * sampleRate), on: false, note })
  }
  return cues.sort((a, b) => a.at - b.at || Number(a.on) - Number(b.on))
}

/** Samples of a stretch: with it the ring of the last notes where the song ends, never more than 1.5 % of it. */
const samplesOf = ({ seconds, toEnd }: Stretch): number =>
  Math.round((seconds + (toEnd ? Math.min(longestTail, seconds * 0.015) : 0)) * sampleRate)

/** Each layer by itself, as the synthesizer gives it: neither balanced nor levelled (see master.ts). */
export async function renderLayers(song: Song, stretch: Stretch): Promise<Stems> {
  // Never destroyed: that would take the sound font with it, which all renderings of a thread share.
  const synth = new SpessaSynthProcessor(sampleRate, { eventsEnabled: false, effectsEnabled: false })
  await synth.processorInitialized
  synth.soundBankManager.addSoundBank(soundFont(), 'sonivox')
  for (const layer of layers) {
    if (layer !== 'drums') synth.programChange(channels[layer], song.arrangement[layer].program)
    synth.controllerChange(channels[layer], panController, pan[layer])
  }
  return play(synth, cuesOf(song, stretch), samplesOf(stretch))
}

function play(synth: SpessaSynthProcessor, cues: Cue[], length: number): Stems {
  const empty = (): Stereo => [new Float32Array(length), new Float32Array(length)]
  const stems: Stems = { melody: empty(), chords: empty(), bass: empty(), drums: empty() }
  // One pair for each channel; those that nobody plays on share one.
  const unused = empty()
  const outputs = Array.from({ length: 16 }, (_, channel) => {
    const layer = layers.find((name) => channels[name] === channel)
    return layer ? stems[layer] : unused
  })
  let next = 0
  for (let at = 0; at < length; ) {
    for (; next < cues.length && cues[next]!.at <= at; next++) {
      const { on, note } = cues[next]!
      if (on) synth.noteOn(channels[note.layer], note.midi, note.velocity)
      else synth.noteOff(channels[note.layer], note.midi)
    }
    const until = Math.min(length, at + block, cues[next]?.at ?? length)
    synth.processSplit(outputs, unused[0], unused[1], at, until - at)
    at = until
  }
  return stems
}
