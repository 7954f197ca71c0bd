import { z } from 'zod'
import { meterSchema } from './meter.js'
import { arrangementSchema, blendSchema, chordSchema, keySchema, sectionKindSchema } from './song.js'

/** A line that is still to be written: where it will be sung, how long it may be, and what it rhymes with. */
export const plannedLineSchema = z.strictObject({
  /** Beats from the section's start, and how many the line may take, its breath included. */
  start: z.number().min(0),
  beats: z.number().positive(),
  syllables: z.strictObject({ min: z.int().min(1), best: z.int().min(1), max: z.int().min(1) }),
  /** Letter of the rhyme scheme, "" for a line that need not rhyme. */
  rhyme: z.string(),
  /** True where the hook is sung. */
  hook: z.boolean(),
})
export type PlannedLine = z.infer<typeof plannedLineSchema>

export const plannedSectionSchema = z.strictObject({
  kind: sectionKindSchema,
  label: z.string(),
  chords: z.array(chordSchema).min(1),
  lines: z.array(plannedLineSchema),
})
export type PlannedSection = z.infer<typeof plannedSectionSchema>

/** The song before its words: what the genres decide, spelled by code. Sections of one kind sing the same chords. */
export const songPlanSchema = z.strictObject({
  genres: z.array(z.string()).min(2).max(4),
  blend: blendSchema,
  key: keySchema,
  tempo: z.int().min(30).max(240),
  meter: meterSchema,
  arrangement: arrangementSchema,
  sections: z.array(plannedSectionSchema).min(4),
})
export type SongPlan = z.infer<typeof songPlanSchema>
