import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import type { Family } from '../models/registration.js'
import { digestOf, newSecret, secretPattern } from '../secrets.js'

const lifetimeHours = 48

/** A link that registers one platform: an administrator gives it to the platform, which brings it with its own answer address. */
export async function invite(ctx: Context, family: Family): Promise<{ url: string; expiresAt: Date }> {
  const secret = newSecret()
  const [row] = await ctx.db.outsideTenants((tx) =>
    ctx.db.query<{ expires_at: Date }>(
      tx,
      'INSERT INTO lti_invites (digest, family, expires_at) VALUES ($1, $2, now() + make_interval(hours => $3)) RETURNING expires_at',
      [digestOf(secret), family, lifetimeHours],
    ),
  )
  return { url: `${ctx.config.publicUrl}/lti/register?invite=${secret}`, expiresAt: row!.expires_at }
}

const refused = (message: string) =>
  new AppError('forbidden', `${message} Make a new one with: npm run lmm -- lti invite`, { reason: 'invite_refused' })

/**
 * The invite behind a registration link. One that was used stays good for the platform it registered, so that a repeated
 * registration updates; for any other it is used up.
 */
export async function readInvite(
  ctx: Context,
  secret: string,
): Promise<{ digest: Buffer; family: Family; registrationId: string | null }> {
  if (!secretPattern.test(secret)) throw refused('This registration link is not one of ours.')
  const digest = digestOf(secret)
  const [row] = await ctx.db.outsideTenants((tx) =>
    ctx.db.query<{ family: Family; registration_id: string | null; expired: boolean }>(
      tx,
      'SELECT family, registration_id, expires_at < now() AS expired FROM lti_invites WHERE digest = $1',
      [digest],
    ),
  )
  if (!row) throw refused('This registration link is not one of ours.')
  if (row.expired) throw refused('This registration link is too old.')
  return { digest, family: row.family, registrationId: row.registration_id }
}

/**
 * Takes the invite for one registration run; of two at once one is refused. A run that came to nothing frees it after two
 * minutes; one that registered a platform keeps it for that platform.
 */
export async function claimInvite(ctx: Context, digest: Buffer, issuer: string): Promise<void> {
  const rows = await ctx.db.outsideTenants((tx) =>
    ctx.db.query(
      tx,
      `UPDATE lti_invites SET used_at = now() WHERE digest = $1 AND expires_at >= now()
         AND CASE WHEN registration_id IS NULL THEN used_at IS NULL OR used_at < now() - interval '2 minutes'
             ELSE EXISTS (SELECT 1 FROM lti_registrations r WHERE r.id = registration_id AND r.issuer = $2) END RETURNING 1`,
      [digest, issuer],
    ),
  )
  if (rows.length === 0) throw refused('This registration link has been used, or is being used just now.')
}

export async function bindInvite(ctx: Context, digest: Buffer, registrationId: string): Promise<void> {
  await ctx.db.outsideTenants((tx) =>
    ctx.db.query(tx, 'UPDATE lti_invites SET registration_id = $2 WHERE digest = $1', [digest, registrationId]),
  )
}
