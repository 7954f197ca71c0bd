import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Role } from '../domain/actor.js'

interface RosterMember {
  subject: string
  name: string | null
  role: Exclude<Role, 'guest' | 'administrator' | 'service'>
}

/** How far the reading of a roster has come: kept with the course, so that it goes on where it stopped. */
export interface RosterProgress {
  startedAt: string
  /** Where the next page is; `null` when all were read. */
  next: string | null
  read: number
  added: number
  returned: number
  left: number
  /** Whether every page was read: only then has somebody who was not on them left. */
  complete: boolean
  /** Why the platform gave none, for the teacher; absent when it did. */
  refused?: string
}

export const rosterStart = (startedAt: Date, first: string): RosterProgress => ({
  startedAt: startedAt.toISOString(),
  next: first,
  read: 0,
  added: 0,
  returned: 0,
  left: 0,
  complete: false,
})

/**
 * Takes in one page of a course's members and writes down how far we are, in one transaction: a page that comes twice changes
 * nothing. After the last page whoever was not seen is marked as having left; nobody is deleted, and a roster of nobody tells of
 * nobody. A role that a launch has given in this reading's time stays: a launch knows better (Moodle lists non-editing teachers
 * as learners). Rows are locked as a launch locks them (enter-course.ts: people, course, memberships), and people in one order.
 */
export async function mergeRosterPage(
  ctx: Context,
  { tenant, course }: { tenant: string; course: string },
  before: RosterProgress,
  page: { members: RosterMember[]; next: string | null },
): Promise<RosterProgress> {
  const members = [...new Map(page.members.map((member) => [member.subject, member])).values()].sort((a, b) =>
    a.subject < b.subject ? -1 : 1,
  )
  return await ctx.db.inTenant(tenant, async (tx) => {
    await ctx.db.query(
      tx,
      `INSERT INTO people (id, subject, name)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
       ON CONFLICT (tenant_id, subject) DO UPDATE SET name = coalesce(EXCLUDED.name, people.name)`,
      [members.map(() => randomUUID()), members.map(({ subject }) => subject), members.map(({ name }) => name)],
    )
    await ctx.db.query(tx, 'SELECT 1 FROM courses WHERE id = $1 FOR NO KEY UPDATE', [course])
    const [counts] = await ctx.db.query<{ added: number; returned: number }>(
      tx,
      `WITH incoming AS (
         SELECT p.id, m.role FROM unnest($2::text[], $3::text[]) AS m (subject, role) JOIN people p USING (subject)
       ), known AS (
         SELECT person_id, left_at FROM memberships WHERE course_id = $1 AND person_id IN (SELECT id FROM incoming)
       ), written AS (
         INSERT INTO memberships (course_id, person_id, role, seen_at)
         SELECT $1, id, role, now() FROM incoming
         ON CONFLICT (course_id, person_id) DO UPDATE SET
           role = CASE WHEN memberships.role IN ('teacher', 'assistant') AND memberships.left_at IS NULL THEN memberships.role ELSE EXCLUDED.role END,
           seen_at = now(), left_at = NULL
         RETURNING person_id
       )
       SELECT (SELECT count(*) FROM written WHERE person_id NOT IN (SELECT person_id FROM known))::int AS added,
              (SELECT count(*) FROM known WHERE left_at IS NOT NULL)::int AS returned`,
      [course, members.map(({ subject }) => subject), members.map(({ role }) => role)],
    )
    const complete = page.next === null
    const gone =
      complete && before.read + members.length > 0
        ? await ctx.db.query(
            tx,
            'UPDATE memberships SET left_at = now() WHERE course_id = $1 AND left_at IS NULL AND seen_at < $2 RETURNING 1',
            [course, before.startedAt],
          )
        : []
    const progress: RosterProgress = {
      ...before,
      next: page.next,
      read: before.read + members.length,
      added: before.added + counts!.added,
      returned: before.returned + counts!.returned,
      left: gone.length,
      complete,
    }
    await ctx.db.query(tx, 'UPDATE courses SET roster = $2 WHERE id = $1', [course, JSON.stringify(progress)])
    return progress
  })
}
