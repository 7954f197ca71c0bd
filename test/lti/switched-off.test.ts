import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import pg from 'pg'
import type { Activity, Client } from '../../lti/sandbox/model.js'
import { verifyPageSession } from '../../src/access/page-session.js'
import type { Deed } from '../../src/domain/session/commands.js'
import { inChat, smallChat, smallDesk } from '../bots/small-chat.js'
import { type Served, serve } from '../http/serve.js'
import { linked, newChannel } from '../support/chat.js'
import { newTenant, visit as pageOf } from '../support/classroom.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { LiveVisitor, refusalOf as liveRefusal } from '../support/live-visitor.js'
import { ltiCommand, secrets } from './lti-command.js'
import { enterPage } from './page.js'
import { refusalOf } from './refusal.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

const sentence = 'This service is switched off for your learning platform.'

let tool: Tool
let fake: FakeLms
let known = 0
let client: Client
let activity: Activity
let registration: string

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool({ settings: secrets }), startLms()])
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})
beforeEach(async () => {
  known++
  const names = { id: `tool-${known}`, deployment: `${known}` }
  ;({ client, activity, registration } = await introduce(tool, fake.lms, names))
})

const lti = (...args: string[]) => ltiCommand(tool, ...args)
const switchOff = (ctx: Served['ctx'], id: string) =>
  ctx.db.alone('UPDATE lti_registrations SET disabled_at = now() WHERE id = $1', [id])

/** Resolves once the service has heard it: what it is told by PostgreSQL comes a moment after the one who switched is answered. */
async function heard(ctx: Served['ctx'], tenant: string): Promise<void> {
  for (const end = Date.now() + 30_000; !(await ctx.closedTenants.has(tenant)); await pause(20))
    if (Date.now() > end) throw new Error('It was not heard that the platform is switched off')
}

const launch = (...how: Parameters<typeof messageFor>) => visit(tool.url, fake.lms, messageFor(...how))
const open = async () => await enterPage(tool, await launch(fake.lms, client, activity))

async function ask(token: string, path = '/api/v1/classroom/launch', method = 'GET') {
  const answer = await fetch(`${tool.url}${path}`, { method, headers: { Authorization: `Bearer ${token}` } })
  const { detail = null } = (await answer.json()) as { detail?: string | null }
  return { status: answer.status, detail }
}

/** Resolves once a page is answered like this. */
async function answered(token: string, wanted: number): Promise<void> {
  let status = 0
  for (const end = Date.now() + 30_000; status !== wanted && Date.now() < end; await pause(20))
    status = (await ask(token)).status
  expect(status).toBe(wanted)
}

test('pages of a platform that is switched off end at their next request and say so; switched on again they go on', async () => {
  const student = await open()
  const settingUp = { kind: 'LtiDeepLinkingRequest', role: 'teacher' } as const
  const teacher = await enterPage(tool, await launch(fake.lms, client, null, settingUp))
  const other = await introduce(tool, fake.lms, { id: 'next-door', deployment: 'next-door' })
  const neighbour = await enterPage(tool, await launch(fake.lms, other.client, other.activity))
  const unopened = (await launch(fake.lms, client, activity)).headers.get('location')?.split('#code=')[1]
  expect((await ask(student.token)).status).toBe(200)

  expect((await lti('disable', registration)).code).toBe(0)
  await answered(student.token, 403)
  expect(await ask(student.token)).toEqual({ status: 403, detail: expect.stringContaining(sentence) })
  expect((await ask(student.token, '/api/v1/page-sessions/renew', 'POST')).status).toBe(403)
  const exchanged = await fetch(`${tool.url}/api/v1/page-sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: unopened }),
  })
  expect(exchanged.status).toBe(403)
  const form = new URLSearchParams({ session: teacher.token, items: '[]' })
  expect(await refusalOf(await fetch(`${tool.url}/lti/deep-link`, { method: 'POST', body: form }))).toMatchObject({
    status: 403,
    code: 'platform_disabled',
    html: expect.stringContaining(sentence),
  })
  expect((await ask(neighbour.token)).status).toBe(200)

  expect((await lti('enable', registration)).code).toBe(0)
  await answered(student.token, 200)
}, 60_000)

test('a page costs the database no question of its own', async () => {
  const { token } = await open()
  const asked = [jest.spyOn(tool.ctx.db, 'alone'), jest.spyOn(tool.ctx.db, 'query')]
  try {
    for (let n = 0; n < 100; n++) await verifyPageSession(tool.ctx, token)
    for (const spy of asked) expect(spy).not.toHaveBeenCalled()
  } finally {
    for (const spy of asked) spy.mockRestore()
  }
})

test('what was switched while nobody could hear it is found out when the connection is back', async () => {
  const { token } = await open()
  const administrator = new pg.Client({ connectionString: String(tool.ctx.config.databaseUrl) })
  await administrator.connect()
  try {
    await administrator.query('ALTER TABLE lti_registrations DISABLE TRIGGER told_when_switched')
    await switchOff(tool.ctx, registration)
    expect((await ask(token)).status).toBe(200)
    await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lmm listen' AND datname = current_database()`,
    )
    await answered(token, 403)
  } finally {
    await administrator.query('ALTER TABLE lti_registrations ENABLE TRIGGER told_when_switched')
    await administrator.end()
  }
})

