import { z } from 'zod'

export const subjects = [
  'science',
  'mathematics',
  'history-civics',
  'geography',
  'language-literature',
  'arts-health',
] as const
export const subjectSchema = z.enum(subjects)

/**
 * A couplet is written "FACT: first line / second line"; FACT is the number (from 1) of the topic's fact that it carries,
 * 0 for a picture or a feeling. The lines rhyme with each other and have 4 to 12 syllables.
 */
const coupletSchema = z.string().regex(/^\d+: [^/]+ \/ [^/]+$/)

/** By what a couplet does in a song; in each list the order is the order of telling. */
const coupletsSchema = z.strictObject({
  scene: z.array(coupletSchema).min(2),
  fact: z.array(coupletSchema).min(8),
  turn: z.array(coupletSchema).min(2),
  close: z.array(coupletSchema).min(2),
})

/** A topic of the curriculum: data in src/knowledge/topics, a file each. The id is the file's name. */
export const topicSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string(),
  subject: subjectSchema,
  grades: z.tuple([z.int().min(1).max(12), z.int().min(1).max(12)]),
  /** Other names and ways to ask for it: "how plants eat". */
  aliases: z.array(z.string()).min(3),
  standards: z.array(z.string()).min(1),
  facts: z.array(z.string()).min(8).max(12),
  terms: z.array(z.strictObject({ term: z.string(), meaning: z.string() })).min(8),
  images: z.array(z.string()).min(3),
  rhymes: z.array(z.array(z.string()).min(3)).min(4),
  hooks: z.array(z.strictObject({ text: z.string(), idea: z.string() })).min(6),
  couplets: z.strictObject({ easy: coupletsSchema, full: coupletsSchema }),
  misconception: z.strictObject({ wrong: z.string(), right: z.string() }),
  questions: z.array(z.strictObject({ question: z.string(), answer: z.string() })).length(3),
})
export type Topic = z.infer<typeof topicSchema>
