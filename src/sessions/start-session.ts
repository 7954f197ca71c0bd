import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { type Deed, type SessionRequest, sessionRequestSchema } from '../domain/session/commands.js'
import type { Outcome } from '../domain/session/decision.js'
import { unsafeRequest } from '../domain/session/refusals.js'
import { type SessionSettings, usualSettings } from '../domain/session/settings.js'
import { type SurfaceName, surfaceSchema } from '../domain/session/stages.js'
import { emptyState } from '../domain/session/state.js'
import { newInvitation } from './invitation.js'
import { appendEvents } from './session-row.js'
import { refuseUnfit, whyUnsafe } from './words-of-deed.js'

export const startSessionSchema = z.strictObject({
  request: sessionRequestSchema.partial().default({}),
  settings: z
    .strictObject({
      closeWhenAllVoted: z.boolean().default(true),
      /** After so many minutes a stage closes by itself; `null`: it waits for the host. */
      stageMinutes: z
        .int()
        .min(1)
        .max(7 * 24 * 60)
        .nullable()
        .default(null),
      showNames: z.boolean().default(true),
    })
    .prefault({}),
  surface: surfaceSchema.default('web'),
})
export type StartSession = z.infer<typeof startSessionSchema>

export interface StartedSession {
  id: string
  /** Whoever has it may join. */
  invitation: string
}

/** What the session is for, where a surface knows: sessions of an assignment are joined by those of its course. */
export interface Home {
  assignment: string
  course: string
}

/** A surface's own rows about a session that begins, in the same transaction; when it rejects, nothing has begun. */
export type Alongside = (tx: Tx, started: StartedSession) => Promise<void>

/** Begins a session; whoever begins it is in it, as its host (a teacher as its teacher). */
export async function startSession(
  ctx: Context,
  actor: Actor,
  input: StartSession,
  alongside?: Alongside,
): Promise<StartedSession> {
  authorize(actor, 'session:start')
  const { request, settings, surface } = input
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const started = await openSession(ctx, tx, actor, {
      request: { ...emptyState.request, ...request },
      settings: { ...usualSettings, ...settings },
      surface,
      home: null,
    })
    await alongside?.(tx, started)
    return started
  })
}

interface Opening {
  request: SessionRequest
  settings: SessionSettings
  surface: SurfaceName
  home: Home | null
}

/** The rows of a new session, with its first events. Rejects with `unsafe_topic`. */
export async function openSession(
  ctx: Context,
  tx: Tx,
  { person, role }: Actor,
  { request, settings, surface, home }: Opening,
): Promise<StartedSession> {
  const opening: Deed = { type: 'setRequest', request }
  refuseUnfit(opening)
  if (whyUnsafe(opening, emptyState)) throw unsafeRequest(request.gradeLevel)
  const id = randomUUID()
  const { invitation, digest, sealed } = newInvitation(ctx, id)
  const [assignment, course] = [home?.assignment ?? null, home?.course ?? null]
  await ctx.db.query(
    tx,
    `INSERT INTO sessions (id, assignment_id, course_id, invitation, invitation_sealed, seq, stage, state)
     VALUES ($1, $2, $3, $4, $5, 0, $6, $7)`,
    [id, assignment, course, digest, sealed, emptyState.stage, JSON.stringify(emptyState)],
  )
  const outcomes: Outcome[] = [
    { event: { type: 'started', request, settings } },
    { event: { type: 'joined', role: role === 'teacher' ? 'teacher' : 'host' } },
  ]
  await appendEvents(ctx, tx, { id, assignment, course, invitation: digest, state: emptyState }, outcomes, {
    person,
    surface,
  })
  await ctx.db.query(tx, 'INSERT INTO session_members (session_id, person) VALUES ($1, $2)', [id, person])
  return { id, invitation }
}
