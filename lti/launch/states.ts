import type { Context } from '../../src/context.js'
import type { Tx } from '../../src/db/database.js'
import type { NewLaunch } from '../models/launch.js'
import type { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'
import { type Home, registrationOf } from '../registration/find-registration.js'
import { digestOf, newSecret, secretPattern } from '../secrets.js'
import type { LoginRequest } from './login-request.js'

/** A sign-in may take as long as a person needs to type a password at the platform. */
const lifetimeMinutes = 15

export interface BegunLogin {
  state: string
  nonce: string
  /** What the browser holds, in a cookie or in the platform's storage, to show that it is the same one. */
  proof: string
}

/**
 * Finds the platform and writes down that a sign-in has begun, in one statement. The database keeps digests alone, and need not
 * wait for its disk: a sign-in that a crash takes away is begun again. All hosted Canvas share one issuer: without a client id
 * several platforms may match, and none is guessed.
 */
export async function beginLogin(
  ctx: Context,
  { iss, client_id: clientId, target_link_uri: target, lti_deployment_id: deployment }: LoginRequest,
): Promise<{ registration: Registration; begun: BegunLogin }> {
  const begun = { state: newSecret(), nonce: newSecret(), proof: newSecret() }
  const rows = await ctx.db.alone<{ row: Record<string, unknown> }>(
    `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)),
     found AS (SELECT r.* FROM lti_registrations r, unhurried WHERE issuer = $1 AND ($2::text IS NULL OR client_id = $2)),
     begun AS (
       INSERT INTO lti_states (state_digest, nonce_digest, browser_digest, registration_id, deployment_id, target_link_uri, expires_at)
       SELECT $3::bytea, $4::bytea, $5::bytea, id, $6, $7, now() + make_interval(mins => $8)
       FROM found WHERE disabled_at IS NULL AND (SELECT count(*) FROM found WHERE disabled_at IS NULL) = 1)
     SELECT to_jsonb(found) AS row FROM found`,
    [
      iss,
      clientId ?? null,
      digestOf(begun.state),
      digestOf(begun.nonce),
      digestOf(begun.proof),
      deployment ?? null,
      target,
      lifetimeMinutes,
    ],
  )
  const found = rows.map(({ row }) => row)
  const enabled = found.filter(({ disabled_at: disabledAt }) => disabledAt === null)
  if (enabled.length > 1) throw refuse('platform_ambiguous', `${enabled.length} registrations of one issuer`)
  const [row] = enabled
  if (row) return { registration: registrationOf(ctx, row), begun }
  if (found.length > 0) throw refuse('platform_disabled')
  throw refuse('platform_unknown', `It calls itself ${iss}, and this tool ${clientId ?? '(no client_id)'}.`)
}

export interface KnownState {
  digest: Buffer
  browserDigest: Buffer
  registration: Registration
  /** Every deployment of it that is registered, by the platform's id. */
  homes: Map<string, Home>
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
    homes: [deploymentId: string, deployment: string, tenant: string][] | null
  }>(
    `SELECT s.browser_digest, s.deployment_id, s.target_link_uri, s.expires_at < now() AS expired, s.used_at IS NOT NULL AS used,
            to_jsonb(r) AS registration,
            (SELECT jsonb_agg(jsonb_build_array(d.deployment_id, d.id, d.tenant_id)) FROM lti_deployments d WHERE d.registration_id = r.id) AS homes
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
    homes: new Map((row.homes ?? []).map(([id, deployment, tenant]) => [id, { deployment, tenant }])),
    deploymentId: row.deployment_id,
    targetLinkUri: row.target_link_uri,
  }
}

/**
 * Uses the sign-in up, state and nonce at once, and writes down the launch that it was for: of any number of identical launches
 * exactly one gets past this statement. A nonce that is not this sign-in's leaves it as it was.
 */
export async function useState(
  ctx: Context,
  tx: Tx,
  known: KnownState,
  nonce: string,
  launch: NewLaunch,
): Promise<void> {
  const used = await ctx.db.query(
    tx,
    `WITH used AS (
       UPDATE lti_states SET used_at = now()
       WHERE state_digest = $1 AND nonce_digest = $2 AND used_at IS NULL AND expires_at >= now() RETURNING 1)
     INSERT INTO lti_launches (id, deployment, person_id, course_id, assignment_id, role, message_type, details)
     SELECT $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::uuid, $8, $9, $10::jsonb FROM used RETURNING 1`,
    [
      known.digest,
      digestOf(nonce),
      launch.id,
      launch.deployment,
      launch.personId,
      launch.courseId,
      launch.assignmentId,
      launch.role,
      launch.messageType,
      JSON.stringify(launch.details),
    ],
  )
  if (used.length === 1) return
  await refuseUsed(ctx, known)
}

/** Says why a sign-in could not be used up: it was, or the nonce is not its own. */
export async function refuseUsed(ctx: Context, { digest }: KnownState): Promise<never> {
  const [row] = await ctx.db.alone<{ used: boolean }>(
    'SELECT used_at IS NOT NULL AS used FROM lti_states WHERE state_digest = $1',
    [digest],
  )
  throw refuse(row?.used ? 'state_used' : 'nonce_mismatch')
}
