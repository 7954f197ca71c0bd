import { z } from 'zod'
import { findingSchema } from '../domain/finding.js'

export const steps = [
  'educational_context',
  'genre_analyzer',
  'hook_generator',
  'lyrics_composer',
  'theory_integrator',
  'quality_validator',
  'error_handler',
  'hook_decision',
  'lyrics_decision',
  'collaboration',
] as const
export const stepSchema = z.enum(steps)
export type Step = z.infer<typeof stepSchema>

const at = { step: stepSchema, iteration: z.int().min(1) }

/** What may be seen of a song while it is made, in the order in which it happens. */
export const progressSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('started'), ...at }),
  /** Text of an answer as it streams: for show, since the answer may still be refused. */
  z.strictObject({ type: z.literal('token'), ...at, text: z.string() }),
  /** An answer that was not taken: who, and why in plain words. */
  z.strictObject({ type: z.literal('setback'), ...at, by: z.string(), why: z.string() }),
  /** `by`: whose answer it is; `null` for steps that ask nobody. */
  z.strictObject({ type: z.literal('finished'), ...at, by: z.string().nullable(), seconds: z.number().min(0) }),
  z.strictObject({ type: z.literal('failed'), ...at, why: z.string(), seconds: z.number().min(0) }),
  /** A retry did not concern this step: its answer stands. */
  z.strictObject({ type: z.literal('kept'), ...at }),
  /** The song was not good enough; the agents are told the findings. `iteration` is the one that begins. */
  z.strictObject({
    type: z.literal('retry'),
    iteration: z.int().min(2),
    score: z.number(),
    findings: z.array(findingSchema),
  }),
  /** The error handler has taken over: it repairs, or hands over the plain song. */
  z.strictObject({ type: z.literal('fallback'), iteration: z.int().min(1), why: z.string() }),
])
export type Progress = z.infer<typeof progressSchema>
