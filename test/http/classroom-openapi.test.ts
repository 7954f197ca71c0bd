import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bindChannel } from '../../src/classroom/bind-channel.js'
import type { OpenApi } from '../../src/http/openapi.js'
import { routesOf } from '../../src/http/routes.js'
import { linked, newChannel } from '../support/chat.js'
import { handIn, newTenant, pageCode, type Visitor, visit } from '../support/classroom.js'
import { conformsTo } from './conforms-to.js'
import { type Served, serve } from './serve.js'

let service: Served
let document: OpenApi
let teacher: Visitor
let ada: Visitor
let song: string
let code: string
let link: string
let channel: string
const mode = { kind: 'groups', size: 3 }

beforeAll(async () => {
  service = await serve()
  document = (await service.ask('GET', '/openapi.json')).json()
  const tenant = await newTenant(service)
  teacher = await visit(service, { tenant, role: 'teacher' })
  ada = await visit(service, { tenant })
  await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz', 'rock'], mode })
  song = await handIn(ada)
  code = (await pageCode(service, { tenant })).code
  await teacher.here('PUT', `/grades/${ada.person}`, { points: 7 })
  const account = await linked(service, teacher)
  link = (await teacher.ask('GET', '/api/v1/classroom/chat/links')).json().items[0].id
  const { course, assignment } = teacher
  channel = (await bindChannel(service.ctx, account, newChannel(), { tenant, course, assignment, guests: true })).id
})
afterAll(() => service.close())

const routes = routesOf({ publicUrl: 'http://localhost' }).filter(({ tag }) => tag === 'Classroom')
/** Doors of a student; all others are a teacher's. */
const own = new Set(['makeAssignmentSong', 'submitSong', 'readOwnGrade'])
const bodies = (): Record<string, unknown> => ({
  openPageSession: { code },
  createSetup: { topic: 'Fractions' },
  configureAssignment: { topic: 'Fractions', mode },
  makeAssignmentSong: { genres: ['jazz', 'rock'], seed: 1 },
  submitSong: { song },
  recordGrade: { points: 8 },
})

test.each(routes.map((route) => [route.id, route] as const))(
  '%s answers as described',
  async (id, { method, path }) => {
    const who = own.has(id) ? ada : teacher
    const target = { removeAccountLink: link, removeBinding: channel }[id] ?? teacher.assignment
    const actual = path.replace(':id', target).replace(':person', ada.person)
    const answer = await who.ask(method.toUpperCase(), actual, bodies()[id])
    expect(answer.status).toBeLessThan(400)
    conformsTo(document, method, path, answer)
    const refused = await service.ask(method.toUpperCase(), actual, {
      ...(id in bodies() && { body: {} }),
      headers: { Authorization: 'Bearer x' },
    })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    conformsTo(document, method, path, refused)
  },
)

test('a student’s view has nothing of others and nothing of the platform', async () => {
  const view = (await ada.here('GET', '')).text
  for (const secret of [teacher.person, 'line-items', 'services', 'subject']) expect(view).not.toContain(secret)
})
