import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { SessionState } from '../domain/session/state.js'
import { viewOf } from '../domain/session/view.js'
import type { SessionView } from '../domain/session/view-schema.js'

/** Names as the course has them, by person; people without one (guests, or a platform that sends none) are not in it. */
export async function namesOf(
  ctx: Context,
  tenant: string,
  { participants }: SessionState,
): Promise<Map<string, string>> {
  const rows = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<{ id: string; name: string }>(
      tx,
      'SELECT id::text, name FROM people WHERE id::text = ANY($1) AND name IS NOT NULL',
      [participants.map(({ id }) => id)],
    ),
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function showSession(ctx: Context, actor: Actor, state: SessionState): Promise<SessionView> {
  return viewOf(state, actor.person, await namesOf(ctx, actor.tenant, state))
}
