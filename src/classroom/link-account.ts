import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Actor, Role } from '../domain/actor.js'
import type { AccountLink, ChatAccount } from '../domain/chat.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { launchOf } from './find-assignment.js'
import { linkedPeople } from './know-account.js'
import { linkCodeDigest, readLinkCode } from './link-code.js'
import { codeOld, codeUnknown, codeUsed, leftCourse, linkedToAnother, tooManyTries } from './link-refusals.js'

const tries = { points: 10, seconds: 600 }

/**
 * Ties a chat account to the person whose page showed the code. The same account may type it again; for any other it is used up
 * by one statement. Rejects with the refusals of link-refusals.ts, and then the code is still good.
 */
export async function linkAccount(
  ctx: Context,
  account: ChatAccount,
  typed: string,
): Promise<{ courseTitle: string | null; role: Role }> {
  const limit = ctx.shared.rateLimit('link-codes', tries.points, tries.seconds)
  const { allowed, resetAfter } = await limit.take(`${account.platform}:${account.space}:${account.user}`)
  if (!allowed) throw tooManyTries(resetAfter)
  const code = readLinkCode(typed)
  if (!code) throw codeUnknown()
  const digest = linkCodeDigest(ctx, code)
  const [found] = await ctx.db.alone<{ tenant: string | null }>('SELECT lmm_link_code_tenant($1) AS tenant', [digest])
  if (!found?.tenant) throw codeUnknown()
  return await ctx.db.inTenant(found.tenant, async (tx) => {
    const { person, course } = await takeCode(ctx, tx, account, digest)
    const [member] = await ctx.db.query<{ role: Role; courseTitle: string | null }>(
      tx,
      `SELECT role, title AS "courseTitle" FROM memberships JOIN courses ON courses.id = course_id
       WHERE course_id = $1 AND person_id = $2 AND left_at IS NULL`,
      [course, person],
    )
    if (!member) throw leftCourse()
    const linked = await ctx.db.query(
      tx,
      `INSERT INTO account_links AS before (id, person_id, platform, space, account, name, linked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (platform, space, account, tenant_id) DO UPDATE SET name = EXCLUDED.name
         WHERE before.person_id = EXCLUDED.person_id
       RETURNING 1`,
      [randomUUID(), person, account.platform, account.space, account.user, account.name, ctx.now()],
    )
    if (linked.length === 0) throw linkedToAnother()
    return member
  })
}

interface Owner {
  person: string
  course: string
}

async function takeCode(ctx: Context, tx: Tx, account: ChatAccount, digest: Buffer): Promise<Owner> {
  const [taken] = await ctx.db.query<Owner>(
    tx,
    `UPDATE link_codes SET used_at = $2 WHERE digest = $1 AND used_at IS NULL AND expires_at > $2
     RETURNING person_id AS person, course_id AS course`,
    [digest, ctx.now()],
  )
  if (taken) return taken
  const [spent] = await ctx.db.query<Owner & { used: boolean; mine: boolean }>(
    tx,
    `SELECT c.person_id AS person, c.course_id AS course, c.used_at IS NOT NULL AS used, l.id IS NOT NULL AS mine
     FROM link_codes c LEFT JOIN account_links l
       ON l.person_id = c.person_id AND l.platform = $2 AND l.space = $3 AND l.account = $4
     WHERE c.digest = $1`,
    [digest, account.platform, account.space, account.user],
  )
  if (!spent) throw codeUnknown()
  if (!spent.used) throw codeOld()
  if (!spent.mine) throw codeUsed()
  return spent
}

/** Undoes all links of an account, in every school; how many there were. */
export async function unlinkAccount(ctx: Context, account: ChatAccount): Promise<number> {
  const tenants = (await linkedPeople(ctx, account)).map(({ tenant }) => tenant)
  const removed = await Promise.all(
    tenants.map((tenant) =>
      ctx.db.inTenant(tenant, (tx) =>
        ctx.db.query(tx, 'DELETE FROM account_links WHERE platform = $1 AND space = $2 AND account = $3 RETURNING 1', [
          account.platform,
          account.space,
          account.user,
        ]),
      ),
    ),
  )
  return removed.flat().length
}

/** The actor's own, the newest first. */
export async function listAccountLinks(ctx: Context, actor: Actor): Promise<AccountLink[]> {
  authorize(actor, 'account:link')
  launchOf(actor)
  const rows = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query<Omit<AccountLink, 'linkedAt'> & { linkedAt: Date }>(
      tx,
      `SELECT id, platform, name, linked_at AS "linkedAt" FROM account_links WHERE person_id = $1
       ORDER BY linked_at DESC, id`,
      [actor.person],
    ),
  )
  return rows.map((row) => ({ ...row, linkedAt: row.linkedAt.toISOString() }))
}

/** Undoes one of the actor's own; from then on the account is nobody in chat. Somebody else's is `not_found`. */
export async function removeAccountLink(ctx: Context, actor: Actor, id: string): Promise<void> {
  authorize(actor, 'account:link')
  launchOf(actor)
  const removed = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query(tx, 'DELETE FROM account_links WHERE id = $1 AND person_id = $2 RETURNING 1', [id, actor.person]),
  )
  if (removed.length === 0) throw new AppError('not_found', 'This account is not linked to you any more.')
}
