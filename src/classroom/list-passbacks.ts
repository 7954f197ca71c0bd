import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { PassbackList, PassbackStatus } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { findAssignment } from './find-assignment.js'

/** What became of each grade of an assignment on its way to the gradebook; what needs somebody comes first. */
export async function listPassbacks(
  ctx: Context,
  actor: Actor,
  { assignment: id }: { assignment: string },
): Promise<PassbackList['items']> {
  authorize(actor, 'passback:read')
  const rows = await ctx.db.inTenant(actor.tenant, async (tx) => {
    await findAssignment(ctx, tx, actor, id)
    return await ctx.db.query<{ person: string } & Omit<PassbackStatus, 'updatedAt'> & { updatedAt: Date }>(
      tx,
      `SELECT person_id AS person, state, reason, attempts, updated_at AS "updatedAt" FROM passbacks WHERE assignment_id = $1
       ORDER BY array_position(ARRAY['needs attention', 'refused', 'queued', 'sent', 'confirmed'], state), updated_at DESC`,
      [id],
    )
  })
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
}
