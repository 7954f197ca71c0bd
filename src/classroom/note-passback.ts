import type { Context } from '../context.js'
import type { PassbackState } from '../domain/assignment.js'
import { enqueuePassback, type Passback, type PassbackScore } from './passback.js'

interface Note {
  state: PassbackState
  /** For the teacher; `null` when there is nothing to explain. */
  reason: string | null
  score?: Partial<PassbackScore>
  /** When to try again; nothing for an end. */
  again?: Date
}

/**
 * Writes down what became of a try, together with the next one. A try of a grade that has changed meanwhile is not written
 * down: the newer grade has its own job.
 */
export async function notePassback(
  ctx: Context,
  tenant: string,
  { id, revision, score }: Passback,
  note: Note,
): Promise<boolean> {
  return await ctx.db.inTenant(tenant, async (tx) => {
    const rows = await ctx.db.query(
      tx,
      `UPDATE passbacks SET state = $3, reason = $4, score = score || $5::jsonb, attempts = attempts + 1, updated_at = now()
       WHERE id = $1 AND grade_revision = $2 RETURNING 1`,
      [id, revision, note.state, note.reason, JSON.stringify(note.score ?? {})],
    )
    if (rows.length === 0) return false
    Object.assign(score, note.score)
    if (note.again) await enqueuePassback(ctx, tx, { tenant, passback: id }, note.again)
    return true
  })
}

/**
 * Gives the try its timestamp before it goes out, once for each grade; false when the grade has changed meanwhile. Gradebooks
 * compare whole seconds and take only what is later, so it is a second after the one before where the clock would say less.
 */
export async function stampPassback(ctx: Context, tenant: string, passback: Passback): Promise<boolean> {
  const { after } = passback.score
  const earliest = after ? Math.floor(Date.parse(after) / 1000) * 1000 + 1000 : 0
  const timestamp = new Date(Math.max(ctx.now().getTime(), earliest)).toISOString()
  const rows = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(
      tx,
      'UPDATE passbacks SET score = score || $3::jsonb WHERE id = $1 AND grade_revision = $2 RETURNING 1',
      [passback.id, passback.revision, JSON.stringify({ timestamp })],
    ),
  )
  passback.score.timestamp = timestamp
  return rows.length === 1
}
