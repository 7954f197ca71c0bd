import type { Song } from '../../src/domain/song.js'
import { measureSong, type Share, type SongMeasures } from './measure-song.js'
import { fillerLines, linesOfManyTopics, sharedLines, sharedRuns } from './shared.js'

/** One measure of one composer: over all songs, and of the song (pair of songs, request) that does worst. */
export interface Row {
  name: string
  label: string
  /** In words; `meets` says whether the overall figure reaches it. */
  target: string
  overall: number
  worst: number
  meets: boolean
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
const ratio = ([part, whole]: Share): number => part / whole

/** What is only `seen` has no target: it is there to be read beside the others. */
type Bound = { least: number } | { most: number } | { under: number } | { seen: true }

function row(name: string, label: string, bound: Bound, overall: number, worst: number, unit = ''): Row {
  const target =
    'least' in bound
      ? `≥ ${bound.least}${unit}`
      : 'most' in bound
        ? `≤ ${bound.most}${unit}`
        : 'under' in bound
          ? `< ${bound.under}${unit}`
          : 'none'
  const meets =
    'seen' in bound ||
    ('least' in bound ? overall >= bound.least : 'most' in bound ? overall <= bound.most : overall < bound.under)
  return { name, label, target, overall, worst, meets }
}

function pooled(
  name: string,
  label: string,
  bound: Bound,
  songs: readonly SongMeasures[],
  of: (song: SongMeasures) => Share,
): Row {
  const shares = songs.map(of).filter(([, whole]) => whole > 0)
  const overall = ratio([
    shares.reduce((sum, [part]) => sum + part, 0),
    shares.reduce((sum, [, whole]) => sum + whole, 0),
  ])
  const single = shares.map(ratio)
  return row(name, label, bound, overall, 'least' in bound ? Math.min(...single) : Math.max(...single))
}

/** Every measure of a composer's songs, `songs[request][seed]`. */
export function measureAll(songs: readonly (readonly Song[])[]): Row[] {
  const all = songs.flat()
  const measured = all.map(measureSong)
  const holds = (test: (song: SongMeasures) => boolean) => mean(measured.map((song) => (test(song) ? 1 : 0)))
  const lines = sharedLines(songs)
  const runs = [3, 4, 5].map((size) => ({ size, shares: sharedRuns(songs, size) }))
  const filler = fillerLines(all)
  const scores = measured.map(({ score }) => score)
  return [
    row(
      'valid',
      'Songs that fit the schema',
      { least: 1 },
      holds(({ valid }) => valid),
      holds(({ valid }) => valid),
    ),
    row(
      'scored',
      'Songs that score 0.7 or more (worst: lowest score)',
      { least: 1 },
      holds(({ score }) => score >= 0.7),
      Math.min(...scores),
    ),
    row('score', 'Mean score', { least: 0.7 }, mean(scores), Math.min(...scores)),
    row(
      'errors',
      'Findings of level error',
      { most: 0 },
      measured.reduce((sum, { errors }) => sum + errors, 0),
      Math.max(...measured.map(({ errors }) => errors)),
    ),
    pooled(
      'chordTones',
      'Notes on strong beats that belong to their chord',
      { least: 0.9 },
      measured,
      (song) => song.chordTones,
    ),
    pooled('leaps', 'Moves wider than a fifth', { most: 0.05 }, measured, (song) => song.leaps),
    pooled('steps', 'Moves that are steps', { least: 0.35 }, measured, (song) => song.steps),
    pooled('stresses', 'Stressed syllables on a beat', { least: 0.9 }, measured, (song) => song.stresses),
    row(
      'lastStable',
      'Songs whose last note is of the home chord',
      { least: 1 },
      holds(({ lastStable }) => lastStable),
      holds(({ lastStable }) => lastStable),
    ),
    pooled('rhymes', 'Rhyme pairs that rhyme by CMU phonemes', { least: 0.9 }, measured, (song) => song.rhymes),
    pooled('terms', 'Key terms of the request that are sung', { least: 0.8 }, measured, (song) => song.terms),
    row(
      'reading',
      'Songs that read within one grade of the request (worst: grades apart)',
      { least: 0.9 },
      holds(({ readingAbove }) => Math.abs(readingAbove) <= 1),
      Math.max(...measured.map(({ readingAbove }) => Math.abs(readingAbove))),
    ),
    row(
      'readingAbove',
      'Grades that they read above the request, below it if less than 0 (worst: furthest above)',
      { seen: true },
      mean(measured.map(({ readingAbove }) => readingAbove)),
      Math.max(...measured.map(({ readingAbove }) => readingAbove)),
    ),
    row(
      'clausesAbove',
      'The same, where a semicolon or colon ends a sentence too',
      { seen: true },
      mean(measured.map(({ clausesAbove }) => clausesAbove)),
      Math.max(...measured.map(({ clausesAbove }) => clausesAbove)),
    ),
    ...(['beginner', 'intermediate', 'advanced'] as const).map((level) =>
      pooled(
        `hardWords-${level}`,
        `Words that not every child of ten knows: ${level}`,
        { seen: true },
        measured.filter((_, at) => all[at]!.skillLevel === level),
        (song) => song.hardWords,
      ),
    ),
    row('sharedLines', 'Lines that two seeds of a request share', { under: 0.35 }, mean(lines), Math.max(...lines)),
    row(
      'linesOfManyTopics',
      'Lines that songs of different topics share',
      { under: 0.02 },
      linesOfManyTopics(all).share,
      linesOfManyTopics(all).share,
    ),
    ...(['library', 'elsewhere'] as const).map((where) => {
      const shares = filler.shares.filter(
        (_, at) => (all[at]!.provenance.request.topicId !== null) === (where === 'library'),
      )
      const topics = where === 'library' ? 'topics of the library' : 'other topics'
      return row(
        `filler-${where}`,
        `Lines that would fit any topic, terms taken out: ${topics}`,
        { under: 0.1 },
        mean(shares),
        Math.max(0, ...shares),
      )
    }),
    ...runs.map(({ size, shares }) =>
      row(
        `sharedRuns${size}`,
        `Runs of ${size} intervals that two seeds share`,
        { under: 0.4 },
        mean(shares),
        Math.max(...shares),
      ),
    ),
  ]
}
