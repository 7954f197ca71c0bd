import { z } from 'zod'
import { skillLevelSchema } from '../mashup-request.js'
import { participantRoleSchema, stageSchema, surfaceSchema } from './stages.js'

const shownAuthorSchema = z.strictObject({
  kind: z.enum(['ai', 'person']),
  /** Of the participant, as in `people`; `null` for the AI. */
  number: z.int().nullable(),
  name: z.string(),
  me: z.boolean(),
})
export type ShownAuthor = z.infer<typeof shownAuthorSchema>

const heldTextSchema = z.strictObject({
  id: z.string(),
  about: z.enum(['hook', 'line', 'reflection']),
  line: z.string().nullable(),
  text: z.string(),
  why: z.string(),
  by: shownAuthorSchema,
})

/** What one person sees of a session: the same on every surface. */
export const sessionViewSchema = z.strictObject({
  /** The number of the last event in it. */
  seq: z.int(),
  stage: stageSchema,
  /** When the stage closes by itself, whether or not all have voted; `null`: it waits for the host. */
  closesAt: z.iso.datetime().nullable(),
  request: z.strictObject({
    topic: z.string(),
    genres: z.array(z.string()),
    skillLevel: skillLevelSchema,
    gradeLevel: z.int(),
    keyTerms: z.array(z.string()),
    facts: z.array(z.string()),
  }),
  /** What the teacher settled of the request: whole fields, and kinds of music that are blended with the group's. */
  settled: z.strictObject({ fields: z.array(z.string()), genres: z.array(z.string()) }),
  people: z.array(
    z.strictObject({
      number: z.int(),
      name: z.string(),
      role: participantRoleSchema,
      surface: surfaceSchema.nullable(),
      here: z.boolean(),
      me: z.boolean(),
    }),
  ),
  hooks: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      idea: z.string(),
      reason: z.string(),
      by: shownAuthorSchema,
      votes: z.int(),
    }),
  ),
  hook: z.string().nullable(),
  myVote: z.string().nullable(),
  voted: z.int(),
  title: z.string().nullable(),
  lines: z.array(
    z.strictObject({
      id: z.string(),
      section: z.string(),
      kind: z.string(),
      syllables: z.strictObject({ min: z.int(), best: z.int(), max: z.int() }),
      rhyme: z.string(),
      hook: z.boolean(),
      text: z.string(),
      by: shownAuthorSchema,
      revision: z.int(),
      locked: z.boolean(),
      lockedByMe: z.boolean(),
      /** What the AI offers instead. */
      offer: z.string().nullable(),
    }),
  ),
  arrangements: z.array(z.strictObject({ id: z.string(), title: z.string(), reason: z.string(), votes: z.int() })),
  arrangement: z.string().nullable(),
  /** What the AI works on just now; with `trouble` beside it, it is not answering and is tried again. */
  generation: z.strictObject({ kind: z.string(), line: z.string().nullable() }).nullable(),
  trouble: z.string().nullable(),
  aiPaused: z.boolean(),
  song: z.strictObject({ revision: z.int(), score: z.number() }).nullable(),
  reflections: z.array(z.strictObject({ by: shownAuthorSchema, text: z.string() })),
  /** Texts that wait for the teacher: all of them for a teacher, one's own for everybody else. */
  held: z.array(heldTextSchema),
  submitted: z.boolean(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** What everybody of a kind sees; `me` is false throughout. */
export const commonViewSchema = sessionViewSchema.omit({ myVote: true })
export type CommonView = z.infer<typeof commonViewSchema>

/** What makes of the common view one's own. */
export const ownPartSchema = z.strictObject({
  number: z.int().nullable(),
  name: z.string().nullable(),
  vote: z.string().nullable(),
  /** Ids of the lines that one has locked. */
  locks: z.array(z.string()),
  held: z.array(heldTextSchema),
})
export type OwnPart = z.infer<typeof ownPartSchema>
