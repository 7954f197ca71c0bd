import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { Suggestion } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { findAssignment, settingsOf } from './find-assignment.js'
import { readSubmittedSong } from './read-submission.js'
import { suggestPoints } from './weigh-song.js'

/** Points that a person's song might be worth, with what they rest on. A proposal: only a teacher gives a grade. */
export async function suggestGrade(
  ctx: Context,
  actor: Actor,
  { assignment: id, person }: { assignment: string; person: string },
): Promise<Suggestion> {
  authorize(actor, 'grade:suggest')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const settings = settingsOf(await findAssignment(ctx, tx, actor, id))
    return suggestPoints(settings, await readSubmittedSong(ctx, tx, { assignment: id, person }))
  })
}
