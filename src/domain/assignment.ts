import { z } from 'zod'
import { skillLevelSchema } from './mashup-request.js'
import { lineOfText, linesOfText } from './plain-text.js'

/** How students work: each on a song of their own, or in groups of up to `size`. */
const modeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('alone') }),
  z.strictObject({ kind: z.literal('groups'), size: z.int().min(2).max(10) }),
])

/** To the hundredth, as the database keeps them and gradebooks show them. */
export const pointsSchema = z
  .number()
  .max(1000, 'must be at most 1000')
  .refine((points) => Math.abs(Math.round(points * 100) - points * 100) < 1e-6, 'must have at most two decimals')

/** What a teacher sets an assignment to. Only the topic is required; everything else has a default that works. */
export const assignmentSettingsSchema = z.strictObject({
  title: lineOfText(120).optional(),
  topic: lineOfText(120),
  instructions: linesOfText(2000).default(''),
  keyTerms: z.array(lineOfText(60)).max(40).default([]),
  facts: z.array(lineOfText(300)).max(200).default([]),
  /** Genres to blend, kept as their ids. What is missing to two, each student chooses. */
  genres: z.array(lineOfText(60)).max(4).default([]),
  /** `null`: each student chooses. */
  skillLevel: skillLevelSchema.nullable().default(null),
  gradeLevel: z.int().min(1).max(12).default(6),
  mode: modeSchema.default({ kind: 'alone' }),
  points: pointsSchema.positive('must be more than 0').default(10),
  /** Whether classmates see each other's names. */
  showNames: z.boolean().default(true),
})
export type AssignmentSettings = z.infer<typeof assignmentSettingsSchema>
export type AssignmentSettingsInput = z.input<typeof assignmentSettingsSchema>

/** A grade's way to the gradebook; see LTI AGS in docs. */
export const passbackStates = ['queued', 'sent', 'confirmed', 'refused', 'needs attention'] as const
export const passbackStateSchema = z.enum(passbackStates)
export type PassbackState = z.infer<typeof passbackStateSchema>
