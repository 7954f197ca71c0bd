import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { PassbackStatus } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment, settingsOf } from './find-assignment.js'
import { readGradeRow } from './grade-row.js'
import { hasGradebook, queuePassback } from './queue-passback.js'

/** Sends a grade once more, or for the first time where there was no gradebook when it was given. */
export async function retryPassback(
  ctx: Context,
  actor: Actor,
  { assignment: id, person }: { assignment: string; person: string },
): Promise<PassbackStatus> {
  authorize(actor, 'passback:retry')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const assignment = await findAssignment(ctx, tx, actor, id)
    const { points: maximum } = settingsOf(assignment)
    const grade = await readGradeRow(ctx, tx, { assignment: id, person, maximum }, { lock: true })
    if (!grade) throw new AppError('not_found', 'There is no grade to send.')
    if (!(await hasGradebook(ctx, tx, assignment.courseId))) {
      throw new AppError(
        'conflict',
        'This course takes no grades from here. Write the points into its gradebook, or ask its administrator to let this tool send them.',
      )
    }
    return await queuePassback(ctx, tx, { tenant: actor.tenant, assignment: id, person, grade })
  })
}
