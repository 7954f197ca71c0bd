import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { type Roster, rosterSchema } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { findAssignment } from './find-assignment.js'
import type { RosterProgress } from './merge-roster.js'
import { readRosterRows } from './roster-rows.js'

interface CourseRow {
  roster: RosterProgress | null
  canSync: boolean
  gradebook: boolean
}

const syncedSchema = rosterSchema.shape.synced.unwrap().strip()

/** Who is in the course, and who has done what for this assignment: handed in, graded, and whether the grade has arrived. */
export async function readRoster(
  ctx: Context,
  actor: Actor,
  { assignment: id }: { assignment: string },
): Promise<Roster> {
  authorize(actor, 'roster:read')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const { courseId, settings } = await findAssignment(ctx, tx, actor, id)
    const [course] = await ctx.db.query<CourseRow>(
      tx,
      `SELECT roster, coalesce((services->'roster')::boolean, false) AS "canSync",
              coalesce((services->'gradebook')::boolean, false) AS gradebook
       FROM courses WHERE id = $1`,
      [courseId],
    )
    const { roster, canSync, gradebook } = course!
    const maximum = settings?.points ?? 0
    return {
      students: await readRosterRows(ctx, tx, { course: courseId, assignment: id, maximum }),
      canSync,
      gradebook,
      synced: roster && syncedSchema.parse(roster),
    }
  })
}
