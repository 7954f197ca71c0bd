import { z } from 'zod'

/** `same`: a word with itself, which is no rhyme. `slant`: the vowel or the ending agrees, not both. */
export const rhymeKindSchema = z.enum(['perfect', 'slant', 'same', 'none', 'unknown'])
export type RhymeKind = z.infer<typeof rhymeKindSchema>

/** What is said of a line at once, in kind words; nothing in it forbids the line. */
export const lineCheckSchema = z.strictObject({
  syllables: z.strictObject({ count: z.int(), min: z.int(), max: z.int() }),
  /** Each syllable with its stress, to be shown under the line. */
  stress: z.array(z.strictObject({ text: z.string(), strong: z.boolean() })),
  rhyme: z.strictObject({ with: z.string(), kind: rhymeKindSchema }).nullable(),
  keyTerms: z.array(z.string()),
  /** Whether it can be shown at once; what is not safe for the grade waits for the teacher first. */
  safe: z.boolean(),
  remarks: z.array(z.string()),
})
export type LineCheck = z.infer<typeof lineCheckSchema>
