import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt, SignJWT } from 'jose'
import { issueToken } from '../../src/access/issue-token.js'
import { listTokens } from '../../src/access/list-tokens.js'
import { revokeToken } from '../../src/access/revoke-token.js'
import { verifyToken } from '../../src/access/verify-token.js'
import { Tenant } from '../../src/db/models/tenant.js'
import { authorize, reach } from '../../src/domain/policy.js'
import { localTenant } from '../../src/domain/tenant.js'
import { actor, strangeSecret, type TestContext, testContext } from '../support/context.js'

const other = randomUUID()
const administrator = actor({ role: 'administrator' })
const stranger = actor({ role: 'administrator', tenant: other })
let ctx: TestContext
let now = new Date()

beforeAll(async () => {
  ctx = await testContext({ now: () => now })
  await ctx.db.inTenant(other, (tx) => ctx.db.of(Tenant).create({ id: other, name: 'other' }, { transaction: tx }))
})
afterAll(() => ctx.close())

const issue = (over = {}) =>
  issueToken(ctx, administrator, { name: 'a test', role: 'teacher', scopes: null, days: 1, ...over })
const refused = { code: 'unauthenticated' }

describe('API tokens', () => {
  test('a token is who it was issued for', async () => {
    const { id, token } = await issue({ scopes: ['songs:read'] })
    const holder = await verifyToken(ctx, token)
    expect(holder).toEqual({ tenant: localTenant, person: `token:${id}`, role: 'teacher', scopes: ['songs:read'] })
    expect(reach(holder, 'song:read')).toBe('any')
    expect(reach(holder, 'song:create')).toBe('none')
  })

  test('a revoked token is refused from the next request on', async () => {
    const { id, token } = await issue()
    await verifyToken(ctx, token)
    await revokeToken(ctx, administrator, id)
    await revokeToken(ctx, administrator, id)
    await expect(verifyToken(ctx, token)).rejects.toMatchObject(refused)
  })

  test('a token is over after its days', async () => {
    const { token } = await issue({ days: 2 })
    const before = now
    now = new Date(before.getTime() + 2 * 86_400_000 + 1000)
    await expect(verifyToken(ctx, token)).rejects.toMatchObject({ ...refused, message: expect.stringMatching(/over/) })
    now = before
    await verifyToken(ctx, token)
  })

  test('a token that was changed, or that somebody else signed, is refused', async () => {
    const { id, token } = await issue()
    const [head, body, signature] = token.split('.') as [string, string, string]
    const raised = Buffer.from(JSON.stringify({ ...decodeJwt(token), role: 'administrator' })).toString('base64url')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`
    const claims = { tenant: localTenant, role: 'administrator', scopes: null }
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setJti(id)
      .setSubject('x')
      .setAudience('lmm-api')
      .setExpirationTime('1d')
      .sign(strangeSecret())
    for (const bad of [`${head}.${raised}.${signature}`, unsigned, forged, `${token}x`, 'x', '', `${head}.${body}`]) {
      await expect(verifyToken(ctx, bad)).rejects.toMatchObject(refused)
    }
  })

  test('what our secret signed for another use is no API token', async () => {
    const { id } = await issue()
    const signed = (claims: object, audience: string) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'HS256' })
        .setJti(id)
        .setSubject('x')
        .setAudience(audience)
        .setExpirationTime('1d')
        .sign(ctx.config.jwtSecret)
    const claims = { tenant: localTenant, role: 'teacher', scopes: null }
    await expect(verifyToken(ctx, await signed(claims, 'something-else'))).rejects.toMatchObject(refused)
    await expect(verifyToken(ctx, await signed({ ...claims, role: 'king' }, 'lmm-api'))).rejects.toMatchObject(refused)
    // The row is looked up within the tenant that the token names.
    await expect(verifyToken(ctx, await signed({ ...claims, tenant: other }, 'lmm-api'))).rejects.toMatchObject(refused)
  })

  test('tenants neither see nor revoke the tokens of others', async () => {
    const { id, token } = await issue({ name: 'ours' })
    const theirs = await issueToken(ctx, stranger, { name: 'theirs', role: 'service', scopes: null, days: 1 })
    expect((await listTokens(ctx, stranger)).map(({ id }) => id)).toEqual([theirs.id])
    await expect(revokeToken(ctx, stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(revokeToken(ctx, stranger, 'no id')).rejects.toMatchObject({ code: 'not_found' })
    await verifyToken(ctx, token)
    expect((await verifyToken(ctx, theirs.token)).tenant).toBe(other)
  })

  test('the list tells what each is for and whether it still opens doors', async () => {
    const { id } = await issue({ name: 'for the list' })
    await revokeToken(ctx, administrator, id)
    const row = (await listTokens(ctx, administrator)).find((token) => token.id === id)
    expect(row).toMatchObject({ name: 'for the list', role: 'teacher', state: 'revoked' })
    expect(JSON.stringify(row)).not.toContain('eyJ')
  })

  test('only an administrator without limits manages tokens', () => {
    for (const who of [
      actor(),
      actor({ role: 'service' }),
      actor({ role: 'guest' }),
      actor({ role: 'administrator', scopes: ['songs:write'] }),
    ]) {
      expect(() => authorize(who, 'token:manage')).toThrow(expect.objectContaining({ code: 'forbidden' }))
    }
  })
})
