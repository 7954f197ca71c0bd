import type { Context } from '../context.js'
import { AssignmentSetup } from '../db/models/assignment-setup.js'
import type { Actor } from '../domain/actor.js'
import {
  type AssignmentSettings,
  type AssignmentSettingsInput,
  assignmentSettingsSchema,
} from '../domain/assignment.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment } from './find-assignment.js'
import { lockPoints } from './grade-row.js'
import { settleSettings } from './settle-settings.js'

interface Configuration {
  assignment: string
  settings: AssignmentSettingsInput
}

/**
 * Sets an assignment up, or changes it. Songs that were made before stay what they are. The set-up it was made of changes with
 * it, as copies begin with that. Rejects with `conflict` when the points change after a grade was given: 8 of 10 is not 8 of 20.
 */
export async function configureAssignment(
  ctx: Context,
  actor: Actor,
  { assignment: id, settings: given }: Configuration,
): Promise<AssignmentSettings> {
  authorize(actor, 'assignment:configure')
  const settings = settleSettings(assignmentSettingsSchema.parse(given))
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const assignment = await findAssignment(ctx, tx, actor, id)
    await lockPoints(ctx, tx, id, 'alone')
    await assignment.reload({ transaction: tx })
    if (assignment.settings && assignment.settings.points !== settings.points) {
      const [graded] = await ctx.db.query(tx, 'SELECT 1 FROM grades WHERE assignment_id = $1 LIMIT 1', [id])
      if (graded) throw pointsAreGiven(assignment.settings.points)
    }
    await assignment.update({ settings }, { transaction: tx })
    if (assignment.setupId)
      await ctx.db.of(AssignmentSetup).update({ settings }, { where: { id: assignment.setupId }, transaction: tx })
    return settings
  })
}

function pointsAreGiven(points: number): AppError {
  const message = `Grades have been given out of ${points}, so the points stay at ${points}.`
  return new AppError('conflict', message, { faults: [{ at: '/points', message }] })
}
