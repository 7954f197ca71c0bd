import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { ChannelBinding, ChatAccount, ChatChannel, ChatPlace } from '../domain/chat.js'
import { AppError } from '../errors.js'
import { boundElsewhere, onlyTeachers, teaches } from './channel-rights.js'
import { openPeople } from './know-account.js'

const bindingInputSchema = z.strictObject({
  tenant: z.uuid(),
  course: z.uuid(),
  assignment: z.uuid().nullable(),
  guests: z.boolean(),
  /** What the platform calls the channel, where it says so; shown to the course's teachers. */
  name: z.string().trim().max(200).nullish(),
})

/** Where the account's person teaches now: each course itself, then its assignments. */
export async function placesToBind(ctx: Context, account: ChatAccount): Promise<ChatPlace[]> {
  const places = await Promise.all(
    (await openPeople(ctx, account)).map(({ tenant, person }) =>
      ctx.db.inTenant(tenant, (tx) =>
        ctx.db.query<ChatPlace>(
          tx,
          `SELECT c.tenant_id AS tenant, c.id AS course, c.title AS "courseTitle", a.id AS assignment, a.title AS "assignmentTitle"
           FROM memberships m JOIN courses c ON c.id = m.course_id
           JOIN LATERAL (
             SELECT NULL::uuid AS id, NULL::text AS title, NULL::timestamptz AS created_at
             UNION ALL SELECT id, title, created_at FROM assignments WHERE course_id = c.id
           ) a ON true
           WHERE m.person_id = $1 AND m.role = 'teacher' AND m.left_at IS NULL
           ORDER BY c.created_at DESC, c.id, a.created_at DESC NULLS FIRST, a.id`,
          [person],
        ),
      ),
    ),
  )
  return places.flat()
}

/**
 * Ties a channel to a course, or to one assignment of it. Rejects with `forbidden` unless the account's person teaches there, and
 * with `conflict` where the channel is tied to a course that they do not teach.
 */
export async function bindChannel(
  ctx: Context,
  account: ChatAccount,
  channel: ChatChannel,
  given: z.input<typeof bindingInputSchema>,
): Promise<ChannelBinding> {
  const { tenant, course, assignment, guests, name } = bindingInputSchema.parse(given)
  return await ctx.db.inTenant(tenant, async (tx) => {
    await lockChannel(ctx, tx, channel)
    await onlyTeachers(ctx, tx, account, tenant, course)
    const [bound] = await ctx.db.query<{ tenant: string | null }>(
      tx,
      'SELECT lmm_channel_tenant($1, $2, $3) AS tenant',
      [channel.platform, channel.space, channel.channel],
    )
    if (bound?.tenant && bound.tenant !== tenant) throw boundElsewhere('another school')
    const before = await readBinding(ctx, tx, channel)
    if (before && !(await teaches(ctx, tx, account, tenant, before.course))) throw boundElsewhere('another course')
    const written = await ctx.db.query(
      tx,
      `INSERT INTO channel_bindings (id, course_id, assignment_id, platform, space, channel, name, guests, bound_at)
       SELECT $1, c.id, $3, $4, $5, $6, $7, $8, $9 FROM courses c
       WHERE c.id = $2 AND ($3::uuid IS NULL OR EXISTS (SELECT FROM assignments WHERE id = $3 AND course_id = c.id))
       ON CONFLICT (platform, space, channel) DO UPDATE SET
         id = EXCLUDED.id, course_id = EXCLUDED.course_id, assignment_id = EXCLUDED.assignment_id,
         name = EXCLUDED.name, guests = EXCLUDED.guests, bound_at = EXCLUDED.bound_at
       RETURNING 1`,
      [
        randomUUID(),
        course,
        assignment,
        channel.platform,
        channel.space,
        channel.channel,
        name || null,
        guests,
        ctx.now(),
      ],
    )
    if (written.length === 0) throw new AppError('not_found', 'This activity is not in the course any more.')
    return (await readBinding(ctx, tx, channel))!
  })
}

/** Unties a channel; `false` where nobody had tied it. Rejects with `forbidden` unless the account's person teaches its course. */
export async function unbindChannel(ctx: Context, account: ChatAccount, channel: ChatChannel): Promise<boolean> {
  const binding = await findBinding(ctx, channel)
  if (!binding) return false
  return await ctx.db.inTenant(binding.tenant, async (tx) => {
    await onlyTeachers(ctx, tx, account, binding.tenant, binding.course)
    const removed = await ctx.db.query(tx, 'DELETE FROM channel_bindings WHERE id = $1 RETURNING 1', [binding.id])
    return removed.length > 0
  })
}

/** What a channel is tied to, or `null`. */
export async function findBinding(ctx: Context, channel: ChatChannel): Promise<ChannelBinding | null> {
  const [bound] = await ctx.db.alone<{ tenant: string | null }>('SELECT lmm_channel_tenant($1, $2, $3) AS tenant', [
    channel.platform,
    channel.space,
    channel.channel,
  ])
  if (!bound?.tenant) return null
  return await ctx.db.inTenant(bound.tenant, (tx) => readBinding(ctx, tx, channel))
}

/** The same, of a school that is known. */
async function readBinding(
  ctx: Context,
  tx: Tx,
  { platform, space, channel }: ChatChannel,
): Promise<ChannelBinding | null> {
  const [row] = await ctx.db.query<Omit<ChannelBinding, 'channel'>>(
    tx,
    `SELECT b.id, b.tenant_id AS tenant, b.course_id AS course, c.title AS "courseTitle", b.assignment_id AS assignment,
       a.title AS "assignmentTitle", b.guests
     FROM channel_bindings b JOIN courses c ON c.id = b.course_id LEFT JOIN assignments a ON a.id = b.assignment_id
     WHERE b.platform = $1 AND b.space = $2 AND b.channel = $3`,
    [platform, space, channel],
  )
  return row ? { ...row, channel: { platform, space, channel } } : null
}

/** Two who bind one channel at once do so one after the other, in whatever schools they are. */
async function lockChannel(ctx: Context, tx: Tx, { platform, space, channel }: ChatChannel): Promise<void> {
  await ctx.db.query(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `channel ${platform}:${space}:${channel}`,
  ])
}
