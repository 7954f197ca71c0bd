import { timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import type { Command, Deed } from '../domain/session/commands.js'
import { decide } from '../domain/session/decide.js'
import type { LineCheck } from '../domain/session/line-check.js'
import type { ParticipantRole } from '../domain/session/stages.js'
import { participantOf, type SessionState } from '../domain/session/state.js'
import { viewOf } from '../domain/session/view.js'
import type { SessionView } from '../domain/session/view-schema.js'
import { checkLine } from './check-line.js'
import { finishSession } from './finish-session.js'
import { followUp, newId } from './follow-up.js'
import { digestOf } from './invitation.js'
import { keepToOneGroup } from './one-group.js'
import { namesOf } from './session-names.js'
import { appendEvents, lockSession, noSuchSession, type SessionRow } from './session-row.js'
import { songRequestOf } from './song-request.js'
import { refuseUnfit, whyUnsafe } from './words-of-deed.js'

export interface GivenCommand {
  session: string
  command: Command
  /** Shown by whoever joins by a link. */
  invitation?: string | undefined
}

export interface CommandAnswer {
  view: SessionView
  /** Of a line that was written: what the checks say. */
  check: LineCheck | null
}

/** As what somebody may join: who belongs to the course, or shows the invitation. `null`: not at all. */
async function roleFor(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { course, invitation }: SessionRow,
  shown: string | undefined,
): Promise<ParticipantRole | null> {
  const role = actor.role === 'teacher' ? 'teacher' : 'member'
  if (shown !== undefined && timingSafeEqual(digestOf(shown), invitation)) return role
  if (course === null || actor.launch?.course !== course) return null
  // Only a channel that the course's teacher opened to guests gives a guest a course.
  if (actor.role === 'guest') return role
  const [member] = await ctx.db.query(
    tx,
    `SELECT 1 FROM memberships WHERE course_id = $1 AND person_id::text = $2 AND left_at IS NULL AND role <> 'observer'`,
    [course, actor.person],
  )
  return member ? role : null
}

function checkOf(deed: Deed, state: SessionState): LineCheck | null {
  if (deed.type !== 'contributeLine' && deed.type !== 'editLine') return null
  const line = state.lines.find(({ id }) => id === deed.line)
  return line ? checkLine(deed.text, line, state.lines, state.request) : null
}

/**
 * Carries a command out: once, however often it comes, and in turn with all others of its session. Rejects as
 * `src/domain/session/decide` says, and with `not_found` whoever may not know that the session exists.
 */
export async function giveCommand(
  ctx: Context,
  actor: Actor,
  { session, command, invitation }: GivenCommand,
): Promise<CommandAnswer> {
  authorize(actor, 'session:command')
  refuseUnfit(command.deed)
  const { state, changed, view } = await ctx.db.inTenant(actor.tenant, async (tx) => {
    const row = await lockSession(ctx, tx, session)
    const known = participantOf(row.state, actor.person)
    const role = known?.role ?? (await roleFor(ctx, tx, actor, row, invitation))
    if (role === null) throw noSuchSession()
    const [before] = await ctx.db.query(tx, 'SELECT 1 FROM session_commands WHERE session_id = $1 AND id = $2', [
      session,
      `${actor.person}:${command.id}`,
    ])
    const shown = async (state: SessionState) => viewOf(state, actor.person, await namesOf(ctx, tx, state))
    if (before) return { state: row.state, changed: false, view: await shown(row.state) }
    if (!known?.here && command.deed.type === 'join' && role !== 'teacher')
      await keepToOneGroup(ctx, tx, row, actor.person)
    const outcomes = decide(row.state, command, {
      person: actor.person,
      role,
      now: ctx.now().toISOString(),
      unsafe: whyUnsafe(command.deed, row.state),
      newId,
    })
    if (row.state.stage === 'lobby' && outcomes.some(({ event }) => event.type === 'generationAsked'))
      songRequestOf(row.state.request, session)
    const state = await appendEvents(ctx, tx, row, outcomes, { person: actor.person, surface: command.surface })
    await ctx.db.query(tx, 'INSERT INTO session_commands (session_id, id, seq) VALUES ($1, $2, $3)', [
      session,
      `${actor.person}:${command.id}`,
      state.seq,
    ])
    if (!known)
      await ctx.db.query(
        tx,
        'INSERT INTO session_members (session_id, person) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [session, actor.person],
      )
    await followUp(ctx, tx, { tenant: actor.tenant, session }, outcomes, state)
    if (state.stage === 'finished' && row.state.stage !== 'finished') await finishSession(ctx, tx, row, state)
    return { state, changed: outcomes.length > 0, view: await shown(state) }
  })
  if (changed) ctx.events.emit('session.changed', { tenant: actor.tenant, session, seq: state.seq })
  return { view, check: checkOf(command.deed, state) }
}
