import { z } from 'zod'
import { findingSchema } from './finding.js'
import { skillLevelSchema } from './mashup-request.js'
import { meterSchema } from './meter.js'
import { plannedSectionSchema } from './plan.js'
import {
  blendLayerSchema,
  blendSchema,
  hookOptionSchema,
  keySchema,
  modeSchema,
  objectiveSchema,
  questionSchema,
  sectionKindSchema,
} from './song.js'

/**
 * What the agents ask of a model, one task each: input and output. A chat model reads the prompt that the agent wrote of the
 * input; the embedded composer reads the input itself. Model output is data: it names Roman numerals and words, never notes.
 */
const audience = {
  skillLevel: skillLevelSchema,
  gradeLevel: z.int().min(1).max(12),
  language: z.string(),
  seed: z.int(),
  /** What the checks found in the last try, for this task; empty at the first. */
  findings: z.array(findingSchema),
}

const subjectMatter = {
  topic: z.string(),
  topicId: z.string().nullable(),
  keyTerms: z.array(z.string()),
  facts: z.array(z.string()),
}

const conceptSchema = z.strictObject({ term: z.string().min(1).max(80), meaning: z.string().max(400) })

export const educationalContextInputSchema = z.strictObject({
  ...audience,
  ...subjectMatter,
  learningObjectives: z.array(z.string()),
})
export const educationalContextSchema = z.strictObject({
  keyConcepts: z.array(conceptSchema).min(1).max(12),
  /** Plain true sentences that the song will sing; the request's own come first. */
  facts: z.array(z.string().min(1).max(300)).min(1).max(24),
  /** Comparisons that help to understand. */
  images: z.array(z.string().max(300)).max(8),
  objectives: z
    .array(objectiveSchema.pick({ code: true, text: true }))
    .min(1)
    .max(12),
  skillDevelopment: z.array(z.string().max(300)).min(1).max(8),
  questions: z.array(questionSchema).length(3),
})
export type EducationalContext = z.infer<typeof educationalContextSchema>

export const genreAnalyzerInputSchema = z.strictObject({
  ...audience,
  topic: z.string(),
  genres: z.array(z.string()).min(2).max(4),
})
const progressionSchema = z.array(z.string().min(1).max(12)).min(1).max(16)
export const genreAnalysisSchema = z.strictObject({
  summary: z.string().min(1).max(600),
  tonic: keySchema.shape.tonic,
  mode: modeSchema,
  tempo: z.int().min(40).max(220),
  meter: meterSchema,
  layers: z
    .array(z.strictObject({ layer: blendLayerSchema, genre: z.string(), reason: z.string().min(1).max(400) }))
    .length(5),
  compromises: blendSchema.shape.compromises,
  /** Roman numerals with case, one a bar. */
  progressions: z.strictObject({ verse: progressionSchema, chorus: progressionSchema, bridge: progressionSchema }),
  culturalLearning: z
    .array(z.strictObject({ genre: z.string(), text: z.string().min(1).max(600) }))
    .min(1)
    .max(4),
})
export type GenreAnalysis = z.infer<typeof genreAnalysisSchema>

export const hookGeneratorInputSchema = z.strictObject({
  ...audience,
  ...subjectMatter,
  images: z.array(z.string()),
  genres: z.array(z.string()),
  mode: modeSchema,
})
/** Syllables: four to eight are asked for; what is a little off can still be sung. */
export const singableHook = { min: 2, max: 11 }
export const hooksSchema = z.strictObject({ options: z.array(hookOptionSchema).min(3).max(5) })
export type Hooks = z.infer<typeof hooksSchema>

export const lyricsSchema = z.strictObject({
  title: z.string().min(1).max(80),
  /** In the order of the plan's sections that have lines. */
  sections: z.array(z.strictObject({ kind: sectionKindSchema, lines: z.array(z.string().min(1).max(160)) })),
})
export type Lyrics = z.infer<typeof lyricsSchema>
export const lyricsComposerInputSchema = z.strictObject({
  ...audience,
  ...subjectMatter,
  keyConcepts: z.array(conceptSchema),
  images: z.array(z.string()),
  genres: z.array(z.string()),
  hook: z.string(),
  /** The plan's sections that have lines to write. */
  sections: z.array(plannedSectionSchema),
  /** The words of the last try; only what the findings name is to change. */
  previous: lyricsSchema.nullable(),
})

export const theoryIntegratorInputSchema = z.strictObject({
  ...audience,
  topic: z.string(),
  genres: z.array(z.string()),
  hook: z.string(),
  blend: blendSchema,
  key: keySchema,
  tempo: z.int(),
  meter: meterSchema,
  sections: z.array(plannedSectionSchema),
})
export const theorySchema = z.strictObject({
  /** `section` and `bar` (from 1, within the section) say where the concept is heard. */
  notes: z
    .array(
      z.strictObject({
        concept: z.string().min(1).max(80),
        text: z.string().min(1).max(500),
        section: z.int().min(0),
        bar: z.int().min(1),
      }),
    )
    .min(1)
    .max(10),
})
export type TheoryNotes = z.infer<typeof theorySchema>

export const tasks = {
  educational_context: { input: educationalContextInputSchema, output: educationalContextSchema },
  genre_analyzer: { input: genreAnalyzerInputSchema, output: genreAnalysisSchema },
  hook_generator: { input: hookGeneratorInputSchema, output: hooksSchema },
  lyrics_composer: { input: lyricsComposerInputSchema, output: lyricsSchema },
  theory_integrator: { input: theoryIntegratorInputSchema, output: theorySchema },
} as const

export type TaskName = keyof typeof tasks
export type TaskInput<T extends TaskName> = z.infer<(typeof tasks)[T]['input']>
export type TaskOutput<T extends TaskName> = z.infer<(typeof tasks)[T]['output']>
