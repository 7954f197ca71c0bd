import type { Context } from '../context.js'
import { askForMissing, leaveStage } from '../domain/session/decide-stage.js'
import type { Outcome } from '../domain/session/decision.js'
import type { SessionState } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { followUp, newId } from './follow-up.js'
import { closeStageJob, type StageEnd } from './session-jobs.js'
import { appendEvents, lockSession } from './session-row.js'

/** Past its time a stage that cannot be left yet is looked at again so much later, twice as late each time, up to half a day. */
const againMs = 60_000
const doublings = 9

/** Leaves the stage, or, where it cannot be left yet, asks the AI for what is missing. */
function close(state: SessionState): { outcomes: Outcome[]; again: boolean } {
  try {
    return { outcomes: leaveStage(state, newId), again: false }
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return { outcomes: askForMissing(state, newId), again: true }
  }
}

/** A stage whose time is up closes by itself; while the AI still works, or there is nothing to choose yet, somewhat later. */
export async function closeStage(ctx: Context, { tenant, session, stage, tries }: StageEnd): Promise<void> {
  const seq = await ctx.db.inTenant(tenant, async (tx) => {
    const row = await lockSession(ctx, tx, session)
    if (row.state.stage !== stage) return null
    const { outcomes, again } = close(row.state)
    const state = await appendEvents(ctx, tx, row, outcomes, { person: null, surface: null })
    await followUp(ctx, tx, { tenant, session }, outcomes, state)
    if (again) {
      const runAt = new Date(ctx.now().getTime() + againMs * 2 ** Math.min(tries, doublings))
      const key = `stage:${session}:${stage}`
      await ctx.jobs.enqueue(tx, closeStageJob, { tenant, session, stage, tries: tries + 1 }, { key, runAt })
    }
    return outcomes.length > 0 ? state.seq : null
  })
  if (seq !== null) ctx.events.emit('session.changed', { tenant, session, seq })
}
