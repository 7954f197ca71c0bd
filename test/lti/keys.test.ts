import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JWK } from 'jose'
import { createDoor } from '../../lti/door.js'
import { rotateKeys, signingKey } from '../../lti/keys/signing-keys.js'
import { registrationById } from '../../lti/registration/find-registration.js'
import { scopes } from '../../lti/sandbox/lms.js'
import { AccessTokens } from '../../lti/services/access-tokens.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { introduce, startTool, type Tool } from './tool.js'

let tool: Tool
let fake: FakeLms
let registration: string

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ registration } = await introduce(tool, fake.lms))
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

const published = async (): Promise<JWK[]> =>
  ((await (await fetch(`${tool.url}/lti/keys`)).json()) as { keys: JWK[] }).keys
const query = (sql: string) => tool.ctx.db.outsideTenants((tx) => tool.ctx.db.query<Record<string, unknown>>(tx, sql))
const token = async (scope: string) => {
  const row = await tool.ctx.db.outsideTenants((tx) => registrationById(tool.ctx, tx, registration))
  return await new AccessTokens(createDoor(tool.ctx)).get(row, [scope])
}

test('the first key is made once, however many ask for it at once', async () => {
  const sets = await Promise.all(Array.from({ length: 5 }, published))
  expect(new Set(sets.map(([key]) => key?.kid)).size).toBe(1)
})

test('only the public half is shown, and the private one rests encrypted', async () => {
  const [key] = await published()
  expect(Object.keys(key!).sort()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  const [row] = await query('SELECT private_jwk FROM lti_keys')
  expect(String(row?.private_jwk)).not.toContain('"d"')
})

test('a new key is published before it signs, signs when its time has come, and the old one stays for a while', async () => {
  const before = await signingKey(tool.ctx)
  const next = await rotateKeys(tool.ctx)
  expect((await published()).map(({ kid }) => kid)).toEqual([next, before.kid])
  expect((await signingKey(tool.ctx)).kid).toBe(before.kid)
  expect((await token(scopes.score)).scopes).toEqual([scopes.score])

  await query(`UPDATE lti_keys SET signs_from = now() WHERE kid = '${next}'`)
  expect((await signingKey(tool.ctx)).kid).toBe(next)
  expect((await published()).map(({ kid }) => kid)).toContain(before.kid)
  expect((await token(scopes.result)).scopes).toEqual([scopes.result])
})

test('what was granted is read, as it may be less than was asked', async () => {
  const [client] = [...fake.lms.clients.values()]
  client!.scopes = [scopes.score]
  const row = await tool.ctx.db.outsideTenants((tx) => registrationById(tool.ctx, tx, registration))
  const { scopes: granted } = await new AccessTokens(createDoor(tool.ctx)).get(row, [scopes.score, scopes.roster])
  expect(granted).toEqual([scopes.score])
})
