import { describe, expect, test } from '@jest/globals'
import type { Note, Song } from '../../src/domain/song.js'
import { checkSong } from '../../src/music/checks/check-song.js'
import { seeded } from '../../src/music/random.js'
import { scaleClasses } from '../../src/music/theory/keys.js'
import { makeSong } from './support/make-song.js'

const sound = makeSong({ genres: ['folk', 'pop'], level: 'intermediate', seed: 4 })

function damaged(change: (song: Song) => void): Song {
  const song = structuredClone(sound)
  change(song)
  return song
}

const everyNote = (song: Song, change: (note: Note, at: number) => void) =>
  song.sections.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes)).forEach(change)
const rulesOf = (song: Song) => checkSong(song).findings.map(({ rule }) => rule)
const musical = [
  'chord-spelling',
  'chord-explained',
  'chord-tone-on-strong-beat',
  'few-leaps',
  'stable-last-note',
  'stressed-on-beat',
  'range',
  'section-length',
  'form',
  'notes-fit',
]

test('a sound song has no musical finding', () => {
  expect(rulesOf(sound).filter((rule) => musical.includes(rule))).toEqual([])
})

describe('each rule hears what it is there for', () => {
  test.each<[string, (song: Song) => void]>([
    [
      'chord-spelling',
      (song) => {
        song.sections[1]!.chords[0]!.symbol = 'F##dim'
      },
    ],
    [
      'chord-explained',
      (song) => {
        Object.assign(song, { key: { tonic: 'C', mode: 'major' } })
        Object.assign(song.sections[1]!.chords[0]!, { roman: '#I', symbol: 'C#' })
      },
    ],
    [
      'chord-tone-on-strong-beat',
      (song) =>
        everyNote(song, (note) => {
          note.midi += 1
        }),
    ],
    [
      'few-leaps',
      (song) =>
        everyNote(song, (note, at) => {
          note.midi += at % 2 === 0 ? 0 : 12
        }),
    ],
    [
      'stepwise-motion',
      (song) =>
        everyNote(song, (note, at) => {
          note.midi = 60 + 5 * (at % 2)
        }),
    ],
    [
      'stable-last-note',
      (song) => {
        song.sections
          .findLast(({ lines }) => lines.length > 0)!
          .lines.at(-1)!
          .notes.at(-1)!.midi += 1
      },
    ],
    [
      'stressed-on-beat',
      (song) =>
        everyNote(song, (note) => {
          note.start += 0.25
        }),
    ],
    [
      'range',
      (song) =>
        everyNote(song, (note, at) => {
          if (at === 9) note.midi += 14
        }),
    ],
    [
      'section-length',
      (song) => {
        song.sections[1]!.chords[0]!.beats += 0.5
      },
    ],
    [
      'cadence',
      (song) => {
        const chords = song.sections.find(({ kind }) => kind === 'chorus')!.chords
        Object.assign(
          chords.at(-1)!,
          chords.find(({ roman }) => roman !== chords.at(-1)!.roman),
        )
      },
    ],
    [
      'form',
      (song) => {
        for (const section of song.sections) if (section.kind === 'bridge') section.kind = 'verse'
      },
    ],
    [
      'hook-repeated',
      (song) => {
        song.hook = 'Something else to sing'
      },
    ],
    [
      'chorus-lift',
      (song) => {
        for (const { kind, lines } of song.sections)
          if (kind === 'chorus') for (const { notes } of lines) for (const note of notes) note.midi -= 5
      },
    ],
    [
      'notes-fit',
      (song) => {
        song.sections[1]!.lines[0]!.notes.pop()
      },
    ],
    [
      'singing-pace',
      (song) => {
        song.tempo = 240
        everyNote(song, (note) => {
          note.start /= 4
          note.beats /= 4
        })
      },
    ],
    [
      'breath',
      (song) => {
        song.tempo = 40
        for (const { lines } of song.sections)
          for (const [at, { notes }] of lines.entries())
            for (const [n, note] of notes.entries())
              note.beats =
                (notes[n + 1]?.start ?? lines[at + 1]?.notes[0]?.start ?? note.start + note.beats) - note.start
      },
    ],
    [
      'song-length',
      (song) => {
        song.tempo = 30
      },
    ],
  ])('%s', (rule, change) => {
    const song = damaged(change)
    const { findings } = checkSong(song)
    const finding = findings.find((each) => each.rule === rule)
    expect(finding?.rule).toBe(rule)
    expect(finding!.evidence.length).toBeGreaterThan(10)
    expect(finding!.suggestion.length).toBeGreaterThan(5)
  })
})

test('the score is what the findings leave of 1, an error is below 0.7, and one fault repeated is not ten', () => {
  const song = damaged((each) => {
    for (const section of each.sections) for (const chord of section.chords) chord.symbol = 'F##dim'
  })
  const { score, findings } = checkSong(song)
  const cost = findings.reduce((sum, finding) => sum + finding.cost, 0)
  expect(score).toBeCloseTo(Math.max(0, 1 - cost), 2)
  expect(score).toBeLessThan(0.7)
  const spelling = findings
    .filter(({ rule }) => rule === 'chord-spelling')
    .reduce((sum, finding) => sum + finding.cost, 0)
  expect(spelling).toBeLessThanOrEqual(0.351)
})

test('random notes of the scale are told from a tune, and random chromatic ones too', () => {
  const random = seeded('random tunes')
  const scale = [...scaleClasses(sound.key)]
  const inScale = damaged((song) =>
    everyNote(song, (note) => {
      do note.midi = random.int(57, 76)
      while (!scale.includes(note.midi % 12))
    }),
  )
  const chromatic = damaged((song) =>
    everyNote(song, (note) => {
      note.midi = random.int(57, 76)
    }),
  )
  for (const song of [inScale, chromatic]) {
    const { measures, score } = checkSong(song)
    expect(measures.chordToneOnStrongBeat).toBeLessThan(0.7)
    expect(measures.leapsOverFifth).toBeGreaterThan(0.15)
    expect(score).toBeLessThan(0.7)
  }
})
