import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { OpenedSubmission } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment } from './find-assignment.js'
import { readSubmittedSong } from './read-submission.js'
import { readRosterRows } from './roster-rows.js'

/** What a student has handed in: opened by who teaches the course, from the roster or by the LMS's own review, or by themself. */
export async function openSubmission(
  ctx: Context,
  actor: Actor,
  { assignment: id, person }: { assignment: string; person: string },
): Promise<OpenedSubmission> {
  authorize(actor, 'submission:read', person)
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const { courseId: course, settings } = await findAssignment(ctx, tx, actor, id)
    const maximum = settings?.points ?? 0
    const [student] = await readRosterRows(ctx, tx, { course, assignment: id, maximum, person })
    if (!student?.submission) throw new AppError('not_found', 'Nothing has been handed in here yet.')
    const { passback, ...seen } = student
    const song = await readSubmittedSong(ctx, tx, { assignment: id, person })
    // What becomes of a grade on its way is the teacher's to look after.
    return { ...seen, submission: student.submission, passback: actor.role === 'student' ? null : passback, song }
  })
}
