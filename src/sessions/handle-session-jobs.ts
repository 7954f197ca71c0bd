import type { Context } from '../context.js'
import { clearWorkflows } from './clear-workflows.js'
import { closeStage } from './close-stage.js'
import { runTurn } from './run-turn.js'
import { clearWorkflowsJob, closeStageJob, pruneJob, turnJob } from './session-jobs.js'

/** The jobs of sessions, for whoever works the queue. */
export function handleSessionJobs(ctx: Context): void {
  ctx.jobs.handle(turnJob, (payload, run) => runTurn(ctx, payload, run))
  ctx.jobs.handle(closeStageJob, (payload) => closeStage(ctx, payload))
  ctx.jobs.handle(pruneJob, ({ session }) => ctx.checkpoints.deleteThread(session))
  ctx.jobs.handle(clearWorkflowsJob, () => clearWorkflows(ctx))
}
