import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { rowsOf } from '../db/short-lived.js'
import type { Actor } from '../domain/actor.js'

const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/** A new code, and what the database keeps of it. */
export function newPageCode(): { code: string; digest: Buffer } {
  const code = randomBytes(32).toString('base64url')
  return { code, digest: digestOf(code) }
}

/** A code for the way from a surface's door to its page: good once and for two minutes. Whoever reads the table cannot use it. */
export async function issuePageCode(ctx: Context, tx: Tx, actor: Actor): Promise<string> {
  const { code, digest } = newPageCode()
  await ctx.db.query(
    tx,
    `INSERT INTO page_codes (digest, actor, expires_at) VALUES ($1, $2, now() + interval '2 minutes')`,
    [digest, JSON.stringify(actor)],
  )
  return code
}

/** Whose code it is, or `null`: used up by this one statement, however many bring it at once. */
export async function takePageCode(ctx: Context, code: string): Promise<Actor | null> {
  const [row] = await ctx.db.alone<{ actor: Actor; fresh: boolean }>(
    'DELETE FROM page_codes WHERE digest = $1 RETURNING actor, expires_at > now() AS fresh',
    [digestOf(code)],
  )
  return row?.fresh ? row.actor : null
}

/** Codes that nobody came with. */
export const pageCodes = rowsOf('page_codes', 'expires_at < $1')
