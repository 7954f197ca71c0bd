import { findAssignment, settingsOf } from '../classroom/find-assignment.js'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { AssignmentSettings } from '../domain/assignment.js'
import { authorize } from '../domain/policy.js'
import type { SessionRequest } from '../domain/session/commands.js'
import { usualSettings } from '../domain/session/settings.js'
import type { SurfaceName } from '../domain/session/stages.js'
import { emptyState } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { keepToOneGroup } from './one-group.js'
import { type Alongside, openSession, type StartedSession } from './start-session.js'

/** What the teacher settled, which the group cannot change; genres are blended with theirs, unless two are named. */
function settledBy(settings: AssignmentSettings): Partial<SessionRequest> {
  const { topic, gradeLevel, keyTerms, facts, genres, skillLevel } = settings
  return {
    topic,
    gradeLevel,
    genres,
    // What was left empty is the group's to fill.
    ...(keyTerms.length > 0 && { keyTerms }),
    ...(facts.length > 0 && { facts }),
    ...(skillLevel !== null && { skillLevel }),
  }
}

/**
 * Begins a group of an assignment; who begins it is its host. Others of the course join it while there is room. Rejects with
 * `conflict` where everybody works alone, where nothing is set up yet, and for who is in a group already.
 */
export async function startAssignmentSession(
  ctx: Context,
  actor: Actor,
  { assignment: id, surface = 'lti' }: { assignment: string; surface?: SurfaceName },
  alongside?: Alongside,
): Promise<StartedSession> {
  authorize(actor, 'session:start')
  authorize(actor, 'assignment:read')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const assignment = await findAssignment(ctx, tx, actor, id)
    const settings = settingsOf(assignment)
    if (settings.mode.kind !== 'groups')
      throw new AppError('conflict', 'In this activity everybody makes a song of their own.', { reason: 'alone' })
    if (actor.role !== 'teacher') await keepToOneGroup(ctx, tx, { assignment: id }, actor.person)
    const fixed = settledBy(settings)
    const started = await openSession(ctx, tx, actor, {
      request: { ...emptyState.request, ...fixed },
      settings: { ...usualSettings, groupSize: settings.mode.size, showNames: settings.showNames, fixed },
      surface,
      home: { assignment: id, course: assignment.courseId },
    })
    await alongside?.(tx, started)
    return started
  })
}
