import type { Context } from '../context.js'
import type { PlatformName } from '../domain/chat.js'
import { guestsOf } from './chat-guest.js'

/**
 * What is forgotten when a workspace removes the app, or a guild the bot: its bindings, the links of its accounts (those of
 * Discord are good in every guild, and stay), and the names of its guests. Of a Discord guest nobody knows which guilds they are
 * in, so a guest of another one may lose their name until they next say something. Work that was done stays with its course.
 */
export async function forgetSpace(ctx: Context, platform: PlatformName, space: string): Promise<void> {
  const touched = await ctx.db.alone<{ tenant: string }>('SELECT tenant FROM lmm_tenants_of_space($1, $2)', [
    platform,
    space,
  ])
  for (const { tenant } of touched)
    await ctx.db.inTenant(tenant, async (tx) => {
      await ctx.db.query(tx, 'DELETE FROM channel_bindings WHERE platform = $1 AND space = $2', [platform, space])
      await ctx.db.query(tx, 'DELETE FROM account_links WHERE platform = $1 AND space = $2', [platform, space])
      await ctx.db.query(
        tx,
        `UPDATE people p SET name = NULL WHERE name IS NOT NULL AND starts_with(subject, $1)
           AND NOT EXISTS (SELECT FROM memberships WHERE person_id = p.id)`,
        [guestsOf(platform, space)],
      )
    })
}
