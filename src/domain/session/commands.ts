import { z } from 'zod'
import { skillLevelSchema } from '../mashup-request.js'
import { lineOfText } from '../plain-text.js'
import { pageSurfaceSchema, stageSchema, surfaceSchema } from './stages.js'

/** How the texts of a command are kept, for surfaces that look for theirs. */
export { asLine } from '../plain-text.js'

const optionId = z.string().min(1).max(60)
const lineId = z.string().min(1).max(60)

/** What the song is to be about; every field can be changed until the lobby is left. */
export const sessionRequestSchema = z.strictObject({
  topic: lineOfText(120),
  genres: z.array(lineOfText(60)).max(4),
  skillLevel: skillLevelSchema,
  gradeLevel: z.int().min(1).max(12),
  keyTerms: z.array(lineOfText(60)).max(40),
  facts: z.array(lineOfText(300)).max(200),
})
export type SessionRequest = z.infer<typeof sessionRequestSchema>

const deeds = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('join') }),
  z.strictObject({ type: z.literal('leave') }),
  /** Goes on in the place of a host who has done nothing for a while. */
  z.strictObject({ type: z.literal('takeLead') }),
  z.strictObject({ type: z.literal('setRequest'), request: sessionRequestSchema.partial() }),
  z.strictObject({ type: z.literal('proposeHook'), text: lineOfText(120) }),
  /** Asks the AI for more hooks. */
  z.strictObject({ type: z.literal('moreHooks') }),
  z.strictObject({ type: z.literal('vote'), option: optionId.nullable() }),
  /** Names the stage that is to be left: of two who press at once, the second does not leave the next one too. */
  z.strictObject({ type: z.literal('advance'), stage: stageSchema }),
  z.strictObject({ type: z.literal('contributeLine'), line: lineId, text: lineOfText(160) }),
  /** `revision` is that of the line as it was read: an edit of a line that has changed meanwhile is a conflict. */
  z.strictObject({ type: z.literal('editLine'), line: lineId, text: lineOfText(160), revision: z.int().min(0) }),
  z.strictObject({ type: z.literal('lockLine'), line: lineId, locked: z.boolean() }),
  z.strictObject({ type: z.literal('suggestRewrite'), line: lineId, note: lineOfText(200).optional() }),
  /** Takes or leaves what the AI offers for a line; `offer` says which words were read, so that no others are taken. */
  z.strictObject({ type: z.literal('answerOffer'), line: lineId, take: z.boolean(), offer: z.string().optional() }),
  z.strictObject({ type: z.literal('chooseArrangement'), option: optionId }),
  z.strictObject({ type: z.literal('reflect'), text: lineOfText(1000) }),
  z.strictObject({ type: z.literal('submit') }),
  z.strictObject({ type: z.literal('cancel') }),
  z.strictObject({ type: z.literal('stopGeneration') }),
  /** Asks the AI again for what the stage needs of it, after it was stopped or did not come off. */
  z.strictObject({ type: z.literal('askAgain') }),
  z.strictObject({ type: z.literal('pauseAi'), paused: z.boolean() }),
  /** The teacher lets a held text through, or does not. */
  z.strictObject({ type: z.literal('judgeHeld'), held: optionId, release: z.boolean() }),
])
export type Deed = z.infer<typeof deeds>
export type DeedType = Deed['type']

/** `id` makes a command idempotent: a platform's interaction id, or a uuid of the page's. */
export const commandSchema = z.strictObject({
  id: z.string().regex(/^[\w:.-]{1,100}$/, 'must be 1 to 100 letters, digits, or : . _ -'),
  surface: surfaceSchema.default('web'),
  deed: deeds,
})
export type Command = z.infer<typeof commandSchema>

/** As a page or a program gives it, with the invitation that lets it join. */
export const pageCommandSchema = commandSchema.extend({
  surface: pageSurfaceSchema.default('web'),
  invitation: z.string().max(100).optional(),
})
