import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { loginUrl } from '../../lti/sandbox/messages.js'
import type { Activity, Client, Message } from '../../lti/sandbox/model.js'
import { sign } from '../../lti/sandbox/platform-key.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { forged } from './forged-tokens.js'
import { refusalOf } from './refusal.js'
import { introduce, startTool, type Tool } from './tool.js'
import { arrive, begin, claimsFor, type Keeping, messageFor, visit, visitWith } from './visit.js'

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`

let tool: Tool
let fake: FakeLms
let client: Client
let other: Client
let activity: Activity
const message = (over: Partial<Message> = {}) => messageFor(fake.lms, client, activity, over)

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ client, activity } = await introduce(tool, fake.lms))
  ;({ client: other } = await introduce(tool, fake.lms, { id: 'tool-2', deployment: '2' }))
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

const without = (name: string) => (claims: JWTPayload) => {
  const { [name]: _, ...rest } = claims
  return rest
}
const having = (over: object) => (claims: JWTPayload) => ({ ...claims, ...over })
const now = () => Math.floor(Date.now() / 1000)

type Change = (claims: JWTPayload) => JWTPayload
const claimsRefused: [name: string, change: () => Change, status: number, code: string][] = [
  ['exp is absent', () => without('exp'), 401, 'token_expired'],
  ['exp is past', () => having({ exp: now() - 60 }), 401, 'token_expired'],
  ['iat is absent', () => without('iat'), 401, 'token_time'],
  ['iat is more than a minute ahead', () => having({ iat: now() + 120 }), 401, 'token_time'],
  ['iss is another platform', () => having({ iss: 'https://elsewhere.example' }), 401, 'issuer_mismatch'],
  ['aud is another tool', () => having({ aud: 'somebody-else' }), 401, 'audience_mismatch'],
  ['aud names an extra audience', () => having({ aud: [client.id, 'somebody-else'] }), 401, 'audience_mismatch'],
  ['azp is not our client', () => having({ azp: 'somebody-else' }), 401, 'audience_mismatch'],
  [
    'it is meant for another client of the same platform',
    () => having({ aud: other.id, azp: other.id }),
    401,
    'audience_mismatch',
  ],
  ['nonce is absent', () => without('nonce'), 401, 'nonce_mismatch'],
  ['nonce is not ours', () => having({ nonce: 'of-somebody-else' }), 401, 'nonce_mismatch'],
  ['version is wrong', () => having({ [claim('version')]: '1.1.0' }), 400, 'version_unsupported'],
  ['version is absent', () => without(claim('version')), 400, 'version_unsupported'],
  ['the message type is unknown', () => having({ [claim('message_type')]: 'LtiNothing' }), 400, 'message_unsupported'],
  ['the deployment is not registered', () => having({ [claim('deployment_id')]: '99' }), 403, 'deployment_unknown'],
  ['the deployment is absent', () => without(claim('deployment_id')), 403, 'deployment_unknown'],
  ['target_link_uri is absent', () => without(claim('target_link_uri')), 400, 'target_refused'],
  [
    'target_link_uri is off-site',
    () => having({ [claim('target_link_uri')]: 'https://elsewhere.example/' }),
    400,
    'target_refused',
  ],
  [
    'target_link_uri is //host',
    () => having({ [claim('target_link_uri')]: '//elsewhere.example/' }),
    400,
    'target_refused',
  ],
  [
    'target_link_uri is not the one the login named',
    () => having({ [claim('target_link_uri')]: `${tool.url}/elsewhere` }),
    400,
    'target_refused',
  ],
  ['sub is absent', () => without('sub'), 400, 'person_missing'],
  ['the roles claim is absent, which LTI requires', () => without(claim('roles')), 400, 'claims_malformed'],
  ['resource_link is absent', () => without(claim('resource_link')), 400, 'resource_link_missing'],
  [
    'resource_link has no id',
    () => having({ [claim('resource_link')]: { title: 'A song' } }),
    400,
    'resource_link_missing',
  ],
]

describe.each<Keeping>(['cookies', 'platform storage'])('a launch is refused, kept by %s:', (keeping) => {
  test.each(Object.keys(forged))('the token has %s', async (name) => {
    const answer = await visitWith(tool.url, fake.lms, message(), (claims) => forged[name]!(fake.lms, claims), keeping)
    const { status, code } = await refusalOf(answer)
    expect([status, code]).toEqual([401, expect.stringMatching(/^token_(key|malformed|algorithm|signature)$/)])
  })

  test.each(claimsRefused)('%s', async (_name, change, status, code) => {
    const answer = await visitWith(tool.url, fake.lms, message(), change(), keeping)
    expect(await refusalOf(answer)).toMatchObject({ status, code })
  })

  test('its state and nonce were used', async () => {
    const begun = await begin(loginUrl(fake.lms, message()), keeping)
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), begun)), state: begun.state }
    expect((await arrive({ url: tool.url, begun, form })).status).toBe(303)
    expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({
      status: 401,
      code: 'state_used',
    })
  })

  test('a token of one sign-in comes with the state of another', async () => {
    const [first, second] = [
      await begin(loginUrl(fake.lms, message()), keeping),
      await begin(loginUrl(fake.lms, message()), keeping),
    ]
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), first)), state: second.state }
    expect(await refusalOf(await arrive({ url: tool.url, begun: second, form }))).toMatchObject({
      status: 401,
      code: 'nonce_mismatch',
    })
  })

  test('its state is unknown', async () => {
    const begun = await begin(loginUrl(fake.lms, message()), keeping)
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), begun)), state: 'A'.repeat(43) }
    expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({
      status: 401,
      code: 'state_unknown',
    })
  })

  test('its state is too old', async () => {
    const begun = await begin(loginUrl(fake.lms, message()), keeping)
    await tool.ctx.db.outsideTenants((tx) =>
      tool.ctx.db.query(tx, `UPDATE lti_states SET expires_at = now() - interval '1 second' WHERE used_at IS NULL`),
    )
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), begun)), state: begun.state }
    expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({
      status: 401,
      code: 'state_expired',
    })
  })

  test('another browser brings it', async () => {
    const [ours, theirs] = [
      await begin(loginUrl(fake.lms, message()), keeping),
      await begin(loginUrl(fake.lms, message()), keeping),
    ]
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), ours)), state: ours.state }
    const answer = await arrive({ url: tool.url, begun: { ...ours, cookie: theirs.cookie, proof: theirs.proof }, form })
    expect(await refusalOf(answer)).toMatchObject({ status: 401, code: 'browser_mismatch' })
  })

  test('its state was minted for another client', async () => {
    const begun = await begin(loginUrl(fake.lms, messageFor(fake.lms, other, activity)), keeping)
    const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), begun)), state: begun.state }
    expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({
      status: 401,
      code: 'audience_mismatch',
    })
  })

  test('a learner wants to set an activity up', async () => {
    const answer = await visit(
      tool.url,
      fake.lms,
      messageFor(fake.lms, client, null, { kind: 'LtiDeepLinkingRequest' }),
      keeping,
    )
    expect(await refusalOf(answer)).toMatchObject({ status: 403, code: 'deep_linking_forbidden' })
  })
})

test("the stored proof comes from a stranger's page: their sign-in is not carried through another browser", async () => {
  const begun = await begin(loginUrl(fake.lms, message()), 'platform storage')
  const idToken = await sign(fake.lms, claimsFor(fake.lms, message(), begun))
  const from = (origin: string) =>
    fetch(`${tool.url}/lti/launch`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin },
      body: new URLSearchParams({ id_token: idToken, state: begun.state, proof: begun.proof }),
    })
  for (const origin of ['https://stranger.example', 'null', fake.lms.base.replace('127.0.0.1', 'localhost')])
    expect(await refusalOf(await from(origin))).toMatchObject({ status: 401, code: 'browser_mismatch' })
  expect((await from(new URL(tool.url).origin)).status).toBe(303)
})

test('of 20 identical launches at once exactly one is let in', async () => {
  const begun = await begin(loginUrl(fake.lms, message()))
  const form = { id_token: await sign(fake.lms, claimsFor(fake.lms, message(), begun)), state: begun.state }
  const answers = await Promise.all(Array.from({ length: 20 }, () => arrive({ url: tool.url, begun, form })))
  const statuses = answers.map(({ status }) => status).sort((a, b) => a - b)
  expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 401)])
})

test('a refusal names the deployment, and the log has its code and id', async () => {
  const answer = await visitWith(tool.url, fake.lms, message(), having({ [claim('deployment_id')]: '99' }))
  const { html, id, code } = await refusalOf(answer)
  expect(html).toContain('deployment 99')
  expect(id).not.toBe('')
  const line = tool.log.find((text) => text.includes(id) && text.includes(code))
  expect(line).toBeDefined()
})

test("the platform's error becomes a friendly page", async () => {
  const begun = await begin(loginUrl(fake.lms, message()))
  const answer = await arrive({ url: tool.url, begun, form: { error: 'login_required', state: begun.state } })
  expect(await refusalOf(answer)).toMatchObject({
    status: 400,
    code: 'platform_error',
    html: expect.stringContaining('login_required'),
  })
})

test('a registration that is switched off lets nobody in', async () => {
  const { client: third, registration } = await introduce(tool, fake.lms, { id: 'tool-3', deployment: '3' })
  const setDisabled = (at: string) =>
    tool.ctx.db.outsideTenants((tx) =>
      tool.ctx.db.query(tx, `UPDATE lti_registrations SET disabled_at = ${at} WHERE id = $1`, [registration]),
    )
  const begun = await begin(loginUrl(fake.lms, messageFor(fake.lms, third, activity)))
  await setDisabled('now()')
  const refused = await fetch(loginUrl(fake.lms, messageFor(fake.lms, third, activity)), { redirect: 'manual' })
  expect(await refusalOf(refused)).toMatchObject({ status: 403, code: 'platform_disabled' })
  const form = {
    id_token: await sign(fake.lms, claimsFor(fake.lms, messageFor(fake.lms, third, activity), begun)),
    state: begun.state,
  }
  expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({
    status: 403,
    code: 'platform_disabled',
  })
})
