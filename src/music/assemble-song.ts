import type { MashupRequest } from '../domain/mashup-request.js'
import { meterShape } from '../domain/meter.js'
import type { SongPlan } from '../domain/plan.js'
import type { Provenance, Section, Song, TheoryNote } from '../domain/song.js'
import type { EducationalContext, GenreAnalysis, Hooks, Lyrics, TheoryNotes } from '../domain/tasks.js'
import { checkSong } from './checks/check-song.js'
import { barAt, explainMelody } from './explain/explain-melody.js'
import { placeObjectives } from './explain/place-objectives.js'
import { fitLyrics } from './fit-lyrics.js'
import { setSong } from './melody/set-song.js'

/** What the agents made, ready to become a song. */
export interface SongParts {
  id: string
  request: MashupRequest
  plan: SongPlan
  analysis: GenreAnalysis
  education: EducationalContext
  hooks: Hooks
  hook: string
  lyrics: Lyrics
  theory: TheoryNotes
  provenance: Provenance
}

/** Places of the theory notes as places of the song; a bar beyond its section (a model may have miscounted) is its last. */
function placeNotes({ notes }: TheoryNotes, sections: readonly Section[], meter: SongPlan['meter']): TheoryNote[] {
  return notes.map(({ concept, text, section, bar }) => {
    const at = Math.min(section, sections.length - 1)
    const beats = sections[at]!.chords.reduce((sum, chord) => sum + chord.beats, 0)
    const beat = Math.min((bar - 1) * meterShape(meter).bar, Math.max(0, beats - meterShape(meter).bar))
    return { concept, text, place: { section: at, bar: barAt(sections, meter, at, beat) } }
  })
}

/**
 * Plan and words as a whole song: a tune for every line, theory notes about that very tune, objectives tied to places, and the
 * checks' judgement. Pure: the same parts give the same song.
 */
export function assembleSong(parts: SongParts): Song {
  const { id, request, plan, analysis, education, hooks, hook, lyrics, theory, provenance } = parts
  const worded = fitLyrics(plan, lyrics)
  const tunes = setSong(plan, worded, request.skillLevel, request.seed)
  const sections: Section[] = worded.map(({ kind, label, chords }, at) => ({
    kind,
    label,
    chords: [...chords],
    lines: tunes[at]!,
  }))
  const song = {
    id,
    title: lyrics.title,
    seed: request.seed,
    language: request.language,
    skillLevel: request.skillLevel,
    gradeLevel: request.gradeLevel,
    genres: plan.genres,
    blend: plan.blend,
    key: plan.key,
    tempo: plan.tempo,
    meter: plan.meter,
    hook,
    hookOptions: hooks.options,
    sections,
    arrangement: plan.arrangement,
    theory: [
      ...placeNotes(theory, sections, plan.meter),
      ...explainMelody({ key: plan.key, meter: plan.meter, sections, level: request.skillLevel }),
    ],
    education: {
      topic: request.topic,
      keyConcepts: education.keyConcepts,
      facts: education.facts,
      culturalLearning: analysis.culturalLearning,
      skillDevelopment: education.skillDevelopment,
      objectives: placeObjectives(education, sections, plan.meter),
      questions: education.questions,
    },
    provenance,
  }
  return { ...song, quality: checkSong(song) }
}
