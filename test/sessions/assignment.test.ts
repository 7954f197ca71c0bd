import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Deed } from '../../src/domain/session/commands.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import type { Served } from '../http/serve.js'
import { newTenant, type Visitor, visit } from '../support/classroom.js'
import { LiveVisitor, refusalOf } from '../support/live-visitor.js'
import { serveSessions } from './serve-sessions.js'

let service: Served
let tenant: string
let teacher: Visitor
let students: Visitor[]

beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())

const settings = {
  topic: 'Fractions',
  keyTerms: ['numerator', 'denominator'],
  genres: ['jazz'],
  gradeLevel: 5,
  mode: { kind: 'groups', size: 3 },
  points: 10,
}

beforeEach(async () => {
  tenant = await newTenant(service)
  teacher = await visit(service, { tenant, role: 'teacher', name: 'Ms Moss' })
  students = await Promise.all(['Ada', 'Bob', 'Cyd', 'Dee'].map((name) => visit(service, { tenant, name })))
  await teacher.here('PUT', '/settings', settings)
})

const give = (who: Visitor, session: string, deed: Deed) =>
  who.ask('POST', `/api/v1/sessions/${session}/commands`, { id: randomUUID(), deed })
const groupsOf = async (who: Visitor) => (await who.here('GET', '/sessions')).json().items
const sees = async (who: Visitor, session: string): Promise<SessionView> =>
  (await who.ask('GET', `/api/v1/sessions/${session}`)).json().view

async function begin(who: Visitor): Promise<string> {
  const answer = await who.here('POST', '/sessions')
  expect(answer.status).toBe(201)
  return answer.json().id
}

test('a group is begun, joined while there is room, and everybody is in one', async () => {
  const [ada, bob, cyd, dee] = students as [Visitor, Visitor, Visitor, Visitor]
  const session = await begin(ada)
  expect((await ada.here('POST', '/sessions')).status).toBe(409)
  for (const who of [bob, cyd]) expect((await give(who, session, { type: 'join' })).status).toBe(200)
  const full = await give(dee, session, { type: 'join' })
  expect([full.status, full.json().detail]).toEqual([409, expect.stringContaining('full')])
  const own = await begin(dee)
  expect((await give(bob, own, { type: 'join' })).status).toBe(409)
  await give(bob, session, { type: 'leave' })
  expect((await give(bob, own, { type: 'join' })).status).toBe(200)
  const seen = await groupsOf(cyd)
  const names = ({ people }: SessionView) => people.filter(({ here }) => here).map(({ name }) => name)
  expect(
    seen.map((group: SessionView & { mine: boolean; hasRoom: boolean }) => [names(group), group.mine, group.hasRoom]),
  ).toEqual([
    [['Dee', 'Bob'], false, true],
    [['Ada', 'Cyd'], true, true],
  ])
  expect(JSON.stringify(seen)).not.toContain(ada.person)
})

test('what the teacher settled stands; the group sets the rest', async () => {
  const [ada] = students as [Visitor]
  const session = await begin(ada)
  expect((await give(ada, session, { type: 'setRequest', request: { topic: 'dinosaurs' } })).status).toBe(403)
  const answer = await give(ada, session, { type: 'setRequest', request: { genres: ['trap'], skillLevel: 'beginner' } })
  expect(answer.json().view.request).toMatchObject({
    topic: 'Fractions',
    genres: ['jazz-swing', 'trap'],
    skillLevel: 'beginner',
    keyTerms: ['numerator', 'denominator'],
  })
})

test('names are shown to classmates only where the course allows it, and to the teacher always', async () => {
  await teacher.here('PUT', '/settings', { ...settings, showNames: false })
  const [ada, bob] = students as [Visitor, Visitor]
  const session = await begin(ada)
  await give(bob, session, { type: 'join' })
  expect((await sees(bob, session)).people.map(({ name }) => name)).toEqual(['Singer 1', 'Bob'])
  expect((await sees(teacher, session)).people.map(({ name }) => name)).toEqual(['Ada', 'Bob'])
})

