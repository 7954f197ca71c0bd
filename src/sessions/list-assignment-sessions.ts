import { z } from 'zod'
import { findAssignment } from '../classroom/find-assignment.js'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { isOver, stageSchema } from '../domain/session/stages.js'
import { type SessionState, singers } from '../domain/session/state.js'
import { viewOf } from '../domain/session/view.js'
import { sessionViewSchema } from '../domain/session/view-schema.js'
import { namesOf } from './session-names.js'

/** A group as it is seen before one is in it: who is there and how far they are, nothing of what they write. */
export const groupSchema = z.strictObject({
  id: z.uuid(),
  stage: stageSchema,
  people: sessionViewSchema.shape.people,
  /** Whether somebody may still join. */
  hasRoom: z.boolean(),
  mine: z.boolean(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** For who teaches: texts that wait for a decision; `null` for students. */
  held: z.int().nullable(),
  aiPaused: z.boolean(),
})
export type Group = z.infer<typeof groupSchema>

/** More than any class has; those that are over are the first to be left out. */
const atMost = 200

interface Row {
  id: string
  state: SessionState
  startedAt: Date
  updatedAt: Date
}

/** Guests of a channel see what students see. */
const teaches = ({ role }: Actor): boolean => role === 'teacher' || role === 'assistant'

/** The groups of an assignment: a student sees their own and those that may be joined, who teaches there sees all. */
export async function listAssignmentSessions(
  ctx: Context,
  actor: Actor,
  { assignment: id }: { assignment: string },
): Promise<Group[]> {
  authorize(actor, 'session:read')
  const isTeaching = teaches(actor)
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    await findAssignment(ctx, tx, actor, id)
    const rows = await ctx.db.query<Row>(
      tx,
      `SELECT id, state, created_at AS "startedAt", updated_at AS "updatedAt" FROM sessions WHERE assignment_id = $1
       ORDER BY stage IN ('finished', 'cancelled'), created_at DESC LIMIT $2`,
      [id, atMost],
    )
    const groups = await Promise.all(rows.map((row) => groupOf(ctx, tx, actor, row)))
    return isTeaching ? groups : groups.filter(({ mine, stage }) => mine || !isOver(stage))
  })
}

async function groupOf(ctx: Context, tx: Tx, actor: Actor, { id, state, startedAt, updatedAt }: Row): Promise<Group> {
  const isTeaching = teaches(actor)
  const names = await namesOf(ctx, tx, state)
  const { people } = viewOf(state, actor.person, names, isTeaching ? 'teachers' : 'members')
  const { groupSize } = state.settings
  return {
    id,
    stage: state.stage,
    people,
    hasRoom: !isOver(state.stage) && (groupSize === null || singers(state).length < groupSize),
    mine: people.some(({ me, here }) => me && here),
    startedAt: startedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    held: isTeaching ? state.held.length : null,
    aiPaused: state.aiPaused,
  }
}
