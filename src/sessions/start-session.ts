import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { sessionRequestSchema } from '../domain/session/commands.js'
import type { Outcome } from '../domain/session/decision.js'
import { type SurfaceName, surfaceSchema } from '../domain/session/stages.js'
import { emptyState } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { unsafeWords } from '../music/words/safety.js'
import { appendEvents } from './session-row.js'

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
  /** Whoever has it may join; it is shown this once. */
  invitation: string
}

export const digestOf = (invitation: string): Buffer => createHash('sha256').update(invitation).digest()

/** What the session is for, where a surface knows: sessions of an assignment are joined by those of its course. */
interface Home {
  assignment: string
  course: string
}

/** Begins a session; whoever begins it is in it, as its host (a teacher as its teacher). */
export async function startSession(
  ctx: Context,
  actor: Actor,
  input: StartSession,
  home: Home | null = null,
): Promise<StartedSession> {
  authorize(actor, 'session:start')
  const request = { ...emptyState.request, ...input.request }
  const unsafe = unsafeWords([request.topic, ...request.keyTerms, ...request.facts].join('\n'), request.gradeLevel, {
    topic: request.topic,
  })
  if (unsafe.length > 0)
    throw new AppError(
      'unsafe_topic',
      `This does not fit a song for grade ${request.gradeLevel}. Please choose another topic or other words.`,
    )
  const id = randomUUID()
  const invitation = randomBytes(18).toString('base64url')
  const role = actor.role === 'teacher' ? 'teacher' : 'host'
  const outcomes: Outcome[] = [
    { event: { type: 'started', request, settings: input.settings } },
    { event: { type: 'joined', role } },
  ]
  await ctx.db.inTenant(actor.tenant, async (tx) => {
    await ctx.db.query(
      tx,
      'INSERT INTO sessions (id, assignment_id, course_id, invitation, seq, stage, state) VALUES ($1, $2, $3, $4, 0, $5, $6)',
      [
        id,
        home?.assignment ?? null,
        home?.course ?? null,
        digestOf(invitation),
        emptyState.stage,
        JSON.stringify(emptyState),
      ],
    )
    const row = {
      id,
      assignment: home?.assignment ?? null,
      course: home?.course ?? null,
      invitation: digestOf(invitation),
      state: emptyState,
    }
    await appendEvents(ctx, tx, row, outcomes, { person: actor.person, surface: input.surface as SurfaceName })
    await ctx.db.query(tx, 'INSERT INTO session_members (session_id, person) VALUES ($1, $2)', [id, actor.person])
  })
  return { id, invitation }
}
