import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor } from '../domain/actor.js'
import { authorize, reach } from '../domain/policy.js'
import type { RecordedEvent } from '../domain/session/events.js'
import { type ShownEvent, showEvent } from '../domain/session/shown-event.js'
import { participantOf } from '../domain/session/state.js'
import { viewOf } from '../domain/session/view.js'
import type { SessionView } from '../domain/session/view-schema.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'
import { namesOf } from './session-names.js'
import { findSession, noSuchSession, offeredSong, type SessionRow, songOfSession } from './session-row.js'

/** As what somebody may look in: those who take part, and the teachers of its course. `null`: not at all. */
export function lookInAs(actor: Actor, { state, course }: SessionRow): 'members' | 'teachers' | null {
  const taking = participantOf(state, actor.person)
  if (taking) return taking.role === 'teacher' ? 'teachers' : 'members'
  if (reach(actor, 'session:read') === 'any') return 'teachers'
  return actor.role === 'teacher' && course !== null && actor.launch?.course === course ? 'teachers' : null
}

export interface OpenedSession {
  row: SessionRow
  kind: 'members' | 'teachers'
}

/** Rejects with `not_found` for whoever may not know that it exists. */
export async function openForReading(ctx: Context, tx: Tx, actor: Actor, session: string): Promise<OpenedSession> {
  authorize(actor, 'session:read')
  const row = await findSession(ctx, tx, session)
  const kind = lookInAs(actor, row)
  if (!kind) throw noSuchSession()
  return { row, kind }
}

export interface ShownSession {
  view: SessionView
  /** Where the AI's turn stands in the school's queue: how many are before it; `null` when none waits. */
  queue: number | null
}

export async function readSession(ctx: Context, actor: Actor, session: string): Promise<ShownSession> {
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const { row, kind } = await openForReading(ctx, tx, actor, session)
    const view = viewOf(row.state, actor.person, await namesOf(ctx, tx, row.state), kind)
    return { view, queue: await placeInQueue(ctx, tx, row.state.generation?.turn) }
  })
}

/** The song as it sounds so far, or in one of the arrangements that are offered; rejects with `not_found` where there is none. */
export async function readSessionSong(
  ctx: Context,
  actor: Actor,
  session: string,
  arrangement?: string,
): Promise<Song> {
  const song = await ctx.db.inTenant(actor.tenant, async (tx) => {
    await openForReading(ctx, tx, actor, session)
    return arrangement === undefined
      ? await songOfSession(ctx, tx, session)
      : await offeredSong(ctx, tx, session, arrangement)
  })
  if (!song) throw new AppError('not_found', 'There is no song to hear yet.')
  return song
}

/** What has happened after a number, in order; texts that were held are left out but for their author and the teacher. */
export async function readSessionEvents(
  ctx: Context,
  actor: Actor,
  session: string,
  after: number,
): Promise<ShownEvent[]> {
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const { row, kind } = await openForReading(ctx, tx, actor, session)
    const records = await eventsAfter(ctx, tx, session, after)
    return records.map((record) => showEvent(row.state, record, kind === 'teachers' ? kind : { person: actor.person }))
  })
}

/** At most 1,000, in order. */
export async function eventsAfter(ctx: Context, tx: Tx, session: string, after: number): Promise<RecordedEvent[]> {
  return await ctx.db.query<RecordedEvent>(
    tx,
    'SELECT seq, person AS by, surface, at, event FROM session_events WHERE session_id = $1 AND seq > $2 ORDER BY seq LIMIT 1000',
    [session, after],
  )
}

/** Turns of the same school that wait before it; `null` when it does not wait. */
export async function placeInQueue(ctx: Context, tx: Tx, turn: string | undefined): Promise<number | null> {
  if (turn === undefined) return null
  const [row] = await ctx.db.query<{ before: number }>(
    tx,
    `SELECT (SELECT count(*) FROM session_turns other WHERE other.state = 'queued' AND other.created_at < mine.created_at)::int AS before
     FROM session_turns mine WHERE id = $1 AND state = 'queued'`,
    [turn],
  )
  return row?.before ?? null
}
