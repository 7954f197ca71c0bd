import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { loginUrl } from '../../lti/sandbox/messages.js'
import type { Activity, Client } from '../../lti/sandbox/model.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { refusalOf } from './refusal.js'
import { introduce, startTool, type Tool } from './tool.js'
import { begin, messageFor, visit } from './visit.js'

let tool: Tool
let fake: FakeLms
let client: Client
let activity: Activity
const asked = () => new URL(loginUrl(fake.lms, messageFor(fake.lms, client, activity)))
const ask = (url: URL, init: RequestInit = {}) => fetch(url, { redirect: 'manual', ...init })

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ client, activity } = await introduce(tool, fake.lms))
  await introduce(tool, fake.lms, { id: 'tool-2', deployment: '2' })
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

describe('a login', () => {
  test('sends the browser on with a new state, a new nonce and a partitioned cookie', async () => {
    const [first, second] = [await begin(asked().href), await begin(asked().href)]
    expect(new Set([first.state, second.state, first.nonce, second.nonce]).size).toBe(4)
    const { searchParams } = first.authUrl
    expect(Object.fromEntries(searchParams)).toMatchObject({
      scope: 'openid',
      response_type: 'id_token',
      response_mode: 'form_post',
      prompt: 'none',
      client_id: client.id,
      redirect_uri: `${tool.url}/lti/launch`,
    })
    const cookie = (await ask(asked())).headers.get('set-cookie')
    expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=None; Partitioned$/)
  })

  test('may come as a form', async () => {
    const url = asked()
    const answer = await ask(new URL(url.pathname, url), { method: 'POST', body: url.searchParams })
    expect(answer.status).toBe(302)
  })

  test('in a frame is answered with a page that may be framed by the platform, and by nobody else', async () => {
    const answer = await ask(asked(), { headers: { 'Sec-Fetch-Dest': 'iframe' } })
    expect(answer.status).toBe(200)
    const policy = answer.headers.get('content-security-policy')
    expect(policy).toContain(`frame-ancestors 'self' ${new URL(fake.lms.base).origin};`.replace(/;$/, ''))
    expect(policy).toContain("default-src 'none'")
  })

  const refused: [name: string, change: (url: URL) => void, status: number, code: string][] = [
    [
      'iss is unknown',
      ({ searchParams }) => searchParams.set('iss', 'https://elsewhere.example'),
      400,
      'platform_unknown',
    ],
    ['client_id is unknown', ({ searchParams }) => searchParams.set('client_id', 'nobody'), 400, 'platform_unknown'],
    [
      'client_id is absent and several match',
      ({ searchParams }) => searchParams.delete('client_id'),
      400,
      'platform_ambiguous',
    ],
    ['login_hint is absent', ({ searchParams }) => searchParams.delete('login_hint'), 400, 'request_malformed'],
    ['iss is absent', ({ searchParams }) => searchParams.delete('iss'), 400, 'request_malformed'],
    [
      'target_link_uri is absent',
      ({ searchParams }) => searchParams.delete('target_link_uri'),
      400,
      'request_malformed',
    ],
    [
      'target_link_uri is off-site',
      ({ searchParams }) => searchParams.set('target_link_uri', 'https://elsewhere.example/'),
      400,
      'target_refused',
    ],
    [
      'target_link_uri is //host',
      ({ searchParams }) => searchParams.set('target_link_uri', '//elsewhere.example/lti/launch'),
      400,
      'target_refused',
    ],
    [
      'target_link_uri hides a host behind user info',
      ({ searchParams }) => searchParams.set('target_link_uri', `${tool.url}@elsewhere.example/`),
      400,
      'target_refused',
    ],
    [
      'target_link_uri has a password',
      ({ searchParams }) => searchParams.set('target_link_uri', tool.url.replace('//', '//a:b@')),
      400,
      'target_refused',
    ],
    ['a value comes twice', ({ searchParams }) => searchParams.append('login_hint', '5'), 400, 'request_malformed'],
    [
      'a value has a control character',
      ({ searchParams }) => searchParams.set('login_hint', 'a\u0000b'),
      400,
      'request_malformed',
    ],
  ]
  test.each(refused)('is refused when %s', async (_name, change, status, code) => {
    const url = asked()
    change(url)
    expect(await refusalOf(await ask(url))).toMatchObject({ status, code })
  })
})

test('who is sent on to nobody is told by name, for the person who looks after the platform', async () => {
  const url = asked()
  url.searchParams.set('client_id', 'nobody<b>')
  const { html } = await refusalOf(await ask(url))
  expect(html).toContain(fake.lms.base)
  expect(html).toContain('nobody&#60;b&#62;')
})

test.each(['/lti/launch', '/lti/deep-link', '/lti/nowhere'])('a person who opens %s finds a page', async (path) => {
  expect(await refusalOf(await fetch(`${tool.url}${path}`))).toMatchObject({
    status: 404,
    code: 'address_empty',
    html: expect.stringContaining('from your course'),
  })
})

describe('the process stays up, whatever comes', () => {
  const bodies: [name: string, type: string, body: string][] = [
    ['state as an array', 'application/x-www-form-urlencoded', 'id_token=x&state=a&state=b'],
    ['state as nested keys', 'application/x-www-form-urlencoded', 'id_token=x&state[a]=b&state[]=c'],
    ['state with a semicolon', 'application/x-www-form-urlencoded', 'id_token=x&state=a%3Bb'],
    ['state with control characters', 'application/x-www-form-urlencoded', 'id_token=x&state=a%00%0D%0Ab'],
    ['state as a prototype', 'application/x-www-form-urlencoded', '__proto__=x&state=__proto__&constructor=1'],
    ['broken percent signs', 'application/x-www-form-urlencoded', 'id_token=%E0%A4%A&state=%'],
    ['no body', 'application/x-www-form-urlencoded', ''],
    ['JSON', 'application/json', '{"state":{"$ne":null},"id_token":{"$ne":null}}'],
    ['broken JSON', 'application/json', '{"state":'],
    ['a charset nobody knows', 'application/x-www-form-urlencoded; charset=nonsense', 'state=a'],
    ['plain text', 'text/plain', 'state=a'],
    [
      'too many parameters',
      'application/x-www-form-urlencoded',
      Array.from({ length: 2000 }, (_, n) => `a${n}=1`).join('&'),
    ],
    ['a very large body', 'application/x-www-form-urlencoded', `state=${'a'.repeat(300_000)}`],
  ]
  test.each(bodies)('%s', async (_name, type, body) => {
    const answer = await fetch(`${tool.url}/lti/launch`, { method: 'POST', headers: { 'Content-Type': type }, body })
    const { status, code } = await refusalOf(answer)
    expect(status === 400 || status === 401).toBe(true)
    expect(code).not.toBe('')
    expect((await visit(tool.url, fake.lms, messageFor(fake.lms, client, activity))).status).toBe(303)
  })
})
