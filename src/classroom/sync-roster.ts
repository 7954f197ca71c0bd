import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { launchOf } from './find-assignment.js'
import { rosterJob } from './roster-job.js'

/** Asks for the course's roster to be read anew from where the course lives. Asking twice reads it once. */
export async function syncRoster(ctx: Context, actor: Actor): Promise<void> {
  authorize(actor, 'roster:sync')
  const { course } = launchOf(actor)
  await ctx.db.inTenant(actor.tenant, async (tx) => {
    const [row] = await ctx.db.query<{ shared: boolean }>(
      tx,
      `SELECT coalesce((services->'roster')::boolean, false) AS shared FROM courses WHERE id = $1`,
      [course],
    )
    if (!row?.shared) {
      throw new AppError(
        'conflict',
        'This course does not share its roster, so only those are listed who have opened an activity. Its administrator can allow it for this tool.',
      )
    }
    const key = `roster:${course}`
    await ctx.jobs.enqueue(tx, rosterJob, { tenant: actor.tenant, course }, { key, queue: key })
  })
}
