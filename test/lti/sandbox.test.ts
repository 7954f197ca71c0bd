import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { refusalOf } from './refusal.js'
import { startTool, type Tool } from './tool.js'
import { arrive, begin } from './visit.js'

let tool: Tool
let sandbox: string
beforeAll(async () => {
  tool = await startTool({ host: 'localhost', settings: { LMM_SANDBOX: 'true' } })
  sandbox = `${tool.url.replace('localhost', '127.0.0.1')}/sandbox`
})
afterAll(() => tool.close())

const get = (url: string) => fetch(url, { redirect: 'manual' })

test('/sandbox stands on another site than the service', async () => {
  const answer = await get(`${tool.url}/sandbox`)
  expect([answer.status, answer.headers.get('location')]).toEqual([307, sandbox])
  const html = await (await get(sandbox)).text()
  for (const manners of ['moodle', 'canvas']) expect(html).toContain(`href="${sandbox}/${manners}"`)
})

test.each(['moodle', 'canvas'])(
  'the platform with the manners of %s knows the service, and is known to it',
  async (manners) => {
    const base = `${sandbox}/${manners}`
    const course = await (await get(base)).text()
    expect(course).toContain('Set up an activity')
    const start = await get(`${base}/start?person=2&activity=1`)
    const begun = await begin(start.headers.get('location') ?? '')
    const signedIn = await (await get(begun.authUrl.href)).text()
    const form = Object.fromEntries(
      [...signedIn.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
    )
    const answer = await arrive({ url: tool.url, begun, form })
    expect(answer.headers.get('location')).toMatch(/^\/assignment\//)
  },
)

test.each(['', '/gradebook', '/people', '/faults', '/registration', '/launch?person=4&activity=1'])(
  'its page %s has no inline script or style and frames nobody but the tool',
  async (path) => {
    const answer = await get(`${sandbox}/moodle${path}`)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=/)
    expect(answer.headers.get('content-security-policy')).toContain(`frame-src 'self' ${tool.url}`)
  },
)

test('it answers a sign-in only to an address that the tool registered, letter for letter', async () => {
  const start = await get(`${sandbox}/moodle/start?person=4&activity=1`)
  const { authUrl } = await begin(start.headers.get('location') ?? '')
  authUrl.searchParams.set('redirect_uri', `${tool.url}/lti/launch/`)
  expect((await get(authUrl.href)).status).toBe(400)
})

test('a platform that says no becomes a friendly page', async () => {
  const start = await get(`${sandbox}/moodle/start?person=4&activity=1`)
  const begun = await begin(start.headers.get('location') ?? '')
  begun.authUrl.searchParams.set('login_hint', 'somebody-else')
  const html = await (await get(begun.authUrl.href)).text()
  const form = { error: /name="error" value="([^"]*)"/.exec(html)?.[1] ?? '', state: begun.state }
  expect(await refusalOf(await arrive({ url: tool.url, begun, form }))).toMatchObject({ code: 'platform_error' })
})

test('pages that a launch leads to may be framed by registered platforms; others may not', async () => {
  const policyOf = async (path: string) => (await get(`${tool.url}${path}`)).headers.get('content-security-policy')
  const origin = new URL(sandbox).origin
  for (const path of ['/assignment/x', '/setup/x', '/review/x'])
    expect(await policyOf(path)).toContain(`frame-ancestors 'self' ${origin}`)
  expect(await policyOf('/docs')).toMatch(/frame-ancestors 'self'(;|$)/)
})
