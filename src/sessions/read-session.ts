import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize, reach } from '../domain/policy.js'
import type { RecordedEvent } from '../domain/session/events.js'
import { participantOf } from '../domain/session/state.js'
import type { SessionView } from '../domain/session/view-schema.js'
import type { Song } from '../domain/song.js'
import { findSession, noSuchSession, type SessionRow, songOfSession } from './session-row.js'
import { showSession } from './show-session.js'

/** Who may look in: those who take part, and the teachers of its course. */
export function mayLookIn(actor: Actor, { state, course }: SessionRow): boolean {
  if (participantOf(state, actor.person) || reach(actor, 'session:read') === 'any') return true
  return actor.role === 'teacher' && course !== null && actor.launch?.course === course
}

async function open(ctx: Context, actor: Actor, session: string): Promise<SessionRow> {
  authorize(actor, 'session:read')
  const row = await ctx.db.inTenant(actor.tenant, (tx) => findSession(ctx, tx, session))
  if (!mayLookIn(actor, row)) throw noSuchSession()
  return row
}

export interface ShownSession {
  view: SessionView
  /** Where the AI's turn stands in the school's queue: how many are before it; `null` when none waits. */
  queue: number | null
}

export async function readSession(ctx: Context, actor: Actor, session: string): Promise<ShownSession> {
  const { state } = await open(ctx, actor, session)
  const [row] = state.generation
    ? await ctx.db.inTenant(actor.tenant, (tx) =>
        ctx.db.query<{ before: number }>(
          tx,
          `SELECT (SELECT count(*) FROM session_turns other WHERE other.state = 'queued' AND other.created_at < mine.created_at)::int AS before
           FROM session_turns mine WHERE id = $1 AND state = 'queued'`,
          [state.generation!.turn],
        ),
      )
    : []
  return { view: await showSession(ctx, actor, state), queue: row?.before ?? null }
}

/** The song as it sounds so far, or `null`. */
export async function readSessionSong(ctx: Context, actor: Actor, session: string): Promise<Song | null> {
  await open(ctx, actor, session)
  return await ctx.db.inTenant(actor.tenant, (tx) => songOfSession(ctx, tx, session))
}

/** What has happened after a number, in order; texts that were held are left out but for their author and the teacher. */
export async function readSessionEvents(
  ctx: Context,
  actor: Actor,
  session: string,
  after: number,
): Promise<RecordedEvent[]> {
  const { state } = await open(ctx, actor, session)
  const rows = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query<RecordedEvent>(
      tx,
      'SELECT seq, person AS by, surface, at, event FROM session_events WHERE session_id = $1 AND seq > $2 ORDER BY seq LIMIT 1000',
      [session, after],
    ),
  )
  const isTeacher = participantOf(state, actor.person)?.role === 'teacher' || actor.role === 'teacher'
  return rows.map((row) =>
    row.event.type === 'textHeld' && !isTeacher && row.by !== actor.person
      ? { ...row, event: { ...row.event, held: { ...row.event.held, text: '' } } }
      : row,
  )
}
