import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { AppError } from '../errors.js'
import type { SessionRow } from './session-row.js'

/**
 * In an assignment nobody sings in two groups at once. Whoever is being let in holds a lock until the transaction ends, so that
 * two clicks do not get in twice.
 */
export async function keepToOneGroup(
  ctx: Context,
  tx: Tx,
  { assignment, id }: Pick<SessionRow, 'assignment'> & { id?: string },
  person: string,
): Promise<void> {
  if (assignment === null) return
  await ctx.db.query(tx, 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `group of ${person} in ${assignment}`,
  ])
  const other = await openGroupOf(ctx, tx, assignment, person)
  if (other === null || other === id) return
  throw new AppError('conflict', 'You are in another group of this assignment. Leave that one first.', {
    reason: 'in_another_group',
    faults: [{ at: 'session', message: other }],
  })
}

/** The session of an assignment that somebody takes part in and that is not over, or `null`. */
export async function openGroupOf(ctx: Context, tx: Tx, assignment: string, person: string): Promise<string | null> {
  const [row] = await ctx.db.query<{ id: string }>(
    tx,
    `SELECT s.id FROM session_members m JOIN sessions s ON s.id = m.session_id
     WHERE s.assignment_id = $1 AND m.person = $2 AND s.stage NOT IN ('finished', 'cancelled')
       AND s.state->'participants' @> jsonb_build_array(jsonb_build_object('id', $2::text, 'here', true))
     ORDER BY m.joined_at DESC LIMIT 1`,
    [assignment, person],
  )
  return row?.id ?? null
}
