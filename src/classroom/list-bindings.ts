import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { ChatChannel, CourseChannel } from '../domain/chat.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { launchOf } from './find-assignment.js'

interface Row extends Omit<CourseChannel, 'boundAt' | 'url'>, ChatChannel {
  boundAt: Date
}

const urlOf = ({ platform, space, channel }: ChatChannel): string =>
  platform === 'slack'
    ? `https://app.slack.com/client/${space}/${channel}`
    : `https://discord.com/channels/${space}/${channel}`

/** The channels that are tied to the course the actor came in by, the newest first. */
export async function listBindings(ctx: Context, actor: Actor): Promise<CourseChannel[]> {
  authorize(actor, 'channel:bind')
  const { course } = launchOf(actor)
  const rows = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query<Row>(
      tx,
      `SELECT b.id, platform, space, channel, name, assignment_id AS assignment, a.title AS "assignmentTitle", guests,
         bound_at AS "boundAt"
       FROM channel_bindings b LEFT JOIN assignments a ON a.id = b.assignment_id
       WHERE b.course_id = $1 ORDER BY bound_at DESC, b.id`,
      [course],
    ),
  )
  return rows.map(({ space, channel, boundAt, ...row }) => ({
    ...row,
    url: urlOf({ platform: row.platform, space, channel }),
    boundAt: boundAt.toISOString(),
  }))
}

/** Unties a channel of that course; one of another course is `not_found`. */
export async function removeBinding(ctx: Context, actor: Actor, id: string): Promise<void> {
  authorize(actor, 'channel:bind')
  const { course } = launchOf(actor)
  const removed = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query(tx, 'DELETE FROM channel_bindings WHERE id = $1 AND course_id = $2 RETURNING 1', [id, course]),
  )
  if (removed.length === 0) throw new AppError('not_found', 'This channel does not belong to the course any more.')
}
