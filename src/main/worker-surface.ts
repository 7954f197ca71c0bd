import { createDoor } from '../../lti/door.js'
import { handleLtiJobs } from '../../lti/jobs.js'
import type { Context } from '../context.js'
import { handleQueuedMashups } from '../mashups/compose-queued.js'
import { handleSweep, planSweep } from '../privacy/sweep.js'
import { planClearing } from '../sessions/clear-workflows.js'
import { handleSessionJobs } from '../sessions/handle-session-jobs.js'
import type { Surface } from '../surface.js'
import { shortLived } from './short-lived.js'

/** Every job that there is has its handler here; a process without this surface enqueues, and does none of them. */
export function workerSurface(): Surface {
  let jobs: Context['jobs'] | undefined
  return {
    name: 'worker',
    async start(ctx) {
      jobs = ctx.jobs
      handleQueuedMashups(ctx)
      handleLtiJobs(createDoor(ctx))
      handleSessionJobs(ctx)
      handleSweep(ctx, shortLived)
      await jobs.start()
      await Promise.all([planClearing(ctx, 0), planSweep(ctx, 0)])
      ctx.log.info('the worker takes jobs')
    },
    stop: async () => jobs?.stop(),
  }
}
