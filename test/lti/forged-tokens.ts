import { createSecretKey, generateKeyPairSync } from 'node:crypto'
import { exportJWK, type JWTPayload, SignJWT } from 'jose'
import type { Lms } from '../../lti/sandbox/model.js'

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

const signWith = async (
  lms: Lms,
  claims: JWTPayload,
  header: { alg?: string; kid?: string } & Record<string, unknown>,
) => {
  const { kid, privateKey } = lms.keys.at(-1)!
  return await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey)
}

/** Tokens as somebody would make them who wants in, or as a platform that does not know better. */
export const forged: Record<string, (lms: Lms, claims: JWTPayload) => Promise<string> | string> = {
  'no kid': (lms, claims) => signWith(lms, claims, { kid: undefined as never }),
  'an unknown kid': (lms, claims) => signWith(lms, claims, { kid: 'another-key' }),
  'no JWT at all': () => 'not-a-token',
  'three parts of nonsense': () => 'a.b.c',
  'alg none': (lms, claims) => `${part({ alg: 'none', kid: lms.keys[0]!.kid })}.${part(claims)}.`,
  'HS256 with the public key as its secret': async (lms, claims) => {
    const { kid, publicKey } = lms.keys[0]!
    const secret = createSecretKey(Buffer.from(publicKey.export({ type: 'spki', format: 'pem' })))
    return await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(secret)
  },
  PS256: (lms, claims) => signWith(lms, claims, { alg: 'PS256' }),
  RS384: (lms, claims) => signWith(lms, claims, { alg: 'RS384' }),
  'a payload that was changed': async (lms, claims) => {
    const [header, , signature] = (await signWith(lms, claims, {})).split('.')
    return `${header}.${part({ ...claims, sub: '2' })}.${signature}`
  },
  "a stranger's signature": (lms, claims) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: lms.keys[0]!.kid }).sign(stranger.privateKey),
  "a stranger's key in its own header (jwk)": async (lms, claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: lms.keys[0]!.kid, jwk: await exportJWK(stranger.publicKey) })
      .sign(stranger.privateKey),
  "a stranger's key by address (jku)": (lms, claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'strange', jku: `${lms.base}/strange-jwks` })
      .sign(stranger.privateKey),
  "a stranger's certificate by address (x5u)": (lms, claims) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'strange', x5u: `${lms.base}/strange.pem` })
      .sign(stranger.privateKey),
}

export const withHints = (lms: Lms, claims: JWTPayload): Promise<string> =>
  signWith(lms, claims, { jku: `${lms.base}/nowhere`, x5u: `${lms.base}/nowhere.pem` })
