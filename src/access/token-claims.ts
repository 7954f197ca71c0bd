import type { KeyObject } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { roleSchema, scopeSchema } from '../domain/actor.js'
import { AppError } from '../errors.js'

/** What an API token says of itself (RFC 7519): `sub` is the person, `jti` the row that can be revoked. */
const claimsSchema = z.object({
  jti: z.uuid(),
  tenant: z.uuid(),
  sub: z.string().min(1),
  role: roleSchema,
  scopes: z.array(scopeSchema).nullable(),
})
export type TokenClaims = z.infer<typeof claimsSchema>

/** No other of our tokens that the same secret signs is taken for an API token, nor the other way round. */
const audience = 'lmm-api'

export async function signClaims({ jti, sub, ...own }: TokenClaims, expires: Date, secret: KeyObject): Promise<string> {
  return await new SignJWT(own)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setJti(jti)
    .setSubject(sub)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(expires)
    .sign(secret)
}

/** Refuses with `unauthenticated` what we did not sign, what is over, and what is no API token. */
export async function readClaims(token: string, secret: KeyObject, now: Date): Promise<TokenClaims> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      audience,
      requiredClaims: ['exp'],
      currentDate: now,
    })
    return claimsSchema.parse(payload)
  } catch (cause) {
    const over = cause instanceof errors.JWTExpired
    throw new AppError(
      'unauthenticated',
      over ? 'This API token is over. Ask for a new one.' : 'This is not an API token of ours.',
      { cause },
    )
  }
}
