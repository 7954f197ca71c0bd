import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Grade, PassbackStatus } from '../domain/classroom.js'
import { enqueuePassback } from './passback.js'

interface Way {
  tenant: string
  assignment: string
  person: string
  grade: Grade
}

/** Whether the course's platform takes grades from us. */
export async function hasGradebook(ctx: Context, tx: Tx, course: string): Promise<boolean> {
  const [row] = await ctx.db.query<{ gradebook: boolean }>(
    tx,
    `SELECT coalesce((services->'gradebook')::boolean, false) AS gradebook FROM courses WHERE id = $1`,
    [course],
  )
  return row?.gradebook ?? false
}

/**
 * Writes into the outbox what is to arrive, and the job that sends it, in the caller's transaction. It takes the place of what was
 * on its way before. What the gradebook may hold of ours until then is kept, for telling it from what somebody typed there.
 */
export async function queuePassback(
  ctx: Context,
  tx: Tx,
  { tenant, assignment, person, grade }: Way,
): Promise<PassbackStatus> {
  const { points, maximum, comment, revision } = grade
  const [row] = await ctx.db.query<{ id: string; updatedAt: Date }>(
    tx,
    `INSERT INTO passbacks AS before (id, assignment_id, person_id, grade_revision, score)
     VALUES ($1, $2, $3, $4, $5::jsonb || jsonb_build_object('submittedAt',
       (SELECT to_char(submitted_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM submissions WHERE assignment_id = $2 AND person_id = $3)))
     ON CONFLICT (assignment_id, person_id) DO UPDATE SET
       grade_revision = EXCLUDED.grade_revision, state = 'queued', reason = NULL, attempts = 0, updated_at = now(),
       score = EXCLUDED.score || jsonb_build_object('confirmed',
         CASE WHEN before.score->>'timestamp' IS NULL THEN before.score->'confirmed' ELSE before.score->'points' END,
         'after', coalesce(before.score->>'timestamp', before.score->>'after'))
     RETURNING id, updated_at AS "updatedAt"`,
    [
      randomUUID(),
      assignment,
      person,
      revision,
      JSON.stringify({ points, maximum, comment, timestamp: null, confirmed: null }),
    ],
  )
  await enqueuePassback(ctx, tx, { tenant, passback: row!.id })
  return { state: 'queued', reason: null, attempts: 0, updatedAt: row!.updatedAt.toISOString() }
}

/** What became of a grade's way to the gradebook; `null` where nothing was ever sent. */
export async function readPassbackStatus(
  ctx: Context,
  tx: Tx,
  { assignment, person }: Pick<Way, 'assignment' | 'person'>,
): Promise<PassbackStatus | null> {
  const [row] = await ctx.db.query<Omit<PassbackStatus, 'updatedAt'> & { updatedAt: Date }>(
    tx,
    `SELECT state, reason, attempts, updated_at AS "updatedAt" FROM passbacks WHERE assignment_id = $1 AND person_id = $2`,
    [assignment, person],
  )
  return row ? { ...row, updatedAt: row.updatedAt.toISOString() } : null
}
