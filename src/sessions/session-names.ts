import { z } from 'zod'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { SessionState } from '../domain/session/state.js'
import type { Names } from '../domain/session/view.js'

const uuid = z.uuid()

/** Names as the course has them, by person; people without one (guests, or a platform that sends none) are not in it. */
export async function namesOf(ctx: Context, tx: Tx, { participants }: SessionState): Promise<Names> {
  const people = participants.map(({ id }) => id).filter((id) => uuid.safeParse(id).success)
  const rows = await ctx.db.query<{ id: string; name: string }>(
    tx,
    'SELECT id, name FROM people WHERE id = ANY($1::uuid[]) AND name IS NOT NULL',
    [people],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
