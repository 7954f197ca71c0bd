import type { Context } from '../context.js'
import { clearWorkflowsJob } from './session-jobs.js'

/** A group that comes back later finds its session as it was; the AI's unfinished work is then made anew (see turns.ts). */
const idleDays = 30
const dayMs = 86_400_000
const atOnce = 200

/** Clears away what workflows of sessions saved that nobody has touched for long, and says when to come again. */
export async function clearWorkflows(ctx: Context): Promise<void> {
  const since = new Date(ctx.now().getTime() - idleDays * dayMs)
  const idle = await ctx.db.outsideTenants((tx) =>
    ctx.db.query<{ session: string }>(tx, 'SELECT session FROM lmm_idle_workflows($1, $2)', [since, atOnce]),
  )
  for (const { session } of idle) await (await ctx.checkpoints()).deleteThread(session)
  await planClearing(ctx, idle.length < atOnce ? dayMs : 0)
}

/** One such job waits in the queue, whoever puts it there. */
export async function planClearing(ctx: Context, inMs: number): Promise<void> {
  const runAt = new Date(ctx.now().getTime() + inMs)
  await ctx.db.outsideTenants((tx) =>
    ctx.jobs.enqueue(tx, clearWorkflowsJob, {}, { key: clearWorkflowsJob.name, runAt }),
  )
}
