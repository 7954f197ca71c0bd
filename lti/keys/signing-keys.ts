import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, exportJWK, importJWK, type JSONWebKeySet, type JWK } from 'jose'
import type { Context } from '../../src/context.js'
import { seal, unseal } from '../../src/sealed.js'

const purpose = 'lti signing key'
/** A new key is published this long before it signs, so that platforms which keep our set for a while know it by then. */
const overlapHours = 2
/** How long a key that signs no more stays published: longer than any token that it signed is believed. */
const keptDays = 7

export interface SigningKey {
  kid: string
  key: Awaited<ReturnType<typeof importJWK>>
}

/** A 2048-bit RSA key, made off the event loop. */
const makePair = () => promisify(generateKeyPair)('rsa', { modulusLength: 2048 })

/** Publishes a key. The first one signs at once, a later one after the overlap. Returns its id. */
export async function publishKey(ctx: Context, pair: KeyPairKeyObjectResult, signsInHours = 0): Promise<string> {
  const [privateJwk, bare] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)])
  const kid = await calculateJwkThumbprint(bare)
  const publicJwk = { ...bare, kid, alg: 'RS256', use: 'sig' }
  await ctx.db.outsideTenants(async (tx) => {
    // Two processes may find that there is no key at once: the second one's waits its turn and is not needed.
    await ctx.db.query(tx, `SELECT pg_advisory_xact_lock(hashtext('lti_keys'))`)
    const [first] = await ctx.db.query(tx, 'SELECT 1 FROM lti_keys WHERE retired_at IS NULL LIMIT 1')
    if (first && signsInHours === 0) return
    await ctx.db.query(
      tx,
      `INSERT INTO lti_keys (kid, public_jwk, private_jwk, signs_from) VALUES ($1, $2, $3, now() + make_interval(hours => $4))`,
      [
        kid,
        JSON.stringify(publicJwk),
        seal(ctx.config.encryptionKey, purpose, JSON.stringify(privateJwk)),
        signsInHours,
      ],
    )
  })
  return kid
}

/** Publishes a new key that will sign from the end of the overlap on, and retires those that have signed nothing for long. Returns its id. */
export async function rotateKeys(ctx: Context): Promise<string> {
  await signingKey(ctx)
  const kid = await publishKey(ctx, await makePair(), overlapHours)
  await ctx.db.outsideTenants((tx) =>
    ctx.db.query(
      tx,
      `UPDATE lti_keys SET retired_at = now() WHERE retired_at IS NULL AND signs_from <
         (SELECT max(signs_from) FROM lti_keys WHERE signs_from < now() - make_interval(days => $1))`,
      [keptDays],
    ),
  )
  return kid
}

/** The key that signs now: the newest whose time has come. There is always one; the first is made when it is first asked for. */
export async function signingKey(ctx: Context): Promise<SigningKey> {
  const read = () =>
    ctx.db.outsideTenants((tx) =>
      ctx.db.query<{ kid: string; private_jwk: Buffer }>(
        tx,
        'SELECT kid, private_jwk FROM lti_keys WHERE retired_at IS NULL AND signs_from <= now() ORDER BY signs_from DESC LIMIT 1',
      ),
    )
  let [row] = await read()
  if (!row) {
    await publishKey(ctx, await makePair())
    ;[row] = await read()
  }
  const { kid, private_jwk: sealed } = row!
  return { kid, key: await importJWK(JSON.parse(unseal(ctx.config.encryptionKey, purpose, sealed)) as JWK, 'RS256') }
}

/** What /lti/keys answers (RFC 7517): every key that signs, will sign, or signed a little while ago. */
export async function publicKeys(ctx: Context): Promise<JSONWebKeySet> {
  await signingKey(ctx)
  const rows = await ctx.db.outsideTenants((tx) =>
    ctx.db.query<{ public_jwk: JWK }>(
      tx,
      'SELECT public_jwk FROM lti_keys WHERE retired_at IS NULL ORDER BY signs_from DESC',
    ),
  )
  return { keys: rows.map(({ public_jwk }) => public_jwk) }
}
