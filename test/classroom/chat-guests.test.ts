import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { bindChannel } from '../../src/classroom/bind-channel.js'
import { actorInChannel } from '../../src/classroom/know-account.js'
import { mergeRosterPage, rosterStart } from '../../src/classroom/merge-roster.js'
import { readAssignment } from '../../src/classroom/read-assignment.js'
import type { Actor } from '../../src/domain/actor.js'
import type { Deed } from '../../src/domain/session/commands.js'
import { giveCommand } from '../../src/sessions/give-command.js'
import { startAssignmentSession } from '../../src/sessions/start-assignment-session.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from '../sessions/serve-sessions.js'
import { linked, newAccount, newChannel, refusal } from '../support/chat.js'
import { newTenant, visit, waitingJobs } from '../support/classroom.js'
import { LiveVisitor } from '../support/live-visitor.js'

let service: Served

beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())

test('a student in the channel is graded for what the group made, a guest beside them is not', async () => {
  const tenant = await newTenant(service)
  const teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
  const ada = await visit(service, { tenant, subject: 'a', name: 'Ada' })
  const bob = await visit(service, { tenant, subject: 'b', name: 'Bob' })
  const mode = { kind: 'groups', size: 4 }
  await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz', 'trap'], gradeLevel: 5, mode })
  const binding = await bindChannel(service.ctx, await linked(service, teacher), newChannel(), {
    ...{ tenant, course: teacher.course, assignment: teacher.assignment, guests: true },
  })
  const student = await actorInChannel(service.ctx, await linked(service, bob), binding)
  const guest = await actorInChannel(service.ctx, newAccount({ name: 'Kim' }), binding)

  const session = (await ada.here('POST', '/sessions')).json().id
  const give = (actor: Actor, deed: Deed) =>
    giveCommand(service.ctx, actor, { session, command: { id: randomUUID(), surface: 'slack', deed } })
  await give(student, { type: 'join' })
  const elsewhere = await visit(service, { tenant, role: 'teacher', subject: 't', course: 'c2', link: 'l2' })
  const { course, assignment } = elsewhere
  const stranger = { ...guest, launch: { id: binding.id, course, assignment } }
  expect(await refusal(give(stranger, { type: 'join' }))).toBe('not_found')
  expect(await refusal(startAssignmentSession(service.ctx, guest, ada))).toBe('forbidden')
  expect(await refusal(readAssignment(service.ctx, guest, ada))).toBe('forbidden')
  const { view } = await give(guest, { type: 'join' })
  expect(view.people.map(({ name, surface }) => [name, surface])).toEqual([
    ['Ada', 'lti'],
    ['Bob', 'slack'],
    ['Kim', 'slack'],
  ])

  const page = new LiveVisitor({ url: service.url, session, token: ada.token })
  try {
    await page.welcomed()
    await page.give({ type: 'advance', stage: 'lobby' })
    await page.rested('hooks')
    await give(guest, { type: 'proposeHook', text: 'Half and half will make a whole' })
    await page.until(({ view }) => view?.hooks.some(({ by }) => by.name === 'Kim'))
    for (const [stage, next] of [
      ['hooks', 'lyrics'],
      ['lyrics', 'arranging'],
      ['arranging', 'review'],
    ] as const) {
      await page.give({ type: 'advance', stage })
      await page.rested(next)
    }
    await give(guest, { type: 'submit' })
    await page.rested('finished')
  } finally {
    page.close()
  }

  const roster = async () => (await teacher.here('GET', '/roster')).json().students
  const listed = (await roster()).map(({ name, submission }: { name: string; submission: object | null }) => [
    name,
    submission !== null,
  ])
  expect(listed).toEqual([
    ['Ada', true],
    ['Bob', true],
  ])
  expect((await teacher.here('GET', '')).json().counts).toMatchObject({ students: 2, handedIn: 2 })
  expect((await teacher.here('GET', `/submissions/${guest.person}`)).status).toBe(404)
  expect((await teacher.here('PUT', `/grades/${guest.person}`, { points: 9 })).status).toBe(404)
  expect((await teacher.here('PUT', `/grades/${bob.person}`, { points: 9 })).json().passback.state).toBe('queued')
  expect(await waitingJobs(service, 'passback.send')).toHaveLength(1)
  expect((await bob.here('GET', '')).json().submission.song).toBe((await ada.here('GET', '')).json().submission.song)

  await mergeRosterPage(
    service.ctx,
    { tenant, course: teacher.course },
    rosterStart(new Date(), 'https://lms.example/members'),
    { members: [{ subject: 'a', name: 'Ada', role: 'student' }], next: null },
  )
  expect((await roster()).map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Bob'])
  const { view: seen } = (await ada.ask('GET', `/api/v1/sessions/${session}`)).json()
  expect(seen.people.map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Bob', 'Kim'])
}, 60_000)
