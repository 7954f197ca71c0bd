import { z } from 'zod'
import type { Context } from '../src/context.js'
import { isHeld } from '../src/db/hold.js'
import { rowsOf } from '../src/db/short-lived.js'
import { chatAccountSchema, chatChannelSchema, type PlatformName } from '../src/domain/chat.js'
import { seal, unseal } from '../src/sealed.js'
import type { Interaction } from './interaction.js'

/** What somebody did is kept, sealed, from before it is acknowledged until it is answered: a process that ends loses none of it. */

const texts = z.record(z.string(), z.string())
const keptSchema = z.strictObject({
  interaction: z.strictObject({
    id: z.string().regex(/^[\w.-]{1,80}$/),
    account: chatAccountSchema,
    place: chatChannelSchema.extend({ thread: z.string().nullable(), channelName: z.string().optional() }),
    did: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('command'), name: z.string(), options: texts }),
      z.strictObject({ kind: z.literal('press'), action: z.string(), chosen: z.string().optional() }),
      z.strictObject({ kind: z.literal('form'), form: z.string(), fields: texts }),
    ]),
  }),
  address: z.string(),
})
export interface Kept {
  interaction: Interaction
  address: string
}

/** What could not be told is tried again after this. */
const againSeconds = 30
/** Who is not answered within a quarter of an hour cannot be answered any more. */
const answerableMinutes = 14
const triesAtMost = 3

/** Platforms deliver again for some minutes, and what is delivered again is known by its row. */
export const inboxRows = rowsOf('chat_inbox', `taken_at < $1::timestamptz - interval '15 minutes'`)

const purposeOf = (platform: PlatformName, id: string): string => `chat inbox ${platform} ${id}`

/**
 * It is held as long as the process lives, however long it takes, or until it is put back. `false`: it is here already, from
 * another delivery of the same.
 */
export async function keep(ctx: Context, holder: string, { interaction, address }: Kept): Promise<boolean> {
  const { id, account } = interaction
  const sealed = seal(
    ctx.config.encryptionKey,
    purposeOf(account.platform, id),
    JSON.stringify({ interaction, address } satisfies Kept),
  )
  const rows = await ctx.db.alone(
    `INSERT INTO chat_inbox (platform, id, sealed, holder, held_until)
     VALUES ($1, $2, $3, $4, 'infinity') ON CONFLICT DO NOTHING RETURNING 1`,
    [account.platform, id, sealed, holder],
  )
  return rows.length > 0
}

/** It is answered, or cannot be: its words go, its id stays for a while. */
export async function done(ctx: Context, { id, account: { platform } }: Interaction): Promise<void> {
  await ctx.db.alone('UPDATE chat_inbox SET sealed = NULL WHERE platform = $1 AND id = $2', [platform, id])
}

/** It could not be told: whoever looks next, after a while, tries again. */
export async function putBack(ctx: Context, { id, account: { platform } }: Interaction): Promise<void> {
  await ctx.db.alone(
    `UPDATE chat_inbox SET held_until = now() + make_interval(secs => ${againSeconds}) WHERE platform = $1 AND id = $2`,
    [platform, id],
  )
}

/** What processes that are gone left behind, and what was put back, now held by this one. What nobody can be told any more, or was tried often, is let go. */
export async function takeLeft(ctx: Context, holder: string, platform: PlatformName): Promise<Kept[]> {
  const rows = await ctx.db.alone<{ id: string; sealed: Buffer | null }>(
    `WITH hopeless AS (
       UPDATE chat_inbox SET sealed = NULL WHERE sealed IS NOT NULL
         AND (taken_at < now() - interval '${answerableMinutes} minutes' OR tries >= ${triesAtMost} AND held_until < now()))
     UPDATE chat_inbox SET tries = tries + 1, holder = $2, held_until = 'infinity'
     WHERE (platform, id) IN (
       SELECT platform, id FROM chat_inbox WHERE platform = $1 AND sealed IS NOT NULL
         AND (held_until < now() OR holder <> $2 AND NOT ${isHeld('holder')}) AND tries < ${triesAtMost} AND taken_at >= now() - interval '${answerableMinutes} minutes'
       ORDER BY taken_at LIMIT 50 FOR UPDATE SKIP LOCKED)
     RETURNING id, sealed`,
    [platform, holder],
  )
  return rows.flatMap(({ id, sealed }) => {
    try {
      return sealed ? [open(ctx, platform, id, sealed)] : []
    } catch (err) {
      // Sealed with another key, or by another version: those beside it do not wait for it.
      ctx.log.warn({ err, platform }, 'what was left cannot be read, and is let go')
      return []
    }
  })
}

function open({ config }: Context, platform: PlatformName, id: string, sealed: Buffer): Kept {
  const { interaction, address } = keptSchema.parse(
    JSON.parse(unseal(config.encryptionKey, purposeOf(platform, id), sealed)),
  )
  const { did } = interaction
  if (did.kind !== 'press') return { interaction: { ...interaction, did }, address }
  const { chosen, ...press } = did
  return { interaction: { ...interaction, did: { ...press, ...(chosen === undefined ? {} : { chosen }) } }, address }
}
