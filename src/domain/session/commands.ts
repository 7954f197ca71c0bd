import { z } from 'zod'
import { skillLevelSchema } from '../mashup-request.js'
import { stageSchema, surfaceSchema } from './stages.js'

/** No characters: halves of one, and signs that turn or hide what stands beside them. */
const unseen = /[\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

/** One line of words: no control characters, no runs of white space, nothing unseen. */
export const asLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const words = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform(asLine)
    .pipe(z.string().min(1, 'must not be empty').max(max, `must be at most ${max} characters`))

const optionId = z.string().min(1).max(60)
const lineId = z.string().min(1).max(60)

/** What the song is to be about; every field can be changed until the lobby is left. */
export const sessionRequestSchema = z.strictObject({
  topic: words(120),
  genres: z.array(words(60)).max(4),
  skillLevel: skillLevelSchema,
  gradeLevel: z.int().min(1).max(12),
  keyTerms: z.array(words(60)).max(40),
  facts: z.array(words(300)).max(200),
})
export type SessionRequest = z.infer<typeof sessionRequestSchema>

const deeds = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('join') }),
  z.strictObject({ type: z.literal('leave') }),
  /** Goes on in the place of a host who has done nothing for a while. */
  z.strictObject({ type: z.literal('takeLead') }),
  z.strictObject({ type: z.literal('setRequest'), request: sessionRequestSchema.partial() }),
  z.strictObject({ type: z.literal('proposeHook'), text: words(120) }),
  /** Asks the AI for more hooks. */
  z.strictObject({ type: z.literal('moreHooks') }),
  z.strictObject({ type: z.literal('vote'), option: optionId.nullable() }),
  /** Names the stage that is to be left: of two who press at once, the second does not leave the next one too. */
  z.strictObject({ type: z.literal('advance'), stage: stageSchema }),
  z.strictObject({ type: z.literal('contributeLine'), line: lineId, text: words(160) }),
  /** `revision` is that of the line as it was read: an edit of a line that has changed meanwhile is a conflict. */
  z.strictObject({ type: z.literal('editLine'), line: lineId, text: words(160), revision: z.int().min(0) }),
  z.strictObject({ type: z.literal('lockLine'), line: lineId, locked: z.boolean() }),
  z.strictObject({ type: z.literal('suggestRewrite'), line: lineId, note: words(200).optional() }),
  /** Takes or leaves what the AI offers for a line; `offer` says which words were read, so that no others are taken. */
  z.strictObject({ type: z.literal('answerOffer'), line: lineId, take: z.boolean(), offer: z.string().optional() }),
  z.strictObject({ type: z.literal('chooseArrangement'), option: optionId }),
  z.strictObject({ type: z.literal('reflect'), text: words(1000) }),
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
