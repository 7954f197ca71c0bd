import { daleChall } from 'dale-chall'
import readability from 'text-readability'
import { type Song, songSchema } from '../../src/domain/song.js'
import { classesOf, hearSong } from './ear.js'
import { linesRhyme } from './sounds.js'

/** So many of so many. */
export type Share = readonly [part: number, whole: number]

export interface SongMeasures {
  valid: boolean
  score: number
  errors: number
  chordTones: Share
  leaps: Share
  steps: Share
  stresses: Share
  lastStable: boolean
  rhymes: Share
  terms: Share
  readingGrade: number
  /** Grades that the words read above the request. */
  readingAbove: number
  /** Grades that the sentences, as they are punctuated over lines, read above the request; below it where less than 0. */
  sentencesAbove: number
  /** Words beyond the three thousand that nearly every child of ten knows. */
  hardWords: Share
}

const key = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Each different line of a song once, without its punctuation. */
export const linesOf = (song: Song): Set<string> =>
  new Set(song.sections.flatMap(({ lines }) => lines.map(({ text }) => key(text))))

function rhymePairs(song: Song): Share {
  let pairs = 0
  let rhyming = 0
  for (const { lines } of song.sections) {
    const open = new Map<string, string>()
    for (const { rhyme, text } of lines.filter(({ rhyme }) => rhyme !== '')) {
      const first = open.get(rhyme)
      open.set(rhyme, text)
      if (first === undefined) continue
      open.delete(rhyme)
      pairs++
      if (linesRhyme(first, text)) rhyming++
    }
  }
  return [rhyming, pairs]
}

/** A term is used when each of its words, a plural's s aside, stands in one line. */
function termsUsed(song: Song): Share {
  const { keyTerms } = song.provenance.request
  const lines = [...linesOf(song)]
  const used = keyTerms.filter((term) =>
    lines.some((line) =>
      key(term)
        .split(' ')
        .every((word) => ` ${line}`.includes(` ${word.replace(/s$/, '')}`)),
    ),
  )
  return [used.length, keyTerms.length]
}

/** Flesch–Kincaid by a library: each line a sentence, what the song is there to teach counted as an easy word. */
export function readingGrade(song: Song): number {
  const taught = [
    ...song.education.keyConcepts.map(({ term }) => term),
    ...song.provenance.request.keyTerms,
    song.education.topic,
  ]
    .flatMap((term) => key(term).split(' '))
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/e?s$/, ''))
  const easy = (line: string) =>
    line
      .split(' ')
      .map((word) => (taught.some((stem) => word.startsWith(stem)) ? 'water' : word))
      .join(' ')
  return readability.fleschKincaidGrade(
    [...linesOf(song)].map((line) => `${easy(line).replace(/^./, (letter) => letter.toUpperCase())}.`).join(' '),
  )
}

/** The same of the sentences as they are punctuated, over as many lines as each takes. */
export function sentenceGrade(song: Song): number {
  const seen = new Set<string>()
  const lines = song.sections.flatMap((section) => section.lines.map(({ text }) => text))
  const text = lines
    .filter((line) => !seen.has(line) && seen.add(line))
    .map((line) => (key(line) === key(song.hook) && !/[.?!]$/.test(line) ? `${line}.` : line))
    .join(' ')
  return readability.fleschKincaidGrade(/[.?!]$/.test(text) ? text : `${text}.`)
}

const familiar = new Set(daleChall)
const isFamiliar = (word: string): boolean =>
  [
    word,
    word.replace(/(?:es|s|d|ed|ing|er|est|ly|'s)$/, ''),
    word.replace(/(?:ed|ing|es)$/, 'e'),
    word.replace(/ies$/, 'y'),
  ].some((form) => familiar.has(form))

function hardWords(song: Song): Share {
  const words = [...linesOf(song)].flatMap((line) => line.split(' ')).filter((word) => /^[a-z]/.test(word))
  return [words.filter((word) => !isFamiliar(word)).length, words.length]
}

export function measureSong(song: Song): SongMeasures {
  const heard = hearSong(song)
  const notes = heard.flat()
  const moves = heard.flatMap((line) => line.slice(1).map((note, at) => Math.abs(note.midi - line[at]!.midi)))
  const strong = notes.filter((note) => note.strong)
  const stressed = notes.filter((note) => note.stressed)
  const home = classesOf(song.key.tonic + (/minor|dorian|phrygian/.test(song.key.mode) ? 'm' : ''))
  const grade = readingGrade(song)
  return {
    valid: songSchema.safeParse(song).success,
    score: song.quality.score,
    errors: song.quality.findings.filter(({ severity }) => severity === 'error').length,
    chordTones: [strong.filter(({ inChord }) => inChord).length, strong.length],
    leaps: [moves.filter((size) => size > 7).length, moves.length],
    steps: [moves.filter((size) => size === 1 || size === 2).length, moves.length],
    stresses: [stressed.filter(({ onBeat }) => onBeat).length, stressed.length],
    lastStable: home.has(notes.at(-1)!.midi % 12),
    rhymes: rhymePairs(song),
    terms: termsUsed(song),
    readingGrade: grade,
    readingAbove: Math.max(0, grade - song.gradeLevel),
    sentencesAbove: sentenceGrade(song) - song.gradeLevel,
    hardWords: hardWords(song),
  }
}

/** Every run of `size` intervals (in half steps) within the lines of a song. */
export function intervalRuns(song: Song, size: number): Set<string> {
  const runs = new Set<string>()
  for (const { lines } of song.sections)
    for (const { notes } of lines) {
      const moves = notes.slice(1).map((note, at) => note.midi - notes[at]!.midi)
      for (let at = 0; at + size <= moves.length; at++) runs.add(moves.slice(at, at + size).join(' '))
    }
  return runs
}
