import type { Context } from '../context.js'
import { type RosterProgress, rosterStart } from './merge-roster.js'

/** Writes down for the teacher why a course's roster could not be read at all. The next reading begins anew. */
export async function noteRosterRefused(
  ctx: Context,
  { tenant, course }: { tenant: string; course: string },
  startedAt: Date,
  refused: string,
): Promise<void> {
  const progress: RosterProgress = { ...rosterStart(startedAt, ''), next: null, refused }
  await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(tx, 'UPDATE courses SET roster = $2 WHERE id = $1', [course, JSON.stringify(progress)]),
  )
}
