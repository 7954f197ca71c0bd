import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { Assignment } from '../db/models/assignment.js'
import type { Actor, Launch } from '../domain/actor.js'
import type { AssignmentSettings } from '../domain/assignment.js'
import { AppError } from '../errors.js'

/** What the actor came in by. Who came in by another way (a guest, an API token) has no course, whatever their role. */
export function launchOf({ launch }: Actor): Launch {
  if (!launch) throw new AppError('forbidden', 'Open this activity from your course.')
  return launch
}

/** An assignment of the course that the actor came in by. One of another course is told from one that is not there by nobody. */
export async function findAssignment(ctx: Context, tx: Tx, actor: Actor, id: string): Promise<Assignment> {
  const { course } = launchOf(actor)
  const assignment = await ctx.db.of(Assignment).findOne({ where: { id, courseId: course }, transaction: tx })
  if (!assignment) throw new AppError('not_found', 'There is no such activity in this course.')
  return assignment
}

/** What it is set to; nothing can be made, handed in or graded before. */
export function settingsOf({ settings }: Assignment): AssignmentSettings {
  if (!settings) throw new AppError('conflict', 'Your teacher has not set this activity up yet.')
  return settings
}
