import { describe, expect, test } from '@jest/globals'
import { BasicMIDI } from 'spessasynth_core'
import { layers } from '../../src/domain/performance.js'
import { perform } from '../../src/music/perform.js'
import { toMidi } from '../../src/score/midi.js'
import { sectionStarts } from '../../src/score/section-starts.js'
import { sampleSongs } from './sample-songs.js'

const channels = { melody: 0, chords: 1, bass: 2, drums: 9 }

/** Notes of a channel as [key, start tick, end tick, velocity], by the reader of a synthesizer. */
function notesOn(midi: BasicMIDI, channel: number) {
  const notes: [number, number, number, number][] = []
  const open = new Map<number, [number, number, number, number][]>()
  for (const { events } of midi.tracks) {
    for (const { statusByte, data, ticks } of events) {
      if ((statusByte & 0x0f) !== channel || statusByte >= 0xa0 || statusByte < 0x80) continue
      const [key = 0, velocity = 0] = data
      if (statusByte >= 0x90 && velocity > 0) {
        const note: [number, number, number, number] = [key, ticks, ticks, velocity]
        notes.push(note)
        open.set(key, [...(open.get(key) ?? []), note])
      } else {
        const note = open.get(key)?.shift()
        if (note) note[2] = ticks
      }
    }
  }
  return notes.sort((a, b) => a[1] - b[1] || a[0] - b[0])
}

describe.each(sampleSongs)('the MIDI file of %s', (_, song) => {
  const bytes = toMidi(song)
  const midi = BasicMIDI.fromArrayBuffer(Uint8Array.from(bytes).buffer)

  test('has every note of every layer where it is played, as another program reads it', () => {
    const { notes } = perform(song)
    for (const layer of layers) {
      const expected = notes
        .filter((note) => note.layer === layer)
        .map(({ midi: key, start, velocity }) => [key, Math.round(start * midi.timeDivision), velocity])
        .sort((a, b) => a[1]! - b[1]! || a[0]! - b[0]!)
      const read = notesOn(midi, channels[layer])
      expect(read.map(([key, start, , velocity]) => [key, start, velocity])).toEqual(expected)
      for (const [, start, end] of read) expect(end).toBeGreaterThan(start)
    }
  })

  test('says how fast, which metre, which programs', () => {
    expect(midi.tempoChanges.map(({ tempo }) => Math.round(tempo))).toContain(song.tempo)
    const events = midi.tracks.flatMap((track) => track.events)
    const [above, below] = song.meter.split('/').map(Number)
    const signature = events.find(({ statusByte }) => statusByte === 0x58)!
    expect([signature.data[0], 2 ** signature.data[1]!]).toEqual([above, below])
    const programs = events
      .filter(({ statusByte }) => statusByte >= 0xc0 && statusByte < 0xd0)
      .map(({ statusByte, data }) => [statusByte & 0x0f, data[0]])
    for (const layer of ['melody', 'chords', 'bass'] as const)
      expect(programs).toContainEqual([channels[layer], song.arrangement[layer].program])
  })

  test('carries sections as markers and every syllable at its note', () => {
    const decoder = new TextDecoder()
    const events = midi.tracks.flatMap((track) => track.events)
    const texts = (status: number) =>
      events.filter(({ statusByte }) => statusByte === status).map(({ ticks, data }) => [ticks, decoder.decode(data)])
    const starts = sectionStarts(song)
    const tick = (beat: number) => Math.round(beat * midi.timeDivision)
    expect(texts(0x06)).toEqual(starts.map(({ section, start }) => [tick(start), section.label]))
    expect(texts(0x05)).toEqual(
      starts.flatMap(({ section, start }) =>
        section.lines.flatMap(({ notes }) =>
          notes.flatMap((note) => (note.syllable ? [[tick(start + note.start), note.syllable]] : [])),
        ),
      ),
    )
  })
})
