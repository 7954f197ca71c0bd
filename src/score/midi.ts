import tonejs from '@tonejs/midi'
import { type Layer, layers } from '../domain/performance.js'
import type { Song } from '../domain/song.js'
import { perform } from '../music/perform.js'
import { sectionStarts } from './section-starts.js'

const { Midi } = tonejs
const ticksPerBeat = 480
const drumChannel = 9
const names: Record<Layer, string> = { melody: 'Melody', chords: 'Chords', bass: 'Bass', drums: 'Drums' }

/** A Standard MIDI File, format 1: one track a layer, on General MIDI programs, lyrics and section markers in the first track. */
export function toMidi(song: Song): Uint8Array {
  const midi = new Midi()
  midi.header.fromJSON({
    name: song.title,
    ppq: ticksPerBeat,
    tempos: [{ ticks: 0, bpm: song.tempo }],
    timeSignatures: [{ ticks: 0, timeSignature: song.meter.split('/').map(Number) as [number, number] }],
    keySignatures: [],
    meta: [],
  })
  const { notes } = perform(song)
  for (const [index, layer] of layers.entries()) {
    const track = midi.addTrack()
    track.name = names[layer]
    track.channel = layer === 'drums' ? drumChannel : index
    if (layer !== 'drums') track.instrument.number = song.arrangement[layer].program
    for (const note of notes.filter((played) => played.layer === layer)) {
      track.addNote({
        midi: note.midi,
        ticks: Math.round(note.start * ticksPerBeat),
        durationTicks: Math.max(1, Math.round(note.beats * ticksPerBeat)),
        velocity: note.velocity / 127,
      })
    }
  }
  for (const { section, start } of sectionStarts(song)) {
    midi.header.meta.push({ ticks: Math.round(start * ticksPerBeat), type: 'marker', text: section.label })
    for (const note of section.lines.flatMap((line) => line.notes)) {
      if (note.syllable)
        midi.header.meta.push({
          ticks: Math.round((start + note.start) * ticksPerBeat),
          type: 'lyrics',
          text: note.syllable,
        })
    }
  }
  return midi.toArray()
}
