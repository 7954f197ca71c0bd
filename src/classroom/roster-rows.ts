import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { PassbackState } from '../domain/assignment.js'
import type { RosterStudent } from '../domain/classroom.js'

interface Row {
  person: string
  name: string
  leftAt: Date | null
  song: string | null
  title: string | null
  revision: number | null
  submittedAt: Date | null
  points: number | null
  comment: string
  gradeRevision: number
  gradedAt: Date
  gradedSong: string | null
  state: PassbackState | null
  reason: string | null
  attempts: number
  updatedAt: Date
}

/**
 * The students of an assignment's course with what each has done, or one of them. Who came without a name is "Student N", by the
 * order in which they came here. Those who have left come last; who left without doing anything is not listed.
 */
const sql = `
  WITH students AS (
    SELECT m.person_id, m.left_at, coalesce(p.name, 'Student ' || row_number() OVER (ORDER BY p.created_at, p.id)) AS name
    FROM memberships m JOIN people p ON p.id = m.person_id
    WHERE m.course_id = $1 AND m.role = 'student'
  )
  SELECT s.person_id AS person, s.name, s.left_at AS "leftAt",
    sub.song_id AS song, song.song->>'title' AS title, sub.revision, sub.submitted_at AS "submittedAt",
    g.points::float8, g.comment, g.revision AS "gradeRevision", g.graded_at AS "gradedAt", g.song_id AS "gradedSong",
    b.state, b.reason, b.attempts, b.updated_at AS "updatedAt"
  FROM students s
  LEFT JOIN submissions sub ON sub.assignment_id = $2 AND sub.person_id = s.person_id
  LEFT JOIN songs song ON song.id = sub.song_id
  LEFT JOIN grades g ON g.assignment_id = $2 AND g.person_id = s.person_id
  LEFT JOIN passbacks b ON b.assignment_id = $2 AND b.person_id = s.person_id
  WHERE ($3::uuid IS NULL OR s.person_id = $3)
    AND (s.left_at IS NULL OR sub.id IS NOT NULL OR g.id IS NOT NULL)
  ORDER BY s.left_at IS NOT NULL, lower(s.name), s.person_id`

interface Asked {
  course: string
  assignment: string
  maximum: number
  person?: string
}

export async function readRosterRows(
  ctx: Context,
  tx: Tx,
  { course, assignment, maximum, person }: Asked,
): Promise<RosterStudent[]> {
  const rows = await ctx.db.query<Row>(tx, sql, [course, assignment, person ?? null])
  return rows.map((row) => studentOf(row, maximum))
}

function studentOf(row: Row, maximum: number): RosterStudent {
  const submission =
    row.song && row.submittedAt
      ? {
          song: row.song,
          title: row.title ?? 'Song',
          revision: row.revision ?? 1,
          submittedAt: row.submittedAt.toISOString(),
        }
      : null
  const grade =
    row.points === null
      ? null
      : {
          points: row.points,
          maximum,
          comment: row.comment,
          revision: row.gradeRevision,
          gradedAt: row.gradedAt.toISOString(),
          song: row.gradedSong,
        }
  return {
    person: row.person,
    name: row.name,
    leftAt: row.leftAt?.toISOString() ?? null,
    submission,
    grade,
    newer: submission !== null && grade !== null && submission.song !== grade.song,
    passback: row.state && {
      state: row.state,
      reason: row.reason,
      attempts: row.attempts,
      updatedAt: row.updatedAt.toISOString(),
    },
  }
}
