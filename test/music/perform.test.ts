import { describe, expect, test } from '@jest/globals'
import { meterShape } from '../../src/domain/meter.js'
import { layers } from '../../src/domain/performance.js'
import { genres } from '../../src/knowledge/genres.js'
import { voiceChord } from '../../src/music/perform/voicing.js'
import { perform } from '../../src/music/perform.js'
import { makeSong } from './support/make-song.js'

describe('a song in the air', () => {
  test('has every layer in every genre, in range, and is never silent for two seconds', () => {
    for (const [at, genre] of genres.entries()) {
      const other = genres[(at + 17) % genres.length]!
      const song = makeSong({ genres: [genre.id, other.id], seed: at })
      const { notes, beats } = perform(song)
      let sounded = 0
      const faults = notes.filter((note) => {
        const silent = ((note.start - sounded) * 60) / song.tempo >= 2
        sounded = Math.max(sounded, note.start + note.beats)
        const outside = note.midi < 27 || note.midi > 90 || note.velocity < 1 || note.velocity > 127
        return silent || outside || note.start + note.beats > beats + 2
      })
      expect(faults).toEqual([])
      expect(new Set(notes.map(({ layer }) => layer))).toEqual(new Set(layers))
      const playing = new Set(
        notes
          .filter(({ layer }) => layer === 'drums')
          .map(({ start }) => Math.floor(start / meterShape(song.meter).bar + 1e-6)),
      )
      expect(playing.size).toBeGreaterThan((beats / meterShape(song.meter).bar) * 0.9)
    }
  })

  test('swings its off-beats, plays its chorus louder than its bridge, and is the same each time', () => {
    const song = makeSong({ genres: ['jazz-swing', 'waltz'], seed: 2 })
    const swung = {
      ...song,
      meter: '4/4' as const,
      arrangement: {
        ...song.arrangement,
        swing: 0.66,
        drums: { groove: { ride: 'x---x-x-x---x-x-' }, fill: { ride: 'x---x-x-x---x-x-' } },
      },
    }
    const offBeats = perform(swung).notes.filter(
      ({ layer, midi, start }) => layer === 'drums' && midi === 51 && start % 1 > 0.01 && start % 1 < 0.99,
    )
    expect(offBeats.length).toBeGreaterThan(0)
    for (const { start } of offBeats) expect(start % 1).toBeCloseTo(0.66, 5)
    expect(perform(song)).toEqual(perform(song))

    const loudness = (kind: string) => {
      let origin = 0
      const spans = song.sections.map((section) => {
        const from = origin
        origin += section.chords.reduce((sum, chord) => sum + chord.beats, 0)
        return { kind: section.kind, from, until: origin }
      })
      const heard = perform(song).notes.filter(
        ({ layer, start }) =>
          layer === 'melody' && spans.some((span) => span.kind === kind && start >= span.from && start < span.until),
      )
      return heard.reduce((sum, { velocity }) => sum + velocity, 0) / heard.length
    }
    expect(loudness('chorus')).toBeGreaterThan(loudness('bridge') + 8)
  })

  test('leads its chords from one to the next with small moves', () => {
    let before: number[] | null = null
    for (const symbol of ['C', 'Am', 'F', 'G7', 'Cmaj7', 'Dm9', 'Bdim', 'E7', 'Am']) {
      const voices: number[] = voiceChord(symbol, before)
      expect(voices.at(-1)! - voices[0]!).toBeLessThan(12)
      if (before)
        for (const voice of voices)
          expect(Math.min(...before.map((other) => Math.abs(other - voice)))).toBeLessThanOrEqual(4)
      before = voices
    }
  })
})
