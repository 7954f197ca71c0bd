import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Outcome } from '../domain/session/decision.js'
import { isOver, isTimed } from '../domain/session/stages.js'
import type { SessionState } from '../domain/session/state.js'
import { closeStageJob, pruneJob, turnJob } from './session-jobs.js'

/** A turn that is being stopped may still save something. */
const pruneAfterMs = 60_000

/** Turns of one school that the AI works on side by side: one class cannot keep the others waiting. */
const lanes = 2

/** One of a tenant's lanes, by the session: its turns come one after the other, and no tenant has more than its lanes. */
const laneOf = (tenant: string, session: string): string =>
  `turns:${tenant}:${Number.parseInt(session.slice(0, 8), 16) % lanes}`

/** Puts into the queue what follows from events, in their transaction: it happens if, and only if, they did. */
export async function followUp(
  ctx: Context,
  tx: Tx,
  at: { tenant: string; session: string },
  outcomes: readonly Outcome[],
  state: SessionState,
): Promise<void> {
  const { tenant, session } = at
  for (const { event } of outcomes) {
    if (event.type === 'generationAsked') {
      await ctx.db.query(tx, 'INSERT INTO session_turns (id, session_id) VALUES ($1, $2)', [event.turn, session])
      await ctx.jobs.enqueue(
        tx,
        turnJob,
        { tenant, session, turn: event.turn },
        { key: `turn:${event.turn}`, queue: laneOf(tenant, session) },
      )
    }
    if (event.type === 'generationEnded')
      await ctx.db.query(tx, `UPDATE session_turns SET state = 'over' WHERE id = $1`, [event.turn])
    if (event.type === 'stageEntered' && state.settings.stageMinutes !== null && isTimed(event.stage)) {
      const runAt = new Date(ctx.now().getTime() + state.settings.stageMinutes * 60_000)
      await ctx.jobs.enqueue(
        tx,
        closeStageJob,
        { tenant, session, stage: event.stage, tries: 0 },
        { key: `stage:${session}:${event.stage}`, runAt },
      )
    }
    if (event.type === 'stageEntered' && isOver(event.stage)) {
      await ctx.db.query(tx, `UPDATE session_turns SET state = 'over' WHERE session_id = $1`, [session])
      const runAt = new Date(ctx.now().getTime() + pruneAfterMs)
      await ctx.jobs.enqueue(tx, pruneJob, { session }, { key: `prune:${session}`, runAt })
    }
  }
}

export const newId = (): string => randomUUID()