test('others stay out: another course, another school, an observer, and who works alone', async () => {
  const [ada] = students as [Visitor]
  const session = await begin(ada)
  const elsewhere = await visit(service, { tenant, role: 'teacher', course: 'c2', link: 'l2' })
  const school = await visit(service, { tenant: await newTenant(service), role: 'teacher' })
  for (const who of [elsewhere, school]) {
    expect((await who.ask('GET', `/api/v1/sessions/${session}`)).status).toBe(404)
    expect((await give(who, session, { type: 'join' })).status).toBe(404)
    expect((await who.ask('GET', `/api/v1/classroom/assignments/${ada.assignment}/sessions`)).status).toBe(404)
    expect(await refusalOf({ url: service.url, session, token: who.token })).toBe('not_found')
  }
  const observer = await visit(service, { tenant, role: 'observer' })
  expect((await observer.here('GET', '/sessions')).status).toBe(403)
  await teacher.here('PUT', '/settings', { ...settings, mode: { kind: 'alone' } })
  expect((await students[1]!.here('POST', '/sessions')).status).toBe(409)
})

test('the teacher looks in, pauses the AI, judges a held text and closes a stage; the song is handed in for all', async () => {
  const [ada, bob, cyd] = students as [Visitor, Visitor, Visitor]
  const session = await begin(ada)
  await give(bob, session, { type: 'join' })
  await give(ada, session, { type: 'setRequest', request: { genres: ['trap'] } })
  const live = [ada, bob, teacher].map(({ token }) => new LiveVisitor({ url: service.url, session, token }))
  const [a, b, t] = live as [LiveVisitor, LiveVisitor, LiveVisitor]
  try {
    await Promise.all(live.map((one) => one.welcomed()))
    expect(t.view?.people).toHaveLength(2)
    expect(await t.give({ type: 'pauseAi', paused: true })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    await t.give({ type: 'join' })
    await a.give({ type: 'advance', stage: 'lobby' })
    await a.rested('hooks')

    await t.give({ type: 'pauseAi', paused: true })
    expect(await a.give({ type: 'moreHooks' })).toMatchObject({ ok: false, problem: { code: 'forbidden' } })
    await t.give({ type: 'pauseAi', paused: false })
    await b.give({ type: 'proposeHook', text: 'shut up you idiot' })
    const { held } = await t.until(({ view }) => view?.held.length)
    expect([held[0]?.by.name, a.view?.held]).toEqual(['Bob', []])
    expect((await groupsOf(teacher))[0]).toMatchObject({ held: 1, stage: 'hooks' })
    await t.give({ type: 'judgeHeld', held: held[0]!.id, release: false })
    await b.until(({ view }) => view?.held.length === 0)
    expect(a.heard).not.toContain('idiot')

    await t.give({ type: 'advance', stage: 'hooks' })
    await a.rested('lyrics')
    await t.give({ type: 'advance', stage: 'lyrics' })
    await a.rested('arranging')
    await t.give({ type: 'advance', stage: 'arranging' })
    await a.rested('review')
    expect(await b.give({ type: 'submit' })).toMatchObject({ ok: true })
    await a.rested('finished')
  } finally {
    for (const one of live) one.close()
  }
  const roster = (await teacher.here('GET', '/roster')).json().students
  const handedIn = roster.filter(({ submission }: { submission: object | null }) => submission)
  expect(handedIn.map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Bob'])
  const songs = new Set(handedIn.map(({ submission }: { submission: { song: string } }) => submission.song))
  expect(songs.size).toBe(1)
  const song = `/api/v1/mashup/${String([...songs][0])}`
  expect([(await ada.ask('GET', song)).status, (await bob.ask('GET', song)).status]).toEqual([200, 200])
  expect((await cyd.ask('GET', song)).status).toBe(404)
  expect((await teacher.here('PUT', `/grades/${ada.person}`, { points: 9 })).status).toBe(200)
  expect((await ada.here('GET', '')).json().submission).toMatchObject({ revision: 1 })
}, 60_000)
