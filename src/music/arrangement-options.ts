import type { SongPlan } from '../domain/plan.js'
import type { Song } from '../domain/song.js'
import type { GenreAnalysis } from '../domain/tasks.js'
import { genreById } from '../knowledge/genres.js'
import { assembleSong, type SongParts } from './assemble-song.js'
import { analyzeGenres } from './composer/analyze-genres.js'
import { explainTheory } from './composer/explain-theory.js'
import { planSong } from './plan-song.js'

/** One way to play the same words: what it is called, why one would want it, and the whole song in it. */
export interface ArrangementOption {
  id: string
  title: string
  reason: string
  song: Song
}

const wanted = 3
/** Further ideas that are drawn before we are content with fewer options. */
const draws = 24

/** Whether words written for one plan can be sung to another: the same sections with the same lines. */
const sameShape = (a: SongPlan, b: SongPlan): boolean =>
  a.sections.length === b.sections.length &&
  a.sections.every(
    ({ kind, lines }, at) => b.sections[at]!.kind === kind && b.sections[at]!.lines.length === lines.length,
  )

const groove = ({ blend }: SongPlan): string => blend.layers.find(({ layer }) => layer === 'groove')!.genre
const keyName = ({ key }: SongPlan): string => `${key.tonic} ${key.mode}`
const chorus = ({ sections }: SongPlan): string =>
  sections
    .find(({ kind }) => kind === 'chorus')
    ?.chords.map(({ roman }) => roman)
    .join(' ') ?? ''
/** As many as one can follow: the first four, or where those are the same, the last. */
function otherChords(now: string, before: string): string {
  const [one, other] = [now.split(' '), before.split(' ')]
  const begins = [one, other].map((romans) => romans.slice(0, 4).join(' '))
  if (begins[0] !== begins[1]) return `The chorus begins ${begins[0]} instead of ${begins[1]}.`
  return `The chorus ends ${one.slice(-4).join(' ')} instead of ${other.slice(-4).join(' ')}.`
}

/** How a plan differs from the one there is, in the words that a choice is made by; the largest difference first. */
function differences(plan: SongPlan, first: SongPlan): { title: string; reason: string }[] {
  const name = genreById(groove(plan))?.name ?? groove(plan)
  const faster = plan.tempo - first.tempo
  return [
    ...(groove(plan) !== groove(first)
      ? [
          {
            title: `The beat of ${name}`,
            reason: `Drums and bass play as in ${name}, so the same words feel different under the feet.`,
          },
        ]
      : []),
    ...(Math.abs(faster) >= 8
      ? [
          {
            title: faster > 0 ? `Faster, ${plan.tempo}` : `Slower, ${plan.tempo}`,
            reason:
              faster > 0
                ? 'More drive; check that every word can still be said.'
                : 'More room for each word and for breathing.',
          },
        ]
      : []),
    ...(plan.key.mode !== first.key.mode
      ? [
          {
            title: `In ${keyName(plan)}`,
            reason:
              plan.key.mode === 'major' || plan.key.mode === 'mixolydian' || plan.key.mode === 'lydian'
                ? 'A brighter scale for the same story.'
                : 'A darker scale for the same story.',
          },
        ]
      : keyName(plan) !== keyName(first)
        ? [
            {
              title: `In ${keyName(plan)}`,
              reason: 'The same scale from another home note: try which one sits better in your voices.',
            },
          ]
        : []),
    ...(chorus(plan) !== chorus(first)
      ? [{ title: 'Other chords', reason: otherChords(chorus(plan), chorus(first)) }]
      : []),
  ]
}

const describe = (plan: SongPlan, first: SongPlan): { title: string; reason: string } | null => {
  const seen = differences(plan, first)
  if (seen.length === 0) return null
  return {
    title: seen
      .slice(0, 2)
      .map(({ title }) => title)
      .join(', '),
    reason: seen
      .slice(0, 3)
      .map(({ reason }) => reason)
      .join(' '),
  }
}

function inPlan(parts: SongParts, analysis: GenreAnalysis, plan: SongPlan): Song {
  const { request } = parts
  const theory = explainTheory({
    skillLevel: request.skillLevel,
    gradeLevel: request.gradeLevel,
    language: request.language,
    seed: request.seed,
    findings: [],
    topic: request.topic,
    genres: plan.genres,
    hook: parts.hook,
    blend: plan.blend,
    key: plan.key,
    tempo: plan.tempo,
    meter: plan.meter,
    sections: plan.sections,
  })
  return assembleSong({ ...parts, analysis, plan, theory })
}

const errorsIn = ({ quality }: Song): number => quality.findings.filter(({ severity }) => severity === 'error').length

/** What is wrong with the words is so in every arrangement; none may add to it. */
const isAsGood = (song: Song, first: Song): boolean =>
  errorsIn(song) <= errorsIn(first) && song.quality.score >= Math.min(0.7, first.quality.score - 0.05)

/**
 * Two or three ways to play the words that a group has written: the one they know, and others that differ in groove, tempo, key
 * or chords, each with its reason. All keep the words as they are, and no check finds more in them than in the first. Pure and
 * seeded.
 */
export function arrangementOptions(parts: SongParts): ArrangementOption[] {
  const { request, plan: first } = parts
  const options: ArrangementOption[] = [
    {
      id: 'first',
      title: 'As you know it',
      reason: `${keyName(first)}, ${first.tempo} beats a minute, the beat of ${genreById(groove(first))?.name ?? groove(first)}.`,
      song: assembleSong(parts),
    },
  ]
  const form = first.sections.map(({ kind }) => kind)
  const titles = new Set<string>()
  for (let draw = 1; draw <= draws && options.length < wanted; draw++) {
    const seed = (request.seed + draw * 104_729) % 2 ** 32
    const analysis = analyzeGenres({
      skillLevel: request.skillLevel,
      gradeLevel: request.gradeLevel,
      language: request.language,
      seed,
      findings: [],
      topic: request.topic,
      genres: request.genres,
    })
    const plan = planSong(analysis, { ...request, seed }, form)
    const told = sameShape(plan, first) ? describe(plan, first) : null
    if (!told || titles.has(told.title)) continue
    const song = inPlan(parts, analysis, plan)
    if (!isAsGood(song, options[0]!.song)) continue
    titles.add(told.title)
    options.push({ id: `draw${draw}`, ...told, song })
  }
  return options
}
