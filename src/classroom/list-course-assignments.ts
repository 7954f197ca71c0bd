import type { Context } from '../context.js'

/** The song activities for groups of a course that are set up, the newest first; for those who are known to be in it. */
export async function listCourseAssignments(
  ctx: Context,
  { tenant, course }: { tenant: string; course: string },
): Promise<{ id: string; title: string }[]> {
  return await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<{ id: string; title: string }>(
      tx,
      `SELECT id, title FROM assignments WHERE course_id = $1 AND settings->'mode'->>'kind' = 'groups'
       ORDER BY created_at DESC, id LIMIT 100`,
      [course],
    ),
  )
}
