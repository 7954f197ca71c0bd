import { meterShape } from '../../src/domain/meter.js'
import type { Line, Section, Song } from '../../src/domain/song.js'
import { checkSong } from '../../src/music/checks/check-song.js'
import { seeded } from '../../src/music/random.js'
import { scaleClasses } from '../../src/music/theory/keys.js'
import { syllabify } from '../../src/music/words/syllabify.js'
import { classesOf } from './ear.js'

/*
 * What the composer is measured against. Both get its plan for nothing (genres, key, form, chords): only the tune, or tune and
 * words, are theirs.
 */

const judged = (song: Song): Song => ({ ...song, quality: checkSong(song) })

/** The same words and rhythm on notes of the scale drawn at random within the same range. */
export function randomNotes(song: Song): Song {
  const random = seeded(song.seed, 'random notes')
  const all = song.sections.flatMap(({ lines }) => lines.flatMap(({ notes }) => notes.map(({ midi }) => midi)))
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const scale = scaleClasses(song.key)
  const pitches = Array.from({ length: high - low + 1 }, (_, at) => low + at).filter((midi) => scale.has(midi % 12))
  const copy = structuredClone(song)
  for (const { lines } of copy.sections)
    for (const { notes } of lines) for (const note of notes) note.midi = random.pick(pitches)
  return judged(copy)
}

/** Couplets with slots for a term and a topic, as a first songwriting script has them. */
const templates = [
  ['{term} is what we learn today', '{term} will show us the way'],
  ['Come and sing of {topic} with me', '{term} is as good as can be'],
  ['{topic} is a thing to know', '{term} helps our knowledge grow'],
  ['When you hear of {term} next time', 'you will think about this rhyme'],
  ['Clap your hands for {term} now', '{topic} will show you how'],
  ['{term} is in the world around', 'listen to the happy sound'],
  ['Everybody learn with me', '{term} is the master key'],
  ['{topic} is so much fun', '{term} is for everyone'],
  ['Let us study {term} well', 'there is such a lot to tell'],
  ['{term} and {topic} too', 'there is nothing we can not do'],
] as const

/** A beat to each syllable pair: straight eighths from the line's start, walking up and down the chord that sounds. */
function plainTune(text: string, line: Line, beats: number, section: Section, low: number, bar: number): Line['notes'] {
  const syllables = syllabify(text)
  const first = Math.floor((line.notes[0]?.start ?? 0) / bar + 1e-6) * bar
  const step = Math.min(0.5, (beats - 0.5) / syllables.length)
  const starts: number[] = section.chords.map((_, at) =>
    section.chords.slice(0, at).reduce((sum, chord) => sum + chord.beats, 0),
  )
  return syllables.map(({ text: syllable }, n) => {
    const start = first + n * step
    const chord =
      section.chords[
        Math.max(
          0,
          starts.findLastIndex((begins) => begins <= start + 1e-6),
        )
      ]!
    const tones = Array.from({ length: 13 }, (_, up) => low + up).filter((midi) =>
      classesOf(chord.symbol).has(midi % 12),
    )
    const place = [0, 1, 2, 1][n % 4]!
    return { midi: tones[Math.min(place, tones.length - 1)] ?? low, start, beats: step, syllable }
  })
}

/** Template words on a plain tune: the same chords, "X is what we learn today", eighth notes up and down the chord. */
export function templateSong(song: Song): Song {
  const random = seeded(song.seed, 'templates')
  const { keyConcepts, topic } = song.education
  const deck = random.shuffle(templates)
  const copy = structuredClone(song)
  const { bar } = meterShape(song.meter)
  copy.hook = `Sing about ${topic}`
  let taken = 0
  const words = new Map<string, string>()
  const fill = (pattern: string) =>
    pattern
      .replace('{term}', random.pick(keyConcepts).term)
      .replace('{topic}', topic)
      .replace(/^./, (letter) => letter.toUpperCase())
  for (const section of copy.sections) {
    const total = section.chords.reduce((sum, { beats }) => sum + beats, 0)
    const open = new Map<string, string>()
    for (const line of section.lines) {
      const said = section.kind === 'chorus' ? words.get(line.text) : undefined
      let text = said ?? copy.hook
      if (said === undefined && line.rhyme !== '') {
        const waiting = open.get(line.rhyme)
        open.delete(line.rhyme)
        const [a, b] = waiting === undefined ? deck[taken++ % deck.length]! : ['', waiting]
        if (waiting === undefined) open.set(line.rhyme, b)
        text = fill(waiting === undefined ? a : b)
      }
      words.set(line.text, text)
      line.notes = plainTune(text, line, total / section.lines.length, section, 60, bar)
      line.syllables = line.notes.length
      line.text = text
    }
  }
  return judged(copy)
}
