import { forgetSpace } from '../../src/classroom/forget-chat.js'
import type { Context } from '../../src/context.js'
import { rowsOf } from '../../src/db/short-lived.js'
import { loseRooms } from '../rooms.js'
import { type Envelope, tokensRevokedSchema } from './events.js'
import { deleteInstallation, hasNewerInstallation } from './installations.js'
import { forgetPosts } from './posts.js'

/** Slack says an event again for up to an hour when it was not heard, and now and then when it was: soon after. */
export const slackEvents = rowsOf('slack_events', `heard_at < $1::timestamptz - interval '10 minutes'`)

/** Whether this event means that the workspace wants nothing more of us. */
export const isFarewell = ({ event }: Envelope): boolean =>
  event.type === 'app_uninstalled' || (tokensRevokedSchema.safeParse(event).data?.tokens.bot ?? []).length > 0

/**
 * Deletes what we have of a workspace: its token, its rooms, its bindings and links, the names of its guests. It is done before
 * Slack hears that it was heard, so that Slack says it again when we are stopped meanwhile; all of it may be done twice. What is
 * said late of an installation that another has followed does nothing.
 */
export async function forgetWorkspace(ctx: Context, { event_id, event_time, team_id }: Envelope): Promise<void> {
  const heard = await ctx.db.alone('SELECT 1 AS one FROM slack_events WHERE id = $1', [event_id])
  if (heard.length > 0 || (await hasNewerInstallation(ctx, team_id, new Date((event_time + 1) * 1_000)))) return
  await loseRooms(ctx, { platform: 'slack', space: team_id }, 'The workspace removed the app.')
  await forgetSpace(ctx, 'slack', team_id)
  await forgetPosts(ctx, team_id)
  await deleteInstallation(ctx, team_id)
  await ctx.db.alone('INSERT INTO slack_events (id, heard_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    event_id,
    ctx.now(),
  ])
  ctx.log.info('a Slack workspace left, and what was known of it is deleted')
}
