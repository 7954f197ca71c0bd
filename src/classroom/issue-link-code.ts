import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { launchOf } from './find-assignment.js'
import { codeMinutes, linkCodeDigest, newLinkCode } from './link-code.js'

/**
 * A code for typing into a chat, which ties the account that types it to the actor: good once and for ten minutes, and kept only
 * as a digest. A new one takes the place of the one before. Rejects with `forbidden` whoever came in without a launch.
 */
export async function issueLinkCode(ctx: Context, actor: Actor): Promise<{ code: string; expiresAt: Date }> {
  authorize(actor, 'account:link')
  const { course } = launchOf(actor)
  const code = newLinkCode()
  const expiresAt = new Date(ctx.now().getTime() + codeMinutes * 60_000)
  await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query(
      tx,
      `INSERT INTO link_codes (person_id, course_id, digest, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (tenant_id, person_id) DO UPDATE SET
         course_id = EXCLUDED.course_id, digest = EXCLUDED.digest, expires_at = EXCLUDED.expires_at, used_at = NULL`,
      [actor.person, course, linkCodeDigest(ctx, code), expiresAt],
    ),
  )
  return { code, expiresAt }
}
