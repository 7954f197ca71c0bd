import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { RecordedEvent } from '../domain/session/events.js'
import type { SessionState } from '../domain/session/state.js'
import type { Names } from '../domain/session/view.js'
import { eventsAfter, openForReading, placeInQueue } from './read-session.js'
import { namesOf } from './session-names.js'
import { findSession } from './session-row.js'

/** For those who follow a session while it goes on: what they need beside the use cases, which read it once. */

export interface Followed {
  tenant: string
  session: string
  kind: 'members' | 'teachers'
}

/** As what somebody may follow a session. Rejects with `not_found` for whoever may not know that it exists. */
export async function followSession(ctx: Context, actor: Actor, session: string): Promise<Followed> {
  const { tenant } = actor
  const { kind } = await ctx.db.inTenant(tenant, (tx) => openForReading(ctx, tx, actor, session))
  return { tenant, session, kind }
}

export interface Progress {
  state: SessionState
  names: Names
  /** After the number that was named, up to the state's; at most 1,000. */
  records: RecordedEvent[]
  queue: number | null
}

/** The session as it stands, with what has happened after a number; for followers, not for people: nothing is left out. */
export async function readProgress(
  ctx: Context,
  { tenant, session }: Pick<Followed, 'tenant' | 'session'>,
  after: number,
): Promise<Progress> {
  return await ctx.db.inTenant(tenant, async (tx) => {
    const { state } = await findSession(ctx, tx, session)
    // Events that were appended since the state was read belong to the next one.
    const records = state.seq > after ? await eventsAfter(ctx, tx, session, after) : []
    return {
      state,
      names: await namesOf(ctx, tx, state),
      records: records.filter(({ seq }) => seq <= state.seq),
      queue: await placeInQueue(ctx, tx, state.generation?.turn),
    }
  })
}

/** Which of the sessions that somebody knows up to a number have gone on since; of all schools, in one question. */
export async function changedSessions(ctx: Context, known: ReadonlyMap<string, number>): Promise<string[]> {
  if (known.size === 0) return []
  const rows = await ctx.db.outsideTenants((tx) =>
    ctx.db.query<{ session: string }>(tx, 'SELECT session FROM lmm_changed_sessions($1::uuid[], $2::int[])', [
      [...known.keys()],
      [...known.values()],
    ]),
  )
  return rows.map(({ session }) => session)
}
