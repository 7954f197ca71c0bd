import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import type { Stage } from '../domain/session/stages.js'

export interface MySession {
  id: string
  stage: Stage
  topic: string
  /** The song's, once there is one. */
  title: string | null
  /** Id of the song that was handed in, where it was. */
  song: string | null
  updatedAt: Date
}

/** Sessions that somebody takes or took part in: those that go on first, then the latest. */
export async function listMySessions(ctx: Context, actor: Actor, atMost = 10): Promise<MySession[]> {
  authorize(actor, 'session:read')
  return await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query<MySession>(
      tx,
      `SELECT s.id, s.stage, s.state->'request'->>'topic' AS topic, s.state->>'title' AS title,
         s.state->'submission'->>'song' AS song, s.updated_at AS "updatedAt"
       FROM session_members m JOIN sessions s ON s.id = m.session_id WHERE m.person = $1
       ORDER BY s.stage IN ('finished', 'cancelled'), s.updated_at DESC LIMIT $2`,
      [actor.person, atMost],
    ),
  )
}
