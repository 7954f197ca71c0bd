import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { handIn, newTenant, pageCode, type Visitor, visit } from '../support/classroom.js'
import { type Served, serve } from './serve.js'

let service: Served
let tenant: string
let now = new Date()
let people: Record<'teacher' | 'assistant' | 'observer' | 'ada' | 'ben' | 'elsewhere' | 'stranger', Visitor>
let song: string

beforeAll(async () => {
  service = await serve({ now: () => now })
  tenant = await newTenant(service)
  const foreign = await newTenant(service)
  const of = (role: 'student' | 'teacher' | 'assistant' | 'observer', subject: string, over = {}) =>
    visit(service, { tenant, role, subject, ...over })
  people = {
    teacher: await of('teacher', 't'),
    assistant: await of('assistant', 'ta'),
    observer: await of('observer', 'o'),
    ada: await of('student', 'a'),
    ben: await of('student', 'b'),
    elsewhere: await of('teacher', 't2', { course: 'c2', link: 'l2' }),
    stranger: await visit(service, { tenant: foreign, role: 'teacher', subject: 't' }),
  }
  await people.teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz', 'rock'] })
  song = await handIn(people.ada)
  await people.teacher.here('PUT', `/grades/${people.ada.person}`, { points: 7 })
})
afterAll(() => service.close())

/** Every door of an assignment, as somebody finds it who was told its address. */
const doors = (): [string, string, unknown?][] => {
  const { ada } = people
  return [
    ['GET', ''],
    ['PUT', '/settings', { topic: 'Fractions' }],
    ['POST', '/songs', { seed: 3 }],
    ['PUT', '/submission', { song }],
    ['GET', '/grade'],
    ['GET', '/roster'],
    ['GET', `/submissions/${ada.person}`],
    ['GET', `/submissions/${ada.person}/suggestion`],
    ['PUT', `/grades/${ada.person}`, { points: 10 }],
    ['GET', '/passbacks'],
    ['POST', `/grades/${ada.person}/passback`],
  ]
}

const knocking = async (who: Visitor) => {
  const answers = []
  for (const [method, path, body] of doors()) {
    const { status } = await who.ask(method, `/api/v1/classroom/assignments/${people.ada.assignment}${path}`, body)
    answers.push(`${method} ${path.replaceAll(people.ada.person, 'ada')}: ${status}`)
  }
  return answers
}

describe('who may do what', () => {
  test('a student reaches their own and none of the teacher’s doors', async () => {
    expect(await knocking(people.ben)).toEqual([
      'GET : 200',
      'PUT /settings: 403',
      'POST /songs: 201',
      'PUT /submission: 404',
      'GET /grade: 404',
      'GET /roster: 403',
      'GET /submissions/ada: 403',
      'GET /submissions/ada/suggestion: 403',
      'PUT /grades/ada: 403',
      'GET /passbacks: 403',
      'POST /grades/ada/passback: 403',
    ])
    expect((await people.ben.ask('POST', '/api/v1/classroom/setups', { topic: 'Fractions' })).status).toBe(403)
    expect((await people.ben.ask('POST', '/api/v1/classroom/roster/sync')).status).toBe(403)
    expect((await people.ben.ask('GET', `/api/v1/mashup/${song}`)).status).toBe(404)
    const own = await people.ada.here('GET', `/submissions/${people.ada.person}`)
    expect([own.status, own.json().passback]).toEqual([200, null])
  })

  test('an assistant reads and sees suggestions, and neither grades nor sets up', async () => {
    expect(await knocking(people.assistant)).toEqual([
      'GET : 200',
      'PUT /settings: 403',
      'POST /songs: 403',
      'PUT /submission: 403',
      'GET /grade: 404',
      'GET /roster: 200',
      'GET /submissions/ada: 200',
      'GET /submissions/ada/suggestion: 200',
      'PUT /grades/ada: 403',
      'GET /passbacks: 200',
      'POST /grades/ada/passback: 403',
    ])
    expect((await people.assistant.ask('GET', `/api/v1/mashup/${song}`)).status).toBe(200)
  })

  test('an observer reaches nothing', async () => {
    expect((await knocking(people.observer)).filter((line) => !line.endsWith(': 403'))).toEqual([])
    expect((await people.observer.ask('GET', `/api/v1/mashup/${song}`)).status).toBe(403)
  })

  test.each(['elsewhere', 'stranger'] as const)(
    'a teacher of another course or tenant (%s) finds nothing there',
    async (who) => {
      const refused = (await knocking(people[who])).filter((line) => !/: (403|404)$/.test(line))
      expect(refused).toEqual([])
      expect((await people[who].ask('GET', `/api/v1/mashup/${song}`)).status).toBe(404)
    },
  )

  test('a draft stays its maker’s until it is handed in', async () => {
    const draft = (await people.ben.here('POST', '/songs', { seed: 11 })).json().id
    expect((await people.teacher.ask('GET', `/api/v1/mashup/${draft}`)).status).toBe(404)
    await people.ben.here('PUT', '/submission', { song: draft })
    expect((await people.teacher.ask('GET', `/api/v1/mashup/${draft}`)).status).toBe(200)
  })

  test('nobody is graded who is no student of the course', async () => {
    for (const person of [people.teacher.person, people.stranger.person])
      expect((await people.teacher.here('PUT', `/grades/${person}`, { points: 1 })).status).toBe(404)
  })

  test('a guest, and a launch’s course that is not there, are refused', async () => {
    const path = `/api/v1/classroom/assignments/${people.ada.assignment}`
    expect((await service.ask('GET', path)).status).toBe(403)
    expect((await service.ask('GET', '/api/v1/classroom/launch')).status).toBe(403)
  })

  test('a review opens the work that it was asked for', async () => {
    const review = await visit(service, { tenant, role: 'teacher', subject: 't', about: 'a' })
    expect((await review.ask('GET', '/api/v1/classroom/launch')).json()).toMatchObject({
      role: 'teacher',
      course: { title: 'Biology' },
      assignment: people.ada.assignment,
      about: people.ada.person,
    })
    const nobody = await visit(service, { tenant, role: 'teacher', subject: 't', about: 'never came' })
    expect((await nobody.ask('GET', '/api/v1/classroom/launch')).json().about).toBeNull()
  })
})

