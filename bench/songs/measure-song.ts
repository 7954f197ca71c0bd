import { daleChall } from 'dale-chall'
import readability from 'text-readability'
import { type Song, songSchema } from '../../src/domain/song.js'
import { sayNumber, sayYear } from '../../src/music/words/number-words.js'
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
  /** Grades that the words read above the request, by sentences as they are punctuated; below it where less than 0. */
  readingAbove: number
  /** The same where a semicolon or a colon ends a sentence too, as Flesch himself counted. */
  clausesAbove: number
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

/** What the song is there to teach counts as an easy word: of two syllables, if it has more. */
function easing(song: Song): (text: string) => string {
  const taught = [
    ...song.education.keyConcepts.map(({ term }) => term),
    ...song.provenance.request.keyTerms,
    song.education.topic,
  ]
    .flatMap((term) => key(term).split(' '))
    .filter((word) => word.length > 3)
    .map((word) => word.replace(/e?s$/, ''))
  const isTaught = (word: string) => taught.some((stem) => word.toLowerCase().startsWith(stem))
  return (text) =>
    text.replace(/[\p{L}\p{N}'’]+/gu, (word) =>
      readability.syllableCount(word) > 2 && isTaught(word) ? `${word.charAt(0)}ater` : word,
    )
}

/** Each section once, as prose: a refrain, and a line of a section that has no stops at all, is a sentence of its own. */
function prose(song: Song): string[] {
  const seen = new Set<string>()
  return song.sections.flatMap(({ lines }) => {
    const fresh = lines.map(({ text }) => text).filter((text) => !seen.has(key(text)) && seen.add(key(text)))
    const isRefrain = (line: string) => key(line) === key(song.hook)
    const bare = !fresh.some((line) => !isRefrain(line) && /[.?!]["”]?$/.test(line))
    const closed = fresh.map((line) => ((bare || isRefrain(line)) && /[\p{L}\p{N}]$/u.test(line) ? `${line}.` : line))
    return closed.length === 0 ? [] : [closed.join(' ').replace(/[,;:]$/, '.')]
  })
}

/** "1955" is one word to the eye and "nineteen fifty-five" to the ear. */
const said = (text: string): string =>
  text.replace(/\d+/g, (digits) => (/^1[1-9]\d\d$|^20[0-9]\d$/.test(digits) ? sayYear : sayNumber)(Number(digits)))

/** Flesch and Kincaid's grade of a song's sections: words and syllables as a library counts them, sentences by the marks that end one. */
function gradeOf(sections: readonly string[], stops: RegExp): number {
  const count = (of: (text: string) => number) => sections.reduce((sum, text) => sum + of(text), 0)
  const words = count((text) => readability.lexiconCount(text))
  const syllables = count((text) => readability.syllableCount(said(text)))
  const sentences = count((text) => text.replace(/\b(Dr|Mrs?|Ms|St|[A-Z])\./g, '$1').match(stops)?.length ?? 1)
  return Math.max(0, 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59)
}
const fullStops = /[.?!](?=["”’)]*(?:\s|$))/g
/** Flesch himself let a semicolon or a colon end a sentence too. */
const clauseStops = /[.?!;:](?=["”’)]*(?:\s|$))/g

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
  const sections = prose(song).map(easing(song))
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
    readingAbove: gradeOf(sections, fullStops) - song.gradeLevel,
    clausesAbove: gradeOf(sections, clauseStops) - song.gradeLevel,
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
