import type { Context } from '../context.js'
import { clearWorkflows } from './clear-workflows.js'
import { closeStage } from './close-stage.js'
import { clearWorkflowsJob, closeStageJob, pruneJob, turnJob } from './session-jobs.js'

/** The jobs of sessions, for whoever works the queue. */
export function handleSessionJobs(ctx: Context): void {
  // LangGraph takes half a second to load: with the first turn, not with the service.
  ctx.jobs.handle(turnJob, async (payload, run) => (await import('./run-turn.js')).runTurn(ctx, payload, run))
  ctx.jobs.handle(closeStageJob, (payload) => closeStage(ctx, payload))
  ctx.jobs.handle(pruneJob, async ({ session }) => (await ctx.checkpoints()).deleteThread(session))
  ctx.jobs.handle(clearWorkflowsJob, () => clearWorkflows(ctx))
}
