import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { saveRegistration } from '../../lti/registration/save-registration.js'
import { sign } from '../../lti/sandbox/platform-key.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { enterPage } from './page.js'
import { startTool, type Tool } from './tool.js'
import { arrive, begin } from './visit.js'

const issuer = 'http://127.0.0.1:8088'
const folder = new URL('./fixtures/moodle-4.5/', import.meta.url)
const fixture = (name: string): JWTPayload => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')).payload

let tool: Tool
let fake: FakeLms

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  await saveRegistration(tool.ctx, {
    name: 'Moodle 4.5',
    issuer,
    clientId: 'manualclient01',
    authUrl: `${issuer}/mod/lti/auth.php`,
    tokenUrl: `${issuer}/mod/lti/token.php`,
    jwksUrl: `${fake.lms.base}/jwks`,
    deploymentIds: ['1'],
  })
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

/** A payload that a Moodle sent, as it would send it to us now. */
async function launch(name: string) {
  const payload = fixture(name)
  const target = `${tool.url}/lti/launch`
  const login = new URL(`${tool.url}/lti/login`)
  for (const [key, value] of Object.entries({
    iss: issuer,
    login_hint: String(payload.sub),
    target_link_uri: target,
    client_id: 'manualclient01',
    lti_deployment_id: '1',
    lti_message_hint: '{"cmid":5,"launchid":"ltilaunch1_1"}',
  }))
    login.searchParams.set(key, value)
  const begun = await begin(login.href)
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    ...payload,
    nonce: begun.nonce,
    iat: now,
    exp: now + 60,
    'https://purl.imsglobal.org/spec/lti/claim/target_link_uri': target,
  }
  const form = { id_token: await sign(fake.lms, claims), state: begun.state }
  return await enterPage(tool, await arrive({ url: tool.url, begun, form }))
}

test.each([
  ['resource-link-teacher', 'teacher', /^\/assignment\//],
  ['resource-link-student', 'student', /^\/assignment\//],
  ['resource-link-student-services-off', 'student', /^\/assignment\//],
  ['deep-linking', 'teacher', /^\/setup\//],
  ['submission-review', 'teacher', /^\/review\//],
] as const)("Moodle 4.5's %s launches", async (name, role, path) => {
  const entered = await launch(name)
  expect(entered.actor.role).toBe(role)
  expect(entered.path).toMatch(path)
})

test('variables that Moodle did not resolve are dropped, and so is what we did not ask for', async () => {
  const { actor } = await launch('resource-link-student')
  const rows = await tool.ctx.db.inTenant(actor.tenant, async (tx) => ({
    launch: await tool.ctx.db.query(tx, 'SELECT details FROM lti_launches WHERE id = $1', [actor.launch?.id]),
    person: await tool.ctx.db.query<{ name: string }>(tx, 'SELECT * FROM people WHERE id = $1', [actor.person]),
  }))
  expect(rows.person[0]?.name).toBe('Sam Öberg')
  const kept = JSON.stringify(rows)
  for (const word of ['$No.such.var', '@example', 'SIS-student1', '"email"']) expect(kept).not.toContain(word)
})
