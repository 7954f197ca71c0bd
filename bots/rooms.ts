import { randomUUID } from 'node:crypto'
import type { Context } from '../src/context.js'
import type { Tx } from '../src/db/database.js'
import type { ChatChannel, PlatformName } from '../src/domain/chat.js'

/** A session's place in a chat, as its row has it. `thread` and `message` are `null` until the platform has made them. */
export interface Room extends ChatChannel {
  id: string
  tenant: string
  session: string
  thread: string | null
  message: string | null
  state: 'opening' | 'open' | 'closed' | 'lost'
}

const columns = 'id, tenant_id AS tenant, session_id AS session, platform, space, channel, thread, message, state'

/**
 * Rooms of a channel, those first that the person takes part in, then the newest: all that are open, of those without a thread yet
 * only the person's own, and with `thread` the one that hangs there, whatever its state.
 */
export async function roomsOf(
  ctx: Context,
  tx: Tx,
  { platform, space, channel, thread = null }: ChatChannel & { thread?: string | null },
  person: string,
): Promise<(Room & { mine: boolean })[]> {
  return await ctx.db.query<Room & { mine: boolean }>(
    tx,
    `SELECT * FROM (
       SELECT ${columns}, created_at, (SELECT s.state->'participants' @> jsonb_build_array(jsonb_build_object('id', $5::text, 'here', true))
         FROM sessions s WHERE s.id = session_id) AS mine
       FROM chat_rooms WHERE platform = $1 AND space = $2 AND channel = $3
         AND ($4::text IS NULL AND state IN ('opening', 'open') OR thread = $4)) AS room
     WHERE state <> 'opening' OR mine
     ORDER BY mine DESC, created_at DESC LIMIT 100`,
    [platform, space, channel, thread, person],
  )
}

/**
 * A room for a session in a channel: the one that is there, or a new one that is still to be opened. `openedBy` is the
 * interaction that asked: asked again it gets the same.
 */
export async function roomFor(
  ctx: Context,
  tx: Tx,
  { platform, space, channel }: ChatChannel,
  { session, openedBy }: { session: string; openedBy: string },
): Promise<Room> {
  const [made] = await ctx.db.query<Room>(
    tx,
    `INSERT INTO chat_rooms (id, session_id, platform, space, channel, opened_by) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING RETURNING ${columns}`,
    [randomUUID(), session, platform, space, channel, openedBy],
  )
  if (made) return made
  const [there] = await ctx.db.query<Room>(
    tx,
    `SELECT ${columns} FROM chat_rooms WHERE platform = $1 AND (opened_by = $5 OR
       session_id = $4 AND space = $2 AND channel = $3 AND state IN ('opening', 'open')) ORDER BY created_at LIMIT 1`,
    [platform, space, channel, session, openedBy],
  )
  return there!
}

/** The room that an interaction opened already, when it comes again. */
export async function roomOpenedBy(
  ctx: Context,
  tx: Tx,
  platform: PlatformName,
  openedBy: string,
): Promise<Room | null> {
  const [room] = await ctx.db.query<Room>(
    tx,
    `SELECT ${columns} FROM chat_rooms WHERE platform = $1 AND opened_by = $2`,
    [platform, openedBy],
  )
  return room ?? null
}

interface Shown {
  thread?: string
  message: string
  seq: number
  /** The end of it: what is still to be done then is tried as often as before. */
  isOver?: boolean
}

/** What the room's message says now. Of two that come out of order the later one stays. */
export const markShown = (ctx: Context, { tenant, id }: Pick<Room, 'tenant' | 'id'>, shown: Shown): Promise<unknown> =>
  ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(
      tx,
      `UPDATE chat_rooms SET thread = coalesce($2, thread), message = $3, shown_seq = greatest(shown_seq, $4), trouble = NULL,
         tries = CASE WHEN $5 THEN tries ELSE 0 END, state = CASE state WHEN 'opening' THEN 'open' ELSE state END WHERE id = $1`,
      [id, shown.thread ?? null, shown.message, shown.seq, shown.isOver ?? false],
    ),
  )

/** It is not looked at for so long: others have their turn. */
export const putOff = (ctx: Context, { tenant, id }: Pick<Room, 'tenant' | 'id'>, ms: number): Promise<unknown> =>
  ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(
      tx,
      'UPDATE chat_rooms SET tries = tries + 1, try_at = now() + make_interval(secs => $2::float8 / 1000) WHERE id = $1',
      [id, ms],
    ),
  )

/** The song's files are in the thread: not to be posted again. */
export const markDelivered = (ctx: Context, { tenant, id }: Pick<Room, 'tenant' | 'id'>): Promise<unknown> =>
  ctx.db.inTenant(tenant, (tx) => ctx.db.query(tx, 'UPDATE chat_rooms SET delivered_at = now() WHERE id = $1', [id]))

export async function isDelivered(ctx: Context, { tenant, id }: Pick<Room, 'tenant' | 'id'>): Promise<boolean> {
  const rows = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(tx, 'SELECT 1 FROM chat_rooms WHERE id = $1 AND delivered_at IS NOT NULL', [id]),
  )
  return rows.length > 0
}

/** Not followed any more: its session is over, or the platform has no place for it. */
export const endRoom = (
  ctx: Context,
  { tenant, id }: Pick<Room, 'tenant' | 'id'>,
  state: 'closed' | 'lost',
  trouble: string | null = null,
): Promise<unknown> =>
  ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(tx, 'UPDATE chat_rooms SET state = $2, trouble = $3 WHERE id = $1', [id, state, trouble]),
  )

/** A workspace or guild has put us out: none of its rooms is followed any more. */
export const loseRooms = (
  ctx: Context,
  { platform, space }: Omit<ChatChannel, 'channel'>,
  why: string,
): Promise<unknown> =>
  ctx.db.outsideTenants((tx) => ctx.db.query(tx, 'SELECT lmm_lose_chat_rooms($1, $2, $3)', [platform, space, why]))

export interface StaleRoom extends Omit<Room, 'state' | 'platform'> {
  thread: string
  message: string
  /** The session's. */
  seq: number
  isOver: boolean
  /** How often in a row it could not be shown. */
  tries: number
}

/**
 * Open rooms whose message does not say what their session says, or whose session is over; of all schools. Without those that
 * were put off, and those last that were before.
 */
export const staleRooms = (ctx: Context, platform: PlatformName, atMost: number): Promise<StaleRoom[]> =>
  ctx.db.alone<StaleRoom>(
    `SELECT tenant, id, session, space, channel, thread, message, seq, is_over AS "isOver", tries FROM lmm_stale_chat_rooms($1, $2)`,
    [platform, atMost],
  )
