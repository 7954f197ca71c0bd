import { z } from 'zod'

export const severities = ['error', 'warning', 'info'] as const

/** Where in a song: indexes count from 0, `bar` counts bars of the whole song from 1 as a musician does. */
export const placeSchema = z.strictObject({
  section: z.int().min(0).optional(),
  line: z.int().min(0).optional(),
  chord: z.int().min(0).optional(),
  bar: z.int().min(1).optional(),
})
export type Place = z.infer<typeof placeSchema>

/** What a check saw. `cost` is what it took from the score (0 to 1). */
export const findingSchema = z.strictObject({
  rule: z.string(),
  severity: z.enum(severities),
  place: placeSchema,
  evidence: z.string(),
  suggestion: z.string(),
  cost: z.number().min(0).max(1),
})
export type Finding = z.infer<typeof findingSchema>

export const qualitySchema = z.strictObject({
  score: z.number().min(0).max(1),
  findings: z.array(findingSchema),
  /** Figures the checks measured, by name, whether or not anything was wrong: `chordToneOnStrongBeat: 0.97`. */
  measures: z.record(z.string(), z.number()),
})
export type Quality = z.infer<typeof qualitySchema>
