import type { Context } from '../context.js'
import { leaveStage } from '../domain/session/decide-stage.js'
import type { Stage } from '../domain/session/stages.js'
import { AppError } from '../errors.js'
import { followUp, newId } from './follow-up.js'
import { closeStageJob } from './session-jobs.js'
import { appendEvents, lockSession } from './session-row.js'

/** A stage whose time is up closes by itself; while the AI still works, or there is nothing to choose yet, a minute later. */
export async function closeStage(
  ctx: Context,
  { tenant, session, stage }: { tenant: string; session: string; stage: Stage },
): Promise<void> {
  const seq = await ctx.db.inTenant(tenant, async (tx) => {
    const row = await lockSession(ctx, tx, session)
    if (row.state.stage !== stage) return null
    try {
      const outcomes = leaveStage(row.state, newId)
      const state = await appendEvents(ctx, tx, row, outcomes, { person: null, surface: null })
      await followUp(ctx, tx, { tenant, session }, outcomes, state)
      return state.seq
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.code !== 'conflict') throw thrown
      await ctx.jobs.enqueue(
        tx,
        closeStageJob,
        { tenant, session, stage },
        { key: `stage:${session}:${stage}`, runAt: new Date(ctx.now().getTime() + 60_000) },
      )
      return null
    }
  })
  if (seq !== null) ctx.events.emit('session.changed', { tenant, session, seq })
}
