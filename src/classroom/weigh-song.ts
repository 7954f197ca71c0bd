import type { AssignmentSettings } from '../domain/assignment.js'
import type { Evidence, Suggestion } from '../domain/classroom.js'
import type { Song } from '../domain/song.js'
import { genreById } from '../knowledge/genres.js'
import { mentions } from '../music/words/mentions.js'
import { singsFacts } from './facts-carried.js'

/** One line of the weighing: `part` (0 to 1) is how much of what was asked is there, `weight` how much it counts. */
interface Weighed extends Evidence {
  part: number
  weight: number
}

/** What one song has room for: nobody loses points for a long list of words. */
const room = { terms: 8, facts: 6 }
/** Weighed by lines of their own, so their findings are not counted again as craft. */
const ownLines = new Set(['topic-present', 'key-terms-used', 'facts-sung'])

const listed = (words: readonly string[]): string => words.join(', ')
const named = (ids: readonly string[]): string =>
  new Intl.ListFormat('en').format(ids.map((id) => genreById(id)?.name ?? id))
const capped = (part: number, whole: number): number => (whole === 0 ? 1 : Math.min(1, part / whole))

/**
 * Holds a song against what an assignment asked for, line by line. Key terms and facts count most, as they are what is learned;
 * then the topic, the whole form and the craft that the checks measured; then the genres.
 */
function weigh({ topic, keyTerms, facts, genres }: AssignmentSettings, song: Song): Weighed[] {
  const lines = song.sections.flatMap((section) => section.lines.map(({ text }) => text))
  return [
    onTopic(topic, song),
    ...(keyTerms.length > 0 ? [usesTerms(keyTerms, lines)] : []),
    ...(facts.length > 0 ? [carriesFacts(facts, song)] : []),
    blends(genres, song),
    isWhole(song),
    isCrafted(song),
  ]
}

function onTopic(topic: string, { quality }: Song): Weighed {
  const remark = quality.findings.find(({ rule }) => rule === 'topic-present')
  const share = Math.round((quality.measures.linesOnTopic ?? 0) * 100)
  return {
    about: 'topic',
    asked: `A song about ${topic}.`,
    found: `${share} % of the lines speak of it.`,
    part: remark ? (remark.severity === 'error' ? 0 : 0.5) : 1,
    weight: 2,
  }
}

function usesTerms(terms: readonly string[], lines: readonly string[]): Weighed {
  const sung = terms.filter((term) => lines.some((line) => mentions(line, term)))
  const silent = terms.filter((term) => !sung.includes(term))
  return {
    about: 'key terms',
    asked: `Key terms: ${listed(terms)}.`,
    found: [
      sung.length > 0 ? `Sung: ${listed(sung)}.` : 'None is sung.',
      silent.length > 0 && sung.length > 0 ? `Not sung: ${listed(silent)}.` : '',
    ]
      .join(' ')
      .trim(),
    part: capped(sung.length, Math.min(terms.length, room.terms)),
    weight: 3,
  }
}

function carriesFacts(facts: readonly string[], song: Song): Weighed {
  const isSung = singsFacts(song)
  const silent = facts.filter((fact) => !isSung(fact))
  const sung = facts.length - silent.length
  return {
    about: 'facts',
    asked: `${facts.length === 1 ? 'One fact' : `${facts.length} facts`} of the topic${facts.length > room.facts ? `; a song has room for some ${room.facts}` : ''}.`,
    found: [
      `${sung} of ${facts.length} sung.`,
      ...silent.slice(0, 3).map((fact, at) => (at === 0 ? `Not sung: “${fact}”` : `“${fact}”`)),
    ].join(' '),
    part: capped(sung, Math.min(facts.length, room.facts)),
    weight: 3,
  }
}

function blends(asked: readonly string[], song: Song): Weighed {
  const missing = asked.filter((id) => !song.genres.includes(id))
  return {
    about: 'genres',
    asked: asked.length > 0 ? `A blend with ${named(asked)}.` : 'A blend of two genres or more, freely chosen.',
    found: `It blends ${named(song.genres)}.${missing.length > 0 ? ` Missing: ${named(missing)}.` : ''}`,
    part: capped(asked.length - missing.length, asked.length),
    weight: 1,
  }
}

function isWhole({ sections, quality }: Song): Weighed {
  const sung = sections.filter(({ lines }) => lines.length > 0)
  const kinds = (kind: string) => sung.filter((section) => section.kind === kind).length
  const hook = !quality.findings.some(({ rule }) => rule === 'hook-repeated')
  const there = [kinds('verse') >= 2, kinds('chorus') >= 1, hook]
  return {
    about: 'form',
    asked: 'A whole song: two verses, a chorus, and a hook that comes back.',
    found: `${kinds('verse')} verses, ${kinds('chorus')} choruses; the hook ${hook ? 'comes back' : 'does not come back'}.`,
    part: there.filter(Boolean).length / there.length,
    weight: 2,
  }
}

function isCrafted({ quality }: Song): Weighed {
  const remarks = quality.findings.filter(({ rule, severity }) => severity !== 'info' && !ownLines.has(rule))
  const part = Math.max(0, 1 - remarks.reduce((sum, { cost }) => sum + cost, 0))
  const seen = remarks.slice(0, 3).map(({ evidence }) => evidence)
  return {
    about: 'craft',
    asked: 'Rhyme, rhythm, melody and chords that hold together.',
    found: [
      remarks.length === 0
        ? 'The checks have no remark.'
        : `The checks have ${remarks.length === 1 ? 'one remark' : `${remarks.length} remarks`}:`,
      ...seen,
    ].join(' '),
    part,
    weight: 2,
  }
}

/** What was asked and what is there, without points: for the student. */
export const evidenceOf = (settings: AssignmentSettings, song: Song): Evidence[] =>
  weigh(settings, song).map(({ about, asked, found }) => ({ about, asked, found }))

const toHundredths = (points: number): number => Math.round(points * 100) / 100
/** Half points where there are enough of them, as teachers give them. */
const asTeachersGive = (points: number, maximum: number): number =>
  maximum >= 5 ? Math.min(maximum, Math.round(points * 2) / 2) : toHundredths(points)

/** Points out of `settings.points`, each line with its own share of them; the sum is rounded to half points. */
export function suggestPoints(settings: AssignmentSettings, song: Song): Suggestion {
  const lines = weigh(settings, song)
  const whole = lines.reduce((sum, { weight }) => sum + weight, 0)
  const maximum = settings.points
  const evidence = lines.map(({ about, asked, found, part, weight }) => ({
    about,
    asked,
    found,
    points: toHundredths((part * weight * maximum) / whole),
    outOf: toHundredths((weight * maximum) / whole),
  }))
  const sum = lines.reduce((points, { part, weight }) => points + (part * weight * maximum) / whole, 0)
  return { song: song.id, points: asTeachersGive(sum, maximum), maximum, evidence }
}
