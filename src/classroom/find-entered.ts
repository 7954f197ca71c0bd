import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Entered, Entry } from './enter-course.js'

/** How long ago somebody may have been seen for it to count as now (merge-roster.ts asks by it who has left). */
const recently = '5 minutes'

/**
 * Who and where somebody is who was here lately and of whom all is still as it was; else `null`, and then it is written. One
 * statement, which locks nothing.
 */
export async function findEntered(ctx: Context, tx: Tx, entry: Entry): Promise<Entered | null> {
  const { person, role, course, assignment, about } = entry
  const [found] = await ctx.db.query<Entered>(
    tx,
    `SELECT p.id AS person, c.id AS course, a.id AS assignment, (SELECT id FROM people WHERE subject = $1) AS about
     FROM people p
     JOIN courses c ON c.context_id = $2 AND c.title = coalesce($3, c.title) AND c.services || $4::jsonb = c.services
     JOIN memberships m ON m.course_id = c.id AND m.person_id = p.id AND m.role = $5 AND m.left_at IS NULL
       AND m.seen_at > now() - interval '${recently}'
     LEFT JOIN assignments a ON a.resource_link_id = $6 AND a.title = coalesce($7, a.title) AND a.services || $8::jsonb = a.services
     WHERE p.subject = $9 AND p.name IS NOT DISTINCT FROM $10 AND ($6::text IS NULL OR a.id IS NOT NULL)`,
    [
      about ?? null,
      course.contextId,
      course.title ?? null,
      JSON.stringify(course.services),
      role,
      assignment?.resourceLinkId ?? null,
      assignment?.title ?? null,
      JSON.stringify(assignment?.services ?? {}),
      person.subject,
      person.name ?? null,
    ],
  )
  return found ?? null
}
