import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Grade } from '../domain/classroom.js'

export interface GradePlace {
  assignment: string
  person: string
  /** Of the assignment: what the points are out of. */
  maximum: number
}

/** A person's grade as it stands, or `null`. `lock` keeps it so until the transaction ends. */
export async function readGradeRow(
  ctx: Context,
  tx: Tx,
  { assignment, person, maximum }: GradePlace,
  { lock = false } = {},
): Promise<Grade | null> {
  const [row] = await ctx.db.query<Omit<Grade, 'maximum' | 'gradedAt'> & { gradedAt: Date }>(
    tx,
    `SELECT points::float8, comment, revision, graded_at AS "gradedAt", song_id AS song FROM grades
     WHERE assignment_id = $1 AND person_id = $2 ${lock ? 'FOR UPDATE' : ''}`,
    [assignment, person],
  )
  return row ? { ...row, maximum, gradedAt: row.gradedAt.toISOString() } : null
}

/**
 * What points are out of stays as it is while a grade is given, and no grade is given while it changes. Not a lock of the
 * assignment's row: whoever comes in by a launch writes to that.
 */
export async function lockPoints(ctx: Context, tx: Tx, assignment: string, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await ctx.db.query(tx, `SELECT ${lock}(hashtextextended($1, 0))`, [`points of ${assignment}`])
}
