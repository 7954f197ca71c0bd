import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import type { Deed } from '../../src/domain/session/commands.js'
import { handleSessionJobs } from '../../src/sessions/handle-session-jobs.js'
import { type Served, serve } from '../http/serve.js'
import { newTenant, type Visitor, visit } from '../support/classroom.js'

let service: Served
let ahead = 0
const minutes = 60_000

beforeAll(async () => {
  const compute = inlineCompute()
  service = await serve({ compute, model: embedded(compute), now: () => new Date(Date.now() + ahead) })
  handleSessionJobs(service.ctx)
  await service.ctx.jobs.start()
})
afterAll(() => service.close())

const give = (who: Visitor, session: string, deed: Deed) =>
  who.ask('POST', `/api/v1/sessions/${session}/commands`, { id: randomUUID(), deed })
const sees = async (who: Visitor, session: string) => (await who.ask('GET', `/api/v1/sessions/${session}`)).json().view
const leaders = async (who: Visitor, session: string): Promise<string[]> =>
  (await sees(who, session)).people
    .filter(({ role }: { role: string }) => role === 'host')
    .map(({ name }: { name: string }) => name)

test('a group of an assignment goes on without its host, who left the room without a word; once back they sing with it', async () => {
  const tenant = await newTenant(service)
  const teacher = await visit(service, { tenant, role: 'teacher', name: 'Ms Moss' })
  const [ada, bob, stranger] = (await Promise.all(
    ['Ada', 'Bob', 'Cyd'].map((name) => visit(service, { tenant, name })),
  )) as [Visitor, Visitor, Visitor]
  const settings = {
    topic: 'Fractions',
    genres: ['jazz'],
    gradeLevel: 5,
    mode: { kind: 'groups', size: 2 },
    points: 10,
  }
  await teacher.here('PUT', '/settings', settings)
  const session = (await ada.here('POST', '/sessions')).json().id
  await give(bob, session, { type: 'join' })

  const early = await give(bob, session, { type: 'takeLead' })
  expect([early.status, early.json().detail]).toEqual([403, expect.stringContaining('a few minutes ago')])
  expect((await give(bob, session, { type: 'advance', stage: 'lobby' })).status).toBe(403)

  ahead = 15 * minutes
  expect((await give(stranger, session, { type: 'takeLead' })).status).not.toBe(200)
  expect((await give(bob, session, { type: 'takeLead' })).status).toBe(200)
  expect((await give(bob, session, { type: 'setRequest', request: { genres: ['trap'] } })).status).toBe(200)
  expect((await give(bob, session, { type: 'advance', stage: 'lobby' })).status).toBe(200)
  expect((await sees(bob, session)).stage).toBe('hooks')

  expect((await give(ada, session, { type: 'proposeHook', text: 'Half of a half is a quarter of me' })).status).toBe(
    200,
  )
  expect(await leaders(teacher, session)).toEqual(['Bob'])
}, 60_000)
