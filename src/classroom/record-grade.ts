import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor } from '../domain/actor.js'
import { type Grade, type GradeInput, gradeInputSchema, type RecordedGrade } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment, settingsOf } from './find-assignment.js'
import { type GradePlace, lockPoints, readGradeRow } from './grade-row.js'
import { hasGradebook, queuePassback, readPassbackStatus } from './queue-passback.js'

/**
 * Gives a student of the course points and a comment. The grade, its row in the outbox and the job that sends it are written
 * together or not at all; a newer grade takes the place of one that is still on its way. The same again changes nothing.
 * Rejects with `conflict` when somebody else has graded since the revision that the input names.
 */
export async function recordGrade(
  ctx: Context,
  actor: Actor,
  { assignment: id, person, ...given }: GradeInput & { assignment: string; person: string },
): Promise<RecordedGrade> {
  authorize(actor, 'grade:write')
  const input = gradeInputSchema.parse(given)
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const assignment = await findAssignment(ctx, tx, actor, id)
    await lockPoints(ctx, tx, id, 'shared')
    await assignment.reload({ transaction: tx })
    const { points: maximum } = settingsOf(assignment)
    if (input.points > maximum) {
      const message = `must be at most ${maximum}`
      throw new AppError('invalid_request', `Points: ${message}.`, { faults: [{ at: '/points', message }] })
    }
    await lockStudent(ctx, tx, assignment.courseId, person)
    const place = { assignment: id, person, maximum }
    const before = await readGradeRow(ctx, tx, place, { lock: true })
    if (input.revision !== undefined && input.revision !== (before?.revision ?? 0)) throw gradedMeanwhile(before)
    const song = await submittedSong(ctx, tx, place)
    const same = before?.points === input.points && before.comment === input.comment && before.song === song
    const grade = same ? before : await writeGrade(ctx, tx, actor, place, { ...input, song })
    const known = same ? await readPassbackStatus(ctx, tx, place) : null
    if (known || !(await hasGradebook(ctx, tx, assignment.courseId))) return { grade, passback: known }
    return { grade, passback: await queuePassback(ctx, tx, { tenant: actor.tenant, assignment: id, person, grade }) }
  })
}

/** A first grade has no row yet that a second teacher could wait for: the membership is what they wait for. */
async function lockStudent(ctx: Context, tx: Tx, course: string, person: string): Promise<void> {
  const rows = await ctx.db.query(
    tx,
    `SELECT 1 FROM memberships WHERE course_id = $1 AND person_id = $2 AND role = 'student' FOR UPDATE`,
    [course, person],
  )
  if (rows.length === 0) throw new AppError('not_found', 'There is no such student in this course.')
}

async function submittedSong(ctx: Context, tx: Tx, { assignment, person }: GradePlace): Promise<string | null> {
  const [row] = await ctx.db.query<{ song: string }>(
    tx,
    'SELECT song_id AS song FROM submissions WHERE assignment_id = $1 AND person_id = $2',
    [assignment, person],
  )
  return row?.song ?? null
}

async function writeGrade(
  ctx: Context,
  tx: Tx,
  { person: teacher }: Actor,
  place: GradePlace,
  { points, comment, song }: Pick<Grade, 'points' | 'comment' | 'song'>,
): Promise<Grade> {
  await ctx.db.query(
    tx,
    `INSERT INTO grades AS before (id, assignment_id, person_id, points, comment, graded_by, song_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (assignment_id, person_id) DO UPDATE SET
       points = EXCLUDED.points, comment = EXCLUDED.comment, graded_by = EXCLUDED.graded_by, song_id = EXCLUDED.song_id,
       revision = before.revision + 1, graded_at = now()`,
    [randomUUID(), place.assignment, place.person, points, comment, teacher, song],
  )
  return (await readGradeRow(ctx, tx, place))!
}

function gradedMeanwhile(grade: Grade | null): AppError {
  return new AppError(
    'conflict',
    grade
      ? `Somebody else has graded this meanwhile: ${grade.points} of ${grade.maximum}. Look at it, then decide.`
      : 'This grade is not there any more. Look at it again, then decide.',
  )
}
