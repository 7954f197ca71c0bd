import { decodeProtectedHeader, errors, type JWK, type JWTPayload, jwtVerify } from 'jose'
import type { Registration } from '../models/registration.js'
import { type RefusalName, refuse } from '../refusals.js'
import type { PlatformKeys } from './platform-keys.js'

/** Clocks differ; a token that ended this many seconds ago still counts. */
const expiryLeeway = 10
/** How far ahead of ours a platform's clock may be, in seconds. */
const futureLeeway = 60

/** A token whose signature, times, issuer and audience hold, with the key that it was signed with. */
export interface VerifiedToken {
  payload: JWTPayload & { nonce: string }
  key: JWK
}

const reasons: Record<string, RefusalName> = {
  ERR_JWT_EXPIRED: 'token_expired',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'token_signature',
  ERR_JOSE_ALG_NOT_ALLOWED: 'token_algorithm',
  ERR_JWKS_NO_MATCHING_KEY: 'token_key',
}

function reasonOf(error: unknown): RefusalName {
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'iss') return 'issuer_mismatch'
    if (error.claim === 'aud') return 'audience_mismatch'
    if (error.claim === 'exp') return 'token_expired'
    return 'token_time'
  }
  return error instanceof errors.JOSEError ? (reasons[error.code] ?? 'token_malformed') : 'token_malformed'
}

/**
 * Checks an id_token as IMS Security Framework 1.0, 5.1.3 asks, for one registration: RS256 with a key the platform publishes
 * (key hints in the header are not followed), issuer, audience, azp, times, nonce present. Refuses with what is wrong.
 */
export async function verifyToken(
  token: string,
  registration: Registration,
  keys: PlatformKeys,
  now: Date,
): Promise<VerifiedToken> {
  const header = readHeader(token)
  if (header.alg !== 'RS256') throw refuse('token_algorithm')
  if (typeof header.kid !== 'string' || header.kid === '') throw refuse('token_key', 'the token names no key (kid)')
  const { resolve, key } = await keys.holding(header.kid, registration.jwksUrl)
  const { payload } = await jwtVerify(token, resolve, {
    algorithms: ['RS256'],
    issuer: registration.issuer,
    audience: registration.clientId,
    clockTolerance: expiryLeeway,
    currentDate: now,
    requiredClaims: ['exp'],
  }).catch((error: unknown) => {
    throw refuse(reasonOf(error), undefined, { cause: error })
  })
  const { aud, azp, iat, nonce } = payload
  if (Array.isArray(aud) && aud.some((audience) => audience !== registration.clientId))
    throw refuse('audience_mismatch', 'aud names other tools too')
  if (azp !== undefined && azp !== registration.clientId) throw refuse('audience_mismatch', 'azp')
  if (typeof iat !== 'number' || iat > now.getTime() / 1000 + futureLeeway) throw refuse('token_time', 'iat')
  if (typeof nonce !== 'string' || nonce === '') throw refuse('nonce_mismatch', 'nonce')
  return { payload: { ...payload, nonce }, key }
}

function readHeader(token: string): { alg?: string; kid?: unknown } {
  try {
    return decodeProtectedHeader(token)
  } catch (cause) {
    throw refuse('token_malformed', undefined, { cause })
  }
}
