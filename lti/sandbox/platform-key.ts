import { generateKeyPair, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { exportJWK, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import type { Lms, PlatformKey } from './model.js'

export async function newKey(): Promise<PlatformKey> {
  const pair = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { kid: randomUUID(), ...pair }
}

/** What /jwks answers. */
export async function publishedKeys({ keys }: Pick<Lms, 'keys'>): Promise<JSONWebKeySet> {
  return {
    keys: await Promise.all(
      keys.map(async ({ kid, publicKey }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' })),
    ),
  }
}

/** Signs with the newest key. */
export async function sign({ keys }: Pick<Lms, 'keys'>, payload: JWTPayload): Promise<string> {
  const { kid, privateKey } = keys.at(-1)!
  return await new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(privateKey)
}

/** `overlap`: the old key stays published, as a careful platform does it. */
export async function rotateKey(lms: Lms, { overlap }: { overlap: boolean }): Promise<void> {
  lms.keys = [...(overlap ? lms.keys.slice(-1) : []), await newKey()]
}
