import type { Context } from '../../src/context.js'
import type { Tx } from '../../src/db/database.js'
import type { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'
import { registrationOf } from '../registration/find-registration.js'
import { digestOf, newSecret, secretPattern } from '../secrets.js'

/** A sign-in may take as long as a person needs to type a password at the platform. */
const lifetimeMinutes = 15

export interface BegunLogin {
  state: string
  nonce: string
  /** What the browser holds, in a cookie or in the platform's storage, to show that it is the same one. */
  proof: string
}

/**
 * Writes down that a sign-in has begun. The database keeps digests alone, and need not wait for its disk: one that a crash
 * takes away is begun again.
 */
export async function beginLogin(
  ctx: Context,
  registration: string,
  target: string,
  deployment: string | null,
): Promise<BegunLogin> {
  const begun = { state: newSecret(), nonce: newSecret(), proof: newSecret() }
  await ctx.db.alone(
    `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
     INSERT INTO lti_states (state_digest, nonce_digest, browser_digest, registration_id, deployment_id, target_link_uri, expires_at)
     SELECT $1::bytea, $2::bytea, $3::bytea, $4::uuid, $5, $6, now() + make_interval(mins => $7) FROM unhurried`,
    [
      digestOf(begun.state),
      digestOf(begun.nonce),
      digestOf(begun.proof),
      registration,
      deployment,
      target,
      lifetimeMinutes,
    ],
  )
  return begun
}

export interface KnownState {
  digest: Buffer
  browserDigest: Buffer
  registration: Registration
  deploymentId: string | null
  targetLinkUri: string
}

/**
 * The sign-in that a state belongs to, with the platform that it was begun for; refuses one that is not ours, too old or used,
 * and a platform that is switched off. It is not used up yet.
 */
export async function readState(ctx: Context, state: string): Promise<KnownState> {
  if (!secretPattern.test(state)) throw refuse('state_unknown')
  const digest = digestOf(state)
  const [row] = await ctx.db.alone<{
    browser_digest: Buffer
    deployment_id: string | null
    target_link_uri: string
    expired: boolean
    used: boolean
    registration: Record<string, unknown>
  }>(
    `SELECT s.browser_digest, s.deployment_id, s.target_link_uri, s.expires_at < now() AS expired, s.used_at IS NOT NULL AS used,
            to_jsonb(r) AS registration
     FROM lti_states s JOIN lti_registrations r ON r.id = s.registration_id WHERE s.state_digest = $1`,
    [digest],
  )
  if (!row) throw refuse('state_unknown')
  if (row.used) throw refuse('state_used')
  if (row.expired) throw refuse('state_expired')
  if (row.registration.disabled_at) throw refuse('platform_disabled')
  return {
    digest,
    browserDigest: row.browser_digest,
    registration: registrationOf(ctx, row.registration),
    deploymentId: row.deployment_id,
    targetLinkUri: row.target_link_uri,
  }
}

/**
 * Uses the sign-in up, state and nonce at once: of any number of identical launches exactly one gets past this statement.
 * A nonce that is not this sign-in's leaves it as it was.
 */
export async function useState(ctx: Context, tx: Tx, known: KnownState, nonce: string): Promise<void> {
  const used = await ctx.db.query(
    tx,
    `UPDATE lti_states SET used_at = now()
     WHERE state_digest = $1 AND nonce_digest = $2 AND used_at IS NULL AND expires_at >= now() RETURNING 1`,
    [known.digest, digestOf(nonce)],
  )
  if (used.length === 1) return
  const [row] = await ctx.db.query<{ used: boolean }>(
    tx,
    'SELECT used_at IS NOT NULL AS used FROM lti_states WHERE state_digest = $1',
    [known.digest],
  )
  throw refuse(row?.used ? 'state_used' : 'nonce_mismatch')
}

/** Sign-ins that ended are kept for a day, so that a repeated one is told apart from an unknown one. */
export async function forgetOldStates(ctx: Context): Promise<void> {
  await ctx.db.alone(`DELETE FROM lti_states WHERE expires_at < now() - interval '1 day'`)
}
