import { describe, expect, test } from '@jest/globals'
import { type HarmonyEntry, parse, parseAbc, serialize, validate } from 'musicxml-io'
import { meterShape } from '../../src/domain/meter.js'
import type { Song } from '../../src/domain/song.js'
import { toAbc } from '../../src/score/abc.js'
import { toMusicXml } from '../../src/score/musicxml.js'
import { notate } from '../../src/score/notation.js'
import { sampleSong, sampleSongs } from './sample-songs.js'
import { notesOf, soundingOf } from './written-notes.js'

const alter = (count: number | undefined): string => (count === undefined ? '' : count > 0 ? '#' : count < 0 ? 'b' : '')
const nameOf = ({ root, kindText, bass }: HarmonyEntry): string =>
  root.rootStep +
  alter(root.rootAlter) +
  (kindText ?? '').replace('♭', 'b').replace('♯', '#') +
  (bass ? `/${bass.bassStep}${alter(bass.bassAlter)}` : '')

describe.each(sampleSongs)('the score of %s', (_, song) => {
  const score = parse(toMusicXml(song))
  const { measures } = score.parts[0]!

  test('another program reads each note, its length and its syllable as the song has them', () => {
    expect(soundingOf(score)).toEqual(notesOf(song))
  })

  test('comes back the same from that program’s own writing', () => {
    expect(soundingOf(parse(serialize(score)))).toEqual(notesOf(song))
    expect(validate(score).errors).toEqual([])
  })

  test('every bar is full, and every note has the value of its length', () => {
    const { bar } = meterShape(song.meter)
    const divisions = measures[0]!.attributes!.divisions!
    const values: Record<string, number> = { whole: 4, half: 2, quarter: 1, eighth: 0.5, '16th': 0.25, '32nd': 0.125 }
    for (const { entries } of measures) {
      const notes = entries.filter((entry) => entry.type === 'note')
      expect(notes.reduce((sum, { duration }) => sum + duration, 0)).toBe(bar * divisions)
      for (const { noteType, dots = 0, duration } of notes)
        if (noteType) expect(values[noteType]! * (dots ? 1.5 : 1) * divisions).toBe(duration)
    }
  })

  test('names every chord, in order', () => {
    const written = measures.flatMap(({ entries }) => entries.filter((entry) => entry.type === 'harmony').map(nameOf))
    const { bar } = meterShape(song.meter)
    const expected = song.sections.flatMap(({ chords }) => {
      let at = 0
      return chords.flatMap(({ symbol, beats }) => {
        const bars = Math.ceil((at + beats) / bar - 1e-6) - Math.floor(at / bar + 1e-6)
        at += beats
        return Array.from({ length: bars }, () => symbol)
      })
    })
    expect(written).toEqual(expected)
  })

  test('marks each section, the key, the metre and the tempo', () => {
    const marks = measures.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.type === 'direction'
          ? entry.directionTypes.flatMap((type) => (type.kind === 'rehearsal' ? [type.text] : []))
          : [],
      ),
    )
    expect(marks).toEqual(song.sections.map(({ label }) => label))
    const { time, key } = measures[0]!.attributes!
    expect(`${time!.beats}/${time!.beatType}`).toBe(song.meter)
    expect(key!.mode).toBe(song.key.mode)
    const xml = toMusicXml(song)
    const dotted = song.meter === '12/8'
    expect(xml).toContain(
      `<beat-unit>quarter</beat-unit>${dotted ? '<beat-unit-dot/>' : ''}<per-minute>${dotted ? Math.round(song.tempo / 1.5) : song.tempo}<`,
    )
    expect(xml).toContain(`<sound tempo="${song.tempo}"/>`)
  })

  test('as ABC, another program reads the same letters, octaves, starts and lengths', () => {
    const read = parseAbc(toAbc(song))
    // That reader leaves what a key signature does to its readers in turn, so letters are compared and not keys.
    const letters = read.parts[0]!.measures.flatMap(({ entries }) =>
      entries.flatMap((entry) =>
        entry.type === 'note' && entry.pitch ? [`${entry.pitch.step}${entry.pitch.octave}`] : [],
      ),
    )
    const written = notate(song).flatMap(({ notes }) =>
      notes.flatMap(({ pitch }) => (pitch ? [`${pitch.step}${pitch.octave}`] : [])),
    )
    expect(letters).toEqual(written)
    expect(soundingOf(read).map(([, start, beats]) => [start, beats])).toEqual(
      notesOf(song).map(([, start, beats]) => [start, beats]),
    )
  })
})

describe('beams', () => {
  test('begin and end within one pulse, and never cross the middle of a bar', () => {
    for (const [, song] of sampleSongs) {
      const { pulses } = meterShape(song.meter)
      for (const { entries } of parse(toMusicXml(song)).parts[0]!.measures) {
        let at = 0
        let open: number | null = null
        for (const entry of entries) {
          if (entry.type !== 'note') continue
          const pulse = pulses.findLastIndex((start) => start <= at + 1e-6)
          const mark = entry.beam?.find(({ number }) => number === 1)?.type
          if (mark === 'begin') open = pulse
          if (mark) expect(pulse).toBe(open)
          if (mark === 'end') open = null
          at += entry.duration / 8
        }
        expect(open).toBeNull()
      }
    }
  })
})

describe('what people write', () => {
  const titled = (title: string): Song => ({ ...sampleSong(), title })

  test.each(['Rock & <Roll> "now"', 'Світло й цукор 🎵', 'a\u0000b\u0007c', ']]>'])('%j is a title', (title) => {
    const score = parse(toMusicXml(titled(title)))
    // XML 1.0 has no control characters.
    expect(score.metadata.workTitle).toBe(title.replace(/\p{Cc}/gu, ''))
  })

  test('a title with line ends and percent signs stays one field of ABC', () => {
    const abc = toAbc(titled('100%\nX:2\n[K:C]'))
    expect(abc.split('\n').filter((line) => line.startsWith('X:'))).toEqual(['X:1'])
    expect(abc).toContain('T:100\\% X:2 [K:C]\n')
  })
})
