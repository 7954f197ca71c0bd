import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import { AssignmentSetup } from '../db/models/assignment-setup.js'
import type { Actor } from '../domain/actor.js'
import { type AssignmentSettingsInput, assignmentSettingsSchema } from '../domain/assignment.js'
import type { Setup } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { launchOf } from './find-assignment.js'
import { settleSettings } from './settle-settings.js'

/** Keeps what a teacher set up before there is an activity for it (LTI deep linking); the activity will name it by its id. */
export async function createSetup(ctx: Context, actor: Actor, given: AssignmentSettingsInput): Promise<Setup> {
  authorize(actor, 'assignment:configure')
  const { course: courseId } = launchOf(actor)
  const settings = settleSettings(assignmentSettingsSchema.parse(given))
  const id = randomUUID()
  await ctx.db.inTenant(actor.tenant, (transaction) =>
    ctx.db.of(AssignmentSetup).create({ id, courseId, settings }, { transaction }),
  )
  const { title = `A song about ${settings.topic}`, instructions: text, points } = settings
  return { id, title, text, points }
}