test('in a channel of a course of that platform, what people do is refused with the same sentence', async () => {
  const service: Served = await serve()
  const chat = smallDesk(service.ctx, smallChat())
  try {
    const { registration } = await introduce(service, fake.lms)
    const [home] = await service.ctx.db.alone<{ tenant_id: string }>('SELECT tenant_id FROM lti_deployments')
    const teacher = await pageOf(service, { tenant: home!.tenant_id, role: 'teacher' })
    const moss = inChat(chat.desk, await linked(service, teacher), newChannel())
    const binds = () => moss.fill('setup', { place: `${teacher.course}/-`, guests: 'yes' })
    expect((await binds()).text).toContain('belongs to Biology')
    expect((await moss.command('start')).text).not.toContain(sentence)

    await switchOff(service.ctx, registration)
    await heard(service.ctx, home!.tenant_id)
    expect((await moss.command('start')).text).toContain(sentence)
    expect((await binds()).text).toContain('A teacher says what a channel is for')
    expect((await moss.command('mine')).text).toContain('no session')
  } finally {
    await chat.desk.close()
    await service.close()
  }
})

test('in a session that is open live, the next thing that somebody does is refused, and nobody comes back in', async () => {
  const service: Served = await serve()
  const open: LiveVisitor[] = []
  try {
    const { registration } = await introduce(service, fake.lms)
    const [home] = await service.ctx.db.alone<{ tenant_id: string }>('SELECT tenant_id FROM lti_deployments')
    const [tenant, elsewhere] = [home!.tenant_id, await newTenant(service)]
    const settings = {
      topic: 'Fractions',
      genres: ['jazz'],
      gradeLevel: 5,
      mode: { kind: 'groups', size: 3 },
      points: 10,
    }
    const inSession = async (school: string) => {
      const teacher = await pageOf(service, { tenant: school, role: 'teacher' })
      await teacher.here('PUT', '/settings', settings)
      const student = await pageOf(service, { tenant: school })
      const session = (await student.here('POST', '/sessions')).json().id as string
      const how = { url: service.url, session, token: student.token }
      const visitor = new LiveVisitor(how)
      open.push(visitor)
      await visitor.welcomed()
      return { how, visitor }
    }
    const [ours, theirs] = [await inSession(tenant), await inSession(elsewhere)]
    await switchOff(service.ctx, registration)
    await heard(service.ctx, tenant)
    const deed: Deed = { type: 'leave' }
    expect(await ours.visitor.give(deed)).toMatchObject({
      ok: false,
      problem: { status: 403, detail: expect.stringContaining(sentence) },
    })
    expect(await liveRefusal(ours.how)).toBe('forbidden')
    expect(await theirs.visitor.give(deed)).toMatchObject({ ok: true })
  } finally {
    for (const visitor of open) visitor.close()
    await service.close()
  }
})
