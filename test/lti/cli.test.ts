import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { ltiCommand, secrets } from './lti-command.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

let tool: Tool
let fake: FakeLms

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool({ settings: secrets }), startLms()])
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

const lti = (...args: string[]) => ltiCommand(tool, ...args)

const add = (over: Record<string, string> = {}) => {
  const { base } = fake.lms
  const options = {
    name: 'School',
    issuer: base,
    'client-id': 'tool-1',
    deployment: '1',
    'auth-url': `${base}/auth`,
    'token-url': `${base}/token`,
    'jwks-url': `${base}/jwks`,
    ...over,
  }
  return lti('add', ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]))
}
const idIn = (text: string) => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? ''

test('a platform is added by hand, launches, is added again as an update, given a deployment, shown and listed', async () => {
  const { client, activity } = await introduce(tool, fake.lms)
  const added = await add({ 'client-id': 'by-hand' })
  expect(added).toMatchObject({ code: 0, out: expect.stringContaining('Registered School') })
  fake.lms.clients.set('by-hand', { ...client, id: 'by-hand' })
  const byHand = { ...messageFor(fake.lms, { ...client, id: 'by-hand' }, activity) }
  expect((await visit(tool.url, fake.lms, byHand)).status).toBe(303)

  await add({ 'client-id': 'by-hand', host: 'grades.school.example' })
  const renamed = await add({ 'client-id': 'by-hand', name: 'School 2' })
  expect(renamed.out).toContain('Updated School 2')
  expect(renamed.out).toMatch(/name +was School\n/)
  const id = idIn(added.out)
  expect(JSON.parse((await lti('show', id)).out).hosts).toContain('grades.school.example')
  expect((await lti('deploy', id, '7')).out).toContain('1, 7')
  expect(JSON.parse((await lti('show', id)).out)).toMatchObject({
    clientId: 'by-hand',
    deployments: [{ deployment_id: '1' }, { deployment_id: '7' }],
  })
  expect((await lti('list')).out).toContain(`${id}  School 2`)

  expect((await lti('disable', id)).code).toBe(0)
  await expect(visit(tool.url, fake.lms, byHand)).rejects.toThrow('switched off')
  await lti('enable', id)
  expect((await visit(tool.url, fake.lms, byHand)).status).toBe(303)
}, 120_000)

test('check says in plain words what holds and what is wrong', async () => {
  const { registration, client } = await introduce(tool, fake.lms, { id: 'checked' })
  const good = await lti('check', registration)
  expect(good.out).toMatch(/ok +The platform publishes 1 key/)
  expect(good.out).toMatch(/ok +May send grades/)
  expect(good.code).toBe(0)
  client.scopes = client.scopes.filter((scope) => !scope.endsWith('/score'))
  fake.lms.faults.clockSeconds = 600
  const bad = await lti('check', registration)
  expect(bad).toMatchObject({ code: 1 })
  expect(bad.out).toMatch(/wrong +The platform's clock is (59\d|60\d) s ahead of ours/)
  fake.lms.faults.clockSeconds = 0
  expect((await lti('check', registration)).out).toMatch(/wrong +May not send grades/)
}, 120_000)

test('invite prints an address that registers', async () => {
  const { code, out } = await lti('invite', 'moodle')
  expect(code).toBe(0)
  expect(out).toContain(`${tool.url}/lti/register?invite=`)
}, 120_000)

test('rotate-keys publishes one more key', async () => {
  const keys = async () => ((await (await fetch(`${tool.url}/lti/keys`)).json()) as { keys: unknown[] }).keys.length
  const before = await keys()
  expect((await lti('rotate-keys')).code).toBe(0)
  expect(await keys()).toBe(before + 1)
}, 120_000)

test('what is wrong on the command line is said, with code 1 or 2', async () => {
  expect(await add({ issuer: 'not-an-address', host: 'a/b' })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/--issuer: must be .*\n +--host: must be/),
  })
  expect((await lti('add', '--issuer', 'https://lms.example')).err).toContain(
    '--client-id --auth-url --token-url --jwks',
  )
  expect((await lti('show', 'nothing')).err).toContain('There is no such registration')
  expect(await lti('nonsense')).toMatchObject({ code: 2, err: expect.stringContaining('Usage') })
}, 120_000)
