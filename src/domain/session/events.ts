import { z } from 'zod'
import { sectionKindSchema } from '../song.js'
import { sessionRequestSchema } from './commands.js'
import { sessionSettingsSchema } from './settings.js'
import { participantRoleSchema, stageSchema, type surfaceSchema } from './stages.js'

const person = z.string()
/** In the lobby nobody may have said yet what the song is about. */
const requestSchema = sessionRequestSchema.extend({ topic: z.string() })
/** Whose words they are; `ai` is always told apart from people. */
export const authorSchema = z.union([z.literal('ai'), z.strictObject({ person })])
export type Author = z.infer<typeof authorSchema>

/** A place in the song that words are written for; a chorus is written once, however often it is sung. */
export const slotSchema = z.strictObject({
  id: z.string(),
  section: z.string(),
  kind: sectionKindSchema,
  syllables: z.strictObject({ min: z.int(), best: z.int(), max: z.int() }),
  rhyme: z.string(),
  hook: z.boolean(),
  text: z.string(),
})
export type Slot = z.infer<typeof slotSchema>

export const arrangementOptionSchema = z.strictObject({ id: z.string(), title: z.string(), reason: z.string() })
export const hookOfferSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  idea: z.string(),
  reason: z.string(),
})
export const generationKinds = ['hooks', 'draft', 'rewrite', 'arrangements', 'song'] as const
const generationKindSchema = z.enum(generationKinds)
export type GenerationKind = z.infer<typeof generationKindSchema>

/** Something that would change the session, kept back until a teacher has looked at it. */
const heldSchema = z.strictObject({
  id: z.string(),
  about: z.enum(['hook', 'line', 'reflection']),
  line: z.string().nullable(),
  text: z.string(),
  why: z.string(),
})
export type HeldText = z.infer<typeof heldSchema>

/** What has happened, in the past tense. `by` is the person whose command it was, `null` where it was nobody's. */
export const eventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('started'),
    request: requestSchema,
    settings: sessionSettingsSchema,
  }),
  z.strictObject({ type: z.literal('joined'), role: participantRoleSchema }),
  z.strictObject({ type: z.literal('left') }),
  z.strictObject({ type: z.literal('tookLead') }),
  z.strictObject({ type: z.literal('requestSet'), request: sessionRequestSchema }),
  z.strictObject({ type: z.literal('stageEntered'), stage: stageSchema }),
  z.strictObject({
    type: z.literal('generationAsked'),
    turn: z.string(),
    kind: generationKindSchema,
    line: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.strictObject({
    type: z.literal('generationEnded'),
    turn: z.string(),
    outcome: z.enum(['done', 'failed', 'stopped']),
    why: z.string().nullable(),
  }),
  /** It is still tried: what keeps the AI from answering, for those who wait. */
  z.strictObject({ type: z.literal('generationDelayed'), turn: z.string(), why: z.string() }),
  z.strictObject({ type: z.literal('hooksOffered'), hooks: z.array(hookOfferSchema) }),
  z.strictObject({ type: z.literal('hookProposed'), hook: hookOfferSchema }),
  z.strictObject({ type: z.literal('voted'), option: z.string().nullable() }),
  z.strictObject({ type: z.literal('hookChosen'), hook: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('draftOffered'), title: z.string(), slots: z.array(slotSchema) }),
  z.strictObject({ type: z.literal('lineWritten'), line: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('lineLocked'), line: z.string(), locked: z.boolean() }),
  z.strictObject({ type: z.literal('rewriteOffered'), line: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('offerAnswered'), line: z.string(), taken: z.boolean() }),
  z.strictObject({ type: z.literal('arrangementsOffered'), options: z.array(arrangementOptionSchema) }),
  z.strictObject({ type: z.literal('arrangementChosen'), option: z.string() }),
  /** The song as it now sounds; its document is kept beside the session. */
  z.strictObject({ type: z.literal('songMade'), revision: z.int().min(1), score: z.number() }),
  z.strictObject({ type: z.literal('reflected'), text: z.string() }),
  z.strictObject({ type: z.literal('submitted'), song: z.string() }),
  z.strictObject({ type: z.literal('aiPaused'), paused: z.boolean() }),
  z.strictObject({ type: z.literal('textHeld'), held: heldSchema }),
  z.strictObject({ type: z.literal('heldJudged'), held: z.string(), released: z.boolean() }),
])
export type SessionEvent = z.infer<typeof eventSchema>

/** An event as it is kept: its number in the session (from 1, without holes), whose it is and where it came from. */
export interface RecordedEvent {
  seq: number
  by: string | null
  surface: z.infer<typeof surfaceSchema> | null
  at: string
  event: SessionEvent
}
