import { describe, expect, test } from '@jest/globals'
import { type Song, songSchema } from '../../src/domain/song.js'
import { genreById, genres } from '../../src/knowledge/genres.js'
import { melodyScale } from '../../src/music/blend/melody-scale.js'
import { seeded } from '../../src/music/random.js'
import { pitchClass } from '../../src/music/theory/pitch.js'
import { syllabify } from '../../src/music/words/syllabify.js'
import { makeSong } from './support/make-song.js'

const levels = ['beginner', 'intermediate', 'advanced'] as const
const notesOf = (song: Song) => song.sections.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes))

/** Songs over pairs that between them name every genre. */
const songs = genres.map((genre, at) =>
  makeSong({
    genres: [
      genre.id,
      genres[(at * 7 + 11) % genres.length]!.id === genre.id
        ? genres[at === 0 ? 1 : 0]!.id
        : genres[(at * 7 + 11) % genres.length]!.id,
    ],
    level: levels[at % 3]!,
    seed: at,
  }),
)

describe('tunes over every genre', () => {
  test('keep the five rules that tell a tune from random notes', () => {
    for (const song of songs) {
      const { measures, findings } = song.quality
      const musical = findings.filter(
        ({ severity, rule }) => severity === 'error' && /chord|note|leap|stable|form|section|range|pace/.test(rule),
      )
      expect(musical).toEqual([])
      // The words here are any words: what they say of a topic is judged elsewhere.
      const ofWords = /rhyme|syllables|topic|terms|facts|safe|reading|line|filler|words|openings/
      const cost = findings.filter(({ rule }) => !ofWords.test(rule)).reduce((sum, one) => sum + one.cost, 0)
      expect(cost).toBeLessThan(0.5)
      expect(measures.chordToneOnStrongBeat).toBeGreaterThanOrEqual(0.9)
      expect(measures.stepwiseMotion).toBeGreaterThanOrEqual(0.3)
      expect(measures.leapsOverFifth).toBeLessThanOrEqual(0.05)
      expect(measures.stableLastNote).toBe(1)
      expect(measures.stressedOnBeat).toBeGreaterThanOrEqual(0.9)
      expect(measures.chorusLift).toBeGreaterThan(0)
    }
  })

  test('go somewhere: they do not tremble between two notes, nor dwell on light syllables', () => {
    let figures = 0
    let trembling = 0
    let light = 0
    let dwelt = 0
    for (const song of songs)
      for (const { text, notes } of song.sections.flatMap(({ lines }) => lines)) {
        const back = notes.slice(2).filter(({ midi }, at) => midi === notes[at]!.midi && midi !== notes[at + 1]!.midi)
        figures += Math.max(0, notes.length - 2)
        trembling += back.length
        const stresses = syllabify(text).map(({ stress }) => stress)
        const mean = notes.reduce((sum, { beats }) => sum + beats, 0) / notes.length
        const weak = notes.slice(0, -1).filter((_, at) => stresses[at] === 0)
        light += weak.length
        dwelt += weak.filter(({ beats }) => beats >= 1.5 && beats > mean * 1.3).length
      }
    expect(trembling / figures).toBeLessThan(0.2)
    expect(dwelt / light).toBeLessThan(0.04)
  })

  test('lie within the level’s range, where a class can sing, and end at home', () => {
    for (const song of songs) {
      const pitches = notesOf(song).map(({ midi }) => midi)
      expect(Math.max(...pitches) - Math.min(...pitches)).toBeLessThanOrEqual(song.skillLevel === 'beginner' ? 12 : 16)
      expect(Math.min(...pitches)).toBeGreaterThanOrEqual(57)
      expect(Math.max(...pitches)).toBeLessThanOrEqual(76)
      expect(pitches.at(-1)! % 12).toBe(pitchClass(song.key.tonic))
    }
  })

  test('lean on the scale that the blend names', () => {
    for (const song of songs) {
      const { notes } = melodyScale(
        genreById(song.blend.layers.find(({ layer }) => layer === 'melody')!.genre)!,
        song.key,
      )
      const classes = notes.map(pitchClass)
      const all = notesOf(song)
      expect(all.filter(({ midi }) => classes.includes(midi % 12)).length / all.length).toBeGreaterThan(0.7)
    }
  })

  test('sing every chorus with the same notes, and fit the schema of a song', () => {
    for (const song of songs) {
      const choruses = song.sections.filter(({ kind }) => kind === 'chorus')
      for (const chorus of choruses) expect(chorus.lines).toEqual(choruses[0]!.lines)
      expect(songSchema.safeParse(song).error?.issues ?? []).toEqual([])
    }
  })
})

const grams = (song: Song, size: number): Set<string> => {
  const found = new Set<string>()
  for (const { lines } of song.sections)
    for (const { notes } of lines) {
      const moves = notes.slice(1).map(({ midi }, at) => midi - notes[at]!.midi)
      for (let at = 0; at + size <= moves.length; at++) found.add(moves.slice(at, at + size).join())
    }
  return found
}

test('two seeds make two tunes, one seed makes one', () => {
  const shares: number[] = []
  for (let seed = 0; seed < 12; seed++) {
    const [a, b] = [
      makeSong({ genres: ['folk', 'salsa'], seed }),
      makeSong({ genres: ['folk', 'salsa'], seed: seed + 100 }),
    ].map((song) => grams(song, 4))
    shares.push([...a!].filter((gram) => b!.has(gram)).length / Math.min(a!.size, b!.size))
  }
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(0.4)
  expect(makeSong({ genres: ['folk', 'salsa'], seed: 5 })).toEqual(makeSong({ genres: ['folk', 'salsa'], seed: 5 }))
})

const odd = [
  '🎵🎶',
  '光合作用',
  'H2O + CO2 = E = mc²',
  'a',
  'O',
  '...',
  'Überraschung naïve façade',
  'supercalifragilistic',
  '1 2 3 4 5 6 7 8 9 10',
]

test('any text of any length is set to music or named in a finding', () => {
  const random = seeded('odd words')
  const words = ['light', 'chlorophyll', 'a', 'the', 'photosynthesis', 'x', '7', ...odd]
  for (let n = 0; n < 25; n++) {
    const song = makeSong({
      genres: [random.pick(genres).id, 'pop', 'waltz'].filter((id, at, all) => all.indexOf(id) === at).slice(0, 2),
      seed: n,
      words: () =>
        random.chance(0.3)
          ? random.pick(odd)
          : Array.from({ length: random.pick([1, 3, 8, 20, 80]) }, () => random.pick(words)).join(' '),
    })
    for (const [section, { lines, chords }] of song.sections.entries()) {
      const length = chords.reduce((sum, { beats }) => sum + beats, 0)
      for (const [line, { notes, syllables }] of lines.entries()) {
        const clashes = notes.filter((note, at) => note.start + note.beats > (notes[at + 1]?.start ?? length) + 1e-6)
        expect(clashes).toEqual([])
        const named = song.quality.findings.some(({ place }) => place.section === section && place.line === line)
        expect(notes.length === syllables || named).toBe(true)
        const seconds =
          notes.length === 0 ? 1 : ((notes.at(-1)!.start + notes.at(-1)!.beats - notes[0]!.start) * 60) / song.tempo
        if (notes.length / seconds > 9)
          expect(
            song.quality.findings.some(({ rule, severity }) => rule === 'singing-pace' && severity === 'error'),
          ).toBe(true)
      }
    }
  }
}, 30_000)
