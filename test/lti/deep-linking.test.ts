import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { decodeJwt } from 'jose'
import type { Activity, Client, Manners } from '../../lti/sandbox/model.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { enterPage } from './page.js'
import { refusalOf } from './refusal.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

let tool: Tool
let fake: FakeLms
let client: Client
let activity: Activity

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ client, activity } = await introduce(tool, fake.lms))
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

const setUp = async (lms = fake.lms, tools = client) =>
  await enterPage(
    tool,
    await visit(tool.url, lms, messageFor(lms, tools, null, { kind: 'LtiDeepLinkingRequest', role: 'teacher' })),
  )

/** What the set-up page keeps before it answers (assignment_setups). */
async function keepSetup(
  { tenant, launch }: Awaited<ReturnType<typeof setUp>>['actor'],
  topic: string,
): Promise<string> {
  const id = crypto.randomUUID()
  await tool.ctx.db.inTenant(tenant, (tx) =>
    tool.ctx.db.query(tx, 'INSERT INTO assignment_setups (id, course_id, settings) VALUES ($1, $2, $3)', [
      id,
      launch?.course,
      JSON.stringify({ topic, points: 20 }),
    ]),
  )
  return id
}

const respond = (form: Record<string, string>) =>
  fetch(`${tool.url}/lti/deep-link`, { method: 'POST', body: new URLSearchParams(form) })

const read = (html: string) => ({
  action: /<form method="post" action="([^"]+)"/.exec(html)?.[1]?.replace(/&#38;/g, '&') ?? '',
  jwt: /name="JWT" value="([^"]+)"/.exec(html)?.[1] ?? '',
})

describe.each<Manners>(['moodle', 'canvas'])('with the manners of %s', (manners) => {
  test('what a teacher sets up becomes activities, with a column, parameters and dates, and launches as set up', async () => {
    const platform = await startLms({ manners })
    try {
      const known = await introduce(tool, platform.lms)
      const { token, actor } = await setUp(platform.lms, known.client)
      const setups = [await keepSetup(actor, 'photosynthesis'), await keepSetup(actor, 'fractions')]
      const [first, second] = setups
      const due = { startDateTime: '2026-12-01T08:00:00Z', endDateTime: '2026-12-15T08:00:00Z' }
      const items = [
        { setup: first, title: 'Light <&> leaves', points: 20, available: due, submission: due },
        { setup: second, title: 'Fractions' },
      ]
      const page = read(await (await respond({ session: token, items: JSON.stringify(items) })).text())
      expect(page.action).toBe(`${platform.lms.base}/deep-link-return`)
      const [item] = decodeJwt(page.jwt)['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'] as object[]
      expect(item).toMatchObject({
        available: due,
        submission: due,
        lineItem: { label: 'Light <&> leaves', scoreMaximum: 20, resourceId: first, tag: 'song' },
      })
      const taken = await fetch(page.action, { method: 'POST', body: new URLSearchParams({ JWT: page.jwt }) })
      expect(await taken.text()).toContain('Added to the course')
      const made = [...platform.lms.activities.values()].filter(({ custom }) => setups.includes(custom.setup ?? ''))
      expect(made.map(({ title }) => title)).toEqual(['Light <&> leaves', 'Fractions'])
      expect([...platform.lms.lineItems.values()].map(({ scoreMaximum }) => scoreMaximum)).toEqual([20])

      const launched = await enterPage(
        tool,
        await visit(tool.url, platform.lms, messageFor(platform.lms, known.client, made[0]!)),
      )
      const [assignment] = await tool.ctx.db.inTenant(actor.tenant, (tx) =>
        tool.ctx.db.query<{ settings: object; services: object }>(tx, 'SELECT * FROM assignments WHERE id = $1', [
          launched.actor.launch?.assignment,
        ]),
      )
      expect(assignment?.settings).toMatchObject({ topic: 'photosynthesis' })
      expect(assignment?.services).toMatchObject({ lineItem: expect.stringContaining('/lineitems/') })
      const again = await fetch(page.action, { method: 'POST', body: new URLSearchParams({ JWT: page.jwt }) })
      expect(again.status).toBe(400)
    } finally {
      await platform.close()
    }
  })
})

test('a message for the teacher goes along when nothing was set up', async () => {
  const { token } = await setUp()
  const { jwt } = read(await (await respond({ session: token, items: '[]', error: 'Nothing was chosen.' })).text())
  expect(decodeJwt(jwt)).toMatchObject({
    'https://purl.imsglobal.org/spec/lti-dl/claim/content_items': [],
    'https://purl.imsglobal.org/spec/lti-dl/claim/errormsg': 'Nothing was chosen.',
  })
})

test('address, data and deployment come from the stored launch, whatever the form says', async () => {
  const { token } = await setUp()
  const page = read(
    await (
      await respond({
        session: token,
        items: '[]',
        deep_link_return_url: 'https://elsewhere.example/',
        data: 'forged',
        deployment_id: '99',
      })
    ).text(),
  )
  expect(page.action).toBe(`${fake.lms.base}/deep-link-return`)
  const payload = decodeJwt(page.jwt)
  expect(payload['https://purl.imsglobal.org/spec/lti/claim/deployment_id']).toBe('1')
  expect(payload['https://purl.imsglobal.org/spec/lti-dl/claim/data']).not.toBe('forged')
})

test('a student, a launch that was for something else, and a token of nobody are refused', async () => {
  const student = await enterPage(tool, await visit(tool.url, fake.lms, messageFor(fake.lms, client, activity)))
  expect(await refusalOf(await respond({ session: student.token }))).toMatchObject({
    status: 403,
    code: 'deep_linking_forbidden',
  })
  const teacher = await enterPage(
    tool,
    await visit(tool.url, fake.lms, messageFor(fake.lms, client, activity, { role: 'teacher' })),
  )
  expect((await refusalOf(await respond({ session: teacher.token }))).status).toBe(404)
  expect((await refusalOf(await respond({ session: 'x.y.z' }))).status).toBe(401)
})

test.each(['nonsense', '{}', '[{"title":""}]', '[{"setup":"1","title":"x"}]', '[{"setup":null}]'])(
  'items that say %s are refused',
  async (items) => {
    const { token } = await setUp()
    expect(await refusalOf(await respond({ session: token, items }))).toMatchObject({
      status: 400,
      code: 'deep_linking_malformed',
    })
  },
)
