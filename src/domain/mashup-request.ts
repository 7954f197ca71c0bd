import { z } from 'zod'
import { lineOfText } from './plain-text.js'

export const skillLevels = ['beginner', 'intermediate', 'advanced'] as const
export const skillLevelSchema = z.enum(skillLevels)
export type SkillLevel = z.infer<typeof skillLevelSchema>

/** What a person or a program asks for, as it comes in. See DESIGN "a request in JSON". */
export const mashupRequestInputSchema = z.strictObject({
  prompt: lineOfText(500).describe('What the song is about and what it blends: "trap x baroque about photosynthesis"'),
  genres: z
    .array(lineOfText(60))
    .min(1)
    .max(40)
    .optional()
    .describe('Two to four genres; found in the prompt when absent'),
  topic: lineOfText(120).optional().describe('The subject; found in the prompt when absent'),
  keyTerms: z.array(lineOfText(60)).max(40).optional().describe('Words that the song should use'),
  facts: z.array(lineOfText(300)).max(200).optional().describe('True sentences that the song should sing, one each'),
  skillLevel: skillLevelSchema.optional(),
  gradeLevel: z.int().min(1).max(12).optional().describe('School grade, 1 to 12'),
  learningObjectives: z.array(lineOfText(200)).max(12).optional(),
  hook: lineOfText(120)
    .optional()
    .describe('The line that its chorus comes back to: one that a song offers among its hookOptions, or your own'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag such as "en"')
    .optional(),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional()
    .describe('The same request and seed give the same song'),
})
export type MashupRequestInput = z.infer<typeof mashupRequestInputSchema>

/** A request understood: every field settled, genres as ids of the knowledge base. Nothing personal is in it. */
export const mashupRequestSchema = z.strictObject({
  prompt: z.string(),
  genres: z.array(z.string()).min(2).max(4),
  topic: z.string(),
  /** The id of the topic in the library, where it holds it. */
  topicId: z.string().nullable(),
  keyTerms: z.array(z.string()),
  facts: z.array(z.string()),
  skillLevel: skillLevelSchema,
  gradeLevel: z.int().min(1).max(12),
  learningObjectives: z.array(z.string()),
  /** The hook to be sung; where there is none, the agents choose. */
  hook: z.string().optional(),
  language: z.string(),
  seed: z.int(),
})
export type MashupRequest = z.infer<typeof mashupRequestSchema>