describe('page sessions', () => {
  const open = (code: string) => service.ask('POST', '/api/v1/page-sessions', { body: { code } })
  const launchOf = (token: string) =>
    service.ask('GET', '/api/v1/classroom/launch', { headers: { Authorization: `Bearer ${token}` } })
  const renew = (token: string) =>
    service.ask('POST', '/api/v1/page-sessions/renew', { headers: { Authorization: `Bearer ${token}` } })

  test('a code is good once, however many bring it at once', async () => {
    const { code } = await pageCode(service, { tenant })
    const answers = await Promise.all(Array.from({ length: 5 }, () => open(code)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    const refused = answers.find(({ status }) => status === 401)!
    expect(refused.json().detail).toContain('Open the activity again from your course')
    expect((await open('nothing of ours')).status).toBe(401)
    expect(answers.find(({ status }) => status === 201)!.headers.get('cache-control')).toBe('no-store')
  })

  test('a token lasts an hour, is renewed while the launch is fresh, and is over on the next day', async () => {
    const began = now
    try {
      const { code } = await pageCode(service, { tenant, role: 'teacher' })
      const { token } = (await open(code)).json()
      now = new Date(began.getTime() + 59 * 60_000)
      const renewed = await renew(token)
      expect(renewed.status).toBe(201)
      now = new Date(began.getTime() + 61 * 60_000)
      const over = await launchOf(token)
      expect([over.status, over.json().detail]).toEqual([401, expect.stringContaining('open for long')])
      expect((await launchOf(renewed.json().token)).status).toBe(200)
      let latest = renewed.json().token
      for (let minutes = 100; minutes < 12 * 60; minutes += 50) {
        now = new Date(began.getTime() + minutes * 60_000)
        latest = (await renew(latest)).json().token
      }
      now = new Date(began.getTime() + 12 * 3_600_000 + 1000)
      expect((await renew(latest)).status).toBe(401)
    } finally {
      now = began
    }
  })

  test('a second person’s page does not change the first one’s', async () => {
    const who = async ({ token }: Visitor) => (await launchOf(token)).json().role
    expect([await who(people.ada), await who(people.teacher), await who(people.ada)]).toEqual([
      'student',
      'teacher',
      'student',
    ])
  })

  test('an API token is not renewed as a page, nor a forged page let in', async () => {
    const guest = await service.ask('POST', '/api/v1/page-sessions/renew')
    expect(guest.status).toBe(401)
    const [header, claims] = people.ada.token.split('.')
    expect((await launchOf(`${header}.${claims}.AAAA`)).status).toBe(401)
  })
})
