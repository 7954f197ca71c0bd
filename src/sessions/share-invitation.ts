import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { isHost } from '../domain/session/decide-room.js'
import { notHere, notYours, outOfStage } from '../domain/session/refusals.js'
import { isOver } from '../domain/session/stages.js'
import { participantOf } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { newInvitation, openInvitation } from './invitation.js'
import { openForReading } from './read-session.js'
import { lockSession, noSuchSession, type SessionRow } from './session-row.js'

export interface SharedInvitation {
  id: string
  invitation: string
}

/** Who takes part may bring others in; groups of a course are joined from the course. */
function mayShare({ state, course }: SessionRow, person: string): void {
  if (course !== null) throw new AppError('not_found', 'A group of a course is joined from the course, without a link.')
  if (!participantOf(state, person)?.here) throw notHere()
  if (isOver(state.stage)) throw outOfStage(state, '')
}

/** The invitation, for those who take part, whatever tab or machine they are at. Rejects with `gone` where a new one is needed. */
export async function readInvitation(ctx: Context, actor: Actor, session: string): Promise<SharedInvitation> {
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const { row } = await openForReading(ctx, tx, actor, session)
    mayShare(row, actor.person)
    return { id: session, invitation: await openInvitation(ctx, tx, session) }
  })
}

/** A new invitation in the place of the old one, which lets nobody in any more: for when a link has gone astray. */
export async function renewInvitation(ctx: Context, actor: Actor, session: string): Promise<SharedInvitation> {
  authorize(actor, 'session:command')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const row = await lockSession(ctx, tx, session)
    if (!participantOf(row.state, actor.person)) throw noSuchSession()
    mayShare(row, actor.person)
    if (!isHost(row.state, actor.person)) throw notYours('The host of the session makes a new link.')
    const { invitation, digest, sealed } = newInvitation(ctx, session)
    const sql = 'UPDATE sessions SET invitation = $2, invitation_sealed = $3 WHERE id = $1'
    await ctx.db.query(tx, sql, [session, digest, sealed])
    return { id: session, invitation }
  })
}
