import { describe, expect, test } from '@jest/globals'
import { genres } from '../../src/knowledge/genres.js'
import { grooveOf } from '../../src/web/player/groove.js'
import { readMidi } from '../../src/web/player/read-midi.js'

/** A file by hand (Standard MIDI Files 1.0): a tempo, an instrument, two notes by running status, the first ended by velocity 0. */
const file = Uint8Array.from([
  ...[0x4d, 0x54, 0x68, 0x64, 0, 0, 0, 6, 0, 1, 0, 1, 0, 96],
  ...[0x4d, 0x54, 0x72, 0x6b, 0, 0, 0, 29],
  ...[0, 0xff, 0x51, 3, 0x07, 0xa1, 0x20],
  ...[0, 0xc2, 33],
  ...[0, 0x92, 40, 100],
  ...[0x60, 40, 0],
  ...[0, 43, 90],
  ...[0x81, 0x40, 0x82, 43, 0],
  ...[0, 0xff, 0x2f, 0],
])

describe('a MIDI file as the page plays it', () => {
  test('has its tempo, its length and its messages in beats', () => {
    const score = readMidi(file.buffer)
    expect(score.tempo).toBe(120)
    expect(score.beats).toBe(3)
    expect(score.messages).toEqual([
      { beat: 0, status: 0xc2, data1: 33, data2: 0 },
      { beat: 0, status: 0x92, data1: 40, data2: 100 },
      { beat: 1, status: 0x82, data1: 40, data2: 0 },
      { beat: 1, status: 0x92, data1: 43, data2: 90 },
      { beat: 3, status: 0x82, data1: 43, data2: 0 },
    ])
  })

  test('that breaks off is refused', () => {
    expect(() => readMidi(file.buffer.slice(0, 40))).toThrow()
  })
})

describe('how a genre goes', () => {
  test.each(genres.map((genre) => [genre.id, genre] as const))(
    '%s: four bars within range, every note ended',
    (_, genre) => {
      const { beats, tempo, messages } = grooveOf(genre)
      expect(tempo).toBeGreaterThanOrEqual(genre.tempo[0])
      expect(beats).toBeGreaterThanOrEqual(8)
      const struck = messages.filter(({ status }) => status >> 4 === 0x9)
      const ended = messages.filter(({ status }) => status >> 4 === 0x8)
      expect(struck.length).toBe(ended.length)
      expect(new Set(struck.map(({ status }) => status & 0xf)).size).toBe(3)
      for (const { beat, data1, data2 } of struck) {
        expect(beat).toBeLessThan(beats)
        expect(data1).toBeGreaterThanOrEqual(24)
        expect(data1).toBeLessThanOrEqual(96)
        expect(data2).toBeGreaterThan(0)
      }
    },
  )
})
