import { z } from 'zod'

/** What a student of some grades learns by making a song; `code` is that of the National Core Arts Standards, the words are ours. */
export const learningObjectiveSchema = z.strictObject({
  code: z.string().min(1),
  process: z.enum(['Creating', 'Performing', 'Responding', 'Connecting']),
  grades: z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)]),
  text: z.string().min(1),
})
export type LearningObjective = z.infer<typeof learningObjectiveSchema>
