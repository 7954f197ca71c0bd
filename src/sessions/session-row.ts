import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Outcome } from '../domain/session/decision.js'
import type { RecordedEvent } from '../domain/session/events.js'
import { reduce } from '../domain/session/reduce.js'
import type { SurfaceName } from '../domain/session/stages.js'
import type { SessionState } from '../domain/session/state.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'

/** A session as its row has it. */
export interface SessionRow {
  id: string
  assignment: string | null
  course: string | null
  invitation: Buffer
  state: SessionState
}

export const noSuchSession = () => new AppError('not_found', 'There is no such session, or you are not in it.')

const columns = 'id, assignment_id AS assignment, course_id AS course, invitation, state'

/** The session, its row locked until the transaction ends: commands to one session come one after the other. */
export async function lockSession(ctx: Context, tx: Tx, id: string): Promise<SessionRow> {
  const [row] = await ctx.db.query<SessionRow>(tx, `SELECT ${columns} FROM sessions WHERE id = $1 FOR UPDATE`, [id])
  if (!row) throw noSuchSession()
  return row
}

export async function findSession(ctx: Context, tx: Tx, id: string): Promise<SessionRow> {
  const [row] = await ctx.db.query<SessionRow>(tx, `SELECT ${columns} FROM sessions WHERE id = $1`, [id])
  if (!row) throw noSuchSession()
  return row
}

/** The turn of the AI that the group waits for, or `null`. */
export async function turnOf(ctx: Context, tx: Tx, id: string): Promise<string | null> {
  const [row] = await ctx.db.query<{ turn: string | null }>(
    tx,
    `SELECT state->'generation'->>'turn' AS turn FROM sessions WHERE id = $1`,
    [id],
  )
  return row?.turn ?? null
}

/** The song in a way that is offered, while there is a choice. */
export async function offeredSong(ctx: Context, tx: Tx, id: string, option: string): Promise<Song | null> {
  const [row] = await ctx.db.query<{ song: Song | null }>(
    tx,
    'SELECT offered->$2::text AS song FROM sessions WHERE id = $1',
    [id, option],
  )
  return row?.song ?? null
}

export async function songOfSession(ctx: Context, tx: Tx, id: string): Promise<Song | null> {
  const [row] = await ctx.db.query<{ song: Song | null }>(tx, 'SELECT song FROM sessions WHERE id = $1', [id])
  return row?.song ?? null
}

/**
 * Appends events with the next numbers and keeps the state that they make. The row must be locked; the primary key of the
 * events (session, number) refuses whoever has not.
 */
export async function appendEvents(
  ctx: Context,
  tx: Tx,
  { id, state }: SessionRow,
  outcomes: readonly Outcome[],
  from: { person: string | null; surface: SurfaceName | null },
): Promise<SessionState> {
  const at = ctx.now().toISOString()
  const records = outcomes.map(
    ({ event, by, surface }, n): RecordedEvent => ({
      seq: state.seq + n + 1,
      by: by ?? from.person,
      surface: surface === undefined ? from.surface : surface,
      at,
      event,
    }),
  )
  const next = records.reduce(reduce, state)
  if (records.length === 0) return next
  await ctx.db.query(
    tx,
    `INSERT INTO session_events (session_id, seq, person, surface, event, at)
     SELECT $1, * FROM unnest($2::int[], $3::text[], $4::text[], $5::json[], $6::timestamptz[])`,
    [
      id,
      records.map(({ seq }) => seq),
      records.map(({ by }) => by),
      records.map(({ surface }) => surface),
      records.map(({ event }) => JSON.stringify(event)),
      records.map(() => at),
    ],
  )
  await ctx.db.query(tx, 'UPDATE sessions SET state = $2, seq = $3, stage = $4, updated_at = now() WHERE id = $1', [
    id,
    JSON.stringify(next),
    next.seq,
    next.stage,
  ])
  return next
}
