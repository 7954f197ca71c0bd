import type { Context } from '../../src/context.js'
import { rowsOf } from '../../src/db/short-lived.js'

/** Kept for longer than anybody tries again. */
export const slackPosts = rowsOf('slack_posts', `posted_at < $1::timestamptz - interval '7 days'`)

/**
 * Posts, unless it was posted under this key before: Slack itself cannot tell a second try from a second message. Resolves with
 * the message's `ts`, of now or of then. A try of which nobody knows how it ended (Slack did not answer, the process was
 * killed) is made once more; see docs/decisions/slack.md.
 */
export async function postOnce(ctx: Context, space: string, key: string, post: () => Promise<string>): Promise<string> {
  const [known] = await ctx.db.alone<{ ts: string }>('SELECT ts FROM slack_posts WHERE space = $1 AND key = $2', [
    space,
    key,
  ])
  if (known) return known.ts
  const ts = await post()
  await ctx.db.alone(
    'INSERT INTO slack_posts (space, key, ts, posted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [space, key, ts, ctx.now()],
  )
  return ts
}

export async function forgetPosts(ctx: Context, space: string): Promise<void> {
  await ctx.db.alone('DELETE FROM slack_posts WHERE space = $1', [space])
}
