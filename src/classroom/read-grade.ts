import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { OwnGrade } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment, settingsOf } from './find-assignment.js'
import { readGradeRow } from './grade-row.js'
import { readSong } from './read-submission.js'
import { evidenceOf } from './weigh-song.js'

/** A student's own grade and why: the teacher's comment, and what the graded song has of what was asked. */
export async function readGrade(
  ctx: Context,
  actor: Actor,
  { assignment: id, person }: { assignment: string; person: string },
): Promise<OwnGrade> {
  authorize(actor, 'grade:read', person)
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const settings = settingsOf(await findAssignment(ctx, tx, actor, id))
    const grade = await readGradeRow(ctx, tx, { assignment: id, person, maximum: settings.points })
    if (!grade) throw new AppError('not_found', 'There is no grade yet.')
    const song = grade.song && (await readSong(ctx, tx, grade.song))
    return { ...grade, evidence: song ? evidenceOf(settings, song) : [] }
  })
}
