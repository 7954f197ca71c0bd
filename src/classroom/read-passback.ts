import type { Context } from '../context.js'
import type { Passback } from './passback.js'

/** One row of the outbox for the surface that sends it, or `null` when it is gone (its assignment or its person was erased). */
export async function readPassback(
  ctx: Context,
  { tenant, passback }: { tenant: string; passback: string },
): Promise<Passback | null> {
  const [row] = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<
      Omit<Passback, 'services'> & {
        course_services: Record<string, unknown>
        assignment_services: Record<string, unknown>
      }
    >(
      tx,
      `SELECT b.id, b.assignment_id AS assignment, p.subject, b.grade_revision AS revision, b.score, b.state, b.attempts,
              c.services AS course_services, a.services AS assignment_services, a.resource_link_id AS "resourceLinkId", a.title
       FROM passbacks b JOIN people p ON p.id = b.person_id JOIN assignments a ON a.id = b.assignment_id JOIN courses c ON c.id = a.course_id
       WHERE b.id = $1 AND p.erased_at IS NULL`,
      [passback],
    ),
  )
  if (!row) return null
  const { course_services: course, assignment_services: assignment, ...rest } = row
  return { ...rest, services: { course, assignment } }
}
