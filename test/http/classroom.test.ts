import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { notePassback } from '../../src/classroom/note-passback.js'
import { readPassback } from '../../src/classroom/read-passback.js'
import { handIn, newTenant, type Visitor, visit, waitingJobs } from '../support/classroom.js'
import { type Served, serve } from './serve.js'

const settings = {
  topic: 'Photosynthesis',
  keyTerms: ['chlorophyll', 'glucose'],
  genres: ['trap', 'baroque'],
  points: 10,
}

let service: Served
let tenant: string
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

beforeEach(async () => {
  tenant = await newTenant(service)
})

/** A teacher who has set the activity up, and two students of it. */
async function classOf(over: object = {}): Promise<Record<'teacher' | 'ada' | 'ben', Visitor>> {
  const teacher = await visit(service, { tenant, role: 'teacher', subject: 't', name: 'Teacher', ...over })
  const ada = await visit(service, { tenant, subject: 'a', name: 'Ada', ...over })
  const ben = await visit(service, { tenant, subject: 'b', ...over })
  expect((await teacher.here('PUT', '/settings', settings)).status).toBe(200)
  return { teacher, ada, ben }
}

const grade = (teacher: Visitor, { person }: Visitor, body: object) => teacher.here('PUT', `/grades/${person}`, body)

describe('a classroom', () => {
  test('from set-up to grade: two students hand in, the teacher grades, the grades are on their way', async () => {
    const { teacher, ada, ben } = await classOf()
    const first = await ada.here('GET', '')
    expect(first.json()).toMatchObject({
      view: 'student',
      title: 'A song',
      course: { title: 'Biology' },
      settings: { topic: 'Photosynthesis', points: 10, gradeLevel: 6, skillLevel: null },
      songs: [],
      submission: null,
      grade: null,
    })

    const made = await ada.here('POST', '/songs', { seed: 4, skillLevel: 'beginner' })
    expect(made.status).toBe(201)
    expect(made.json()).toMatchObject({
      genres: ['trap', 'baroque'],
      skillLevel: 'beginner',
      gradeLevel: 6,
      provenance: { request: { topic: 'Photosynthesis', keyTerms: ['chlorophyll', 'glucose'] } },
    })
    const handed = await ada.here('PUT', '/submission', { song: made.json().id })
    expect(handed.json()).toMatchObject({ song: made.json().id, revision: 1 })
    const bens = await handIn(ben)

    const roster = (await teacher.here('GET', '/roster')).json()
    expect(roster).toMatchObject({ canSync: true, gradebook: true, synced: null })
    expect(roster.students).toMatchObject([
      {
        person: ada.person,
        name: 'Ada',
        submission: { song: made.json().id, revision: 1 },
        grade: null,
        passback: null,
      },
      { person: ben.person, name: 'Student 2', submission: { song: bens } },
    ])

    const opened = await teacher.here('GET', `/submissions/${ada.person}`)
    expect(opened.json()).toMatchObject({ name: 'Ada', song: { id: made.json().id } })
    expect((await teacher.ask('GET', `/api/v1/mashup/${made.json().id}/lyrics.txt`)).status).toBe(200)

    const suggestion = (await teacher.here('GET', `/submissions/${ada.person}/suggestion`)).json()
    expect(suggestion).toMatchObject({ song: made.json().id, maximum: 10 })
    expect(suggestion.evidence.map(({ about }: { about: string }) => about)).toEqual([
      'topic',
      'key terms',
      'genres',
      'form',
      'craft',
    ])

    const given = await grade(teacher, ada, { points: 8.5, comment: 'A hook that stays.' })
    expect(given.json()).toMatchObject({
      grade: { points: 8.5, maximum: 10, comment: 'A hook that stays.', revision: 1, song: made.json().id },
      passback: { state: 'queued', reason: null },
    })
    await grade(teacher, ben, { points: 7 })
    const jobs = await waitingJobs(service, 'passback.send')
    expect(jobs.filter(({ payload }) => (payload as { tenant: string }).tenant === tenant)).toHaveLength(2)
    const items = (await teacher.here('GET', '/passbacks')).json().items
    expect(items.map(({ person, state }: { person: string; state: string }) => `${person} ${state}`).sort()).toEqual(
      [ada.person, ben.person].map((person) => `${person} queued`).sort(),
    )

    const own = (await ada.here('GET', '/grade')).json()
    expect(own).toMatchObject({ points: 8.5, maximum: 10, comment: 'A hook that stays.' })
    expect(own.evidence[0]).toEqual({
      about: 'topic',
      asked: 'A song about Photosynthesis.',
      found: expect.any(String),
    })
    expect((await teacher.here('GET', '')).json()).toMatchObject({
      view: 'teacher',
      counts: { students: 2, handedIn: 2, graded: 2, notArrived: 0 },
    })
  })

  test('a grade that is changed takes the place of one on its way; the same again changes nothing', async () => {
    const { teacher, ada } = await classOf()
    await handIn(ada)
    await grade(teacher, ada, { points: 6, comment: 'Nearly.' })
    const [job] = (await waitingJobs(service, 'passback.send')).filter(
      ({ payload }) => (payload as { tenant: string }).tenant === tenant,
    )
    const id = (job!.payload as { passback: string }).passback
    const before = (await readPassback(service.ctx, { tenant, passback: id }))!
    expect(before).toMatchObject({ subject: 'a', revision: 1, resourceLinkId: 'l1', state: 'queued' })
    expect(before.score).toMatchObject({ points: 6, maximum: 10, comment: 'Nearly.', timestamp: null, confirmed: null })
    expect(before.score.submittedAt).toMatch(/^\d{4}-.*Z$/)

    const same = await grade(teacher, ada, { points: 6, comment: 'Nearly.' })
    expect(same.json().grade.revision).toBe(1)
    const changed = await grade(teacher, ada, { points: 9, comment: 'Much better.' })
    expect(changed.json()).toMatchObject({
      grade: { points: 9, revision: 2 },
      passback: { state: 'queued', attempts: 0 },
    })

    expect(await notePassback(service.ctx, tenant, before, { state: 'confirmed', reason: null })).toBe(false)
    const after = (await readPassback(service.ctx, { tenant, passback: id }))!
    expect(after).toMatchObject({ id, revision: 2, score: { points: 9, comment: 'Much better.' } })
    const jobs = (await waitingJobs(service, 'passback.send')).filter(({ key }) => key === `passback:${id}`)
    expect(jobs).toHaveLength(1)
  })

  test('a grade that was confirmed is remembered when a newer one goes out, and so is one that was tried', async () => {
    const { teacher, ada } = await classOf()
    await grade(teacher, ada, { points: 5 })
    const id = (await idOf(teacher, ada))!
    const read = async () => (await readPassback(service.ctx, { tenant, passback: id }))!
    await notePassback(service.ctx, tenant, await read(), {
      state: 'sent',
      reason: null,
      score: { timestamp: '2026-01-01T00:00:00.000Z' },
    })
    await grade(teacher, ada, { points: 6 })
    expect((await read()).score).toMatchObject({ points: 6, confirmed: 5, timestamp: null })
    await grade(teacher, ada, { points: 7 })
    expect((await read()).score).toMatchObject({ points: 7, confirmed: 5 })
  })

  /** The outbox row of a student, by way of its job. */
  async function idOf(teacher: Visitor, { person }: Visitor): Promise<string | undefined> {
    for (const { payload } of await waitingJobs(service, 'passback.send')) {
      const { tenant: whose, passback } = payload as { tenant: string; passback: string }
      if (whose !== tenant) continue
      const row = await readPassback(service.ctx, { tenant, passback })
      if (row?.assignment === teacher.assignment && person) return passback
    }
    return undefined
  }

  test('two teachers at once: the second is told of the first', async () => {
    const { teacher, ada } = await classOf()
    const other = await visit(service, { tenant, role: 'teacher', subject: 't2' })
    const answers = await Promise.all([
      grade(teacher, ada, { points: 5, revision: 0 }),
      grade(other, ada, { points: 6, revision: 0 }),
    ])
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const refused = answers.find(({ status }) => status === 409)!
    expect(refused.json().detail).toMatch(/Somebody else has graded this meanwhile: [56] of 10/)
    expect((await grade(other, ada, { points: 8, revision: 1 })).status).toBe(200)
  })

  test('nothing is sent where there is no gradebook, and the teacher is told so', async () => {
    const { teacher, ada } = await classOf({ services: {} })
    const given = await grade(teacher, ada, { points: 3 })
    expect([given.status, given.json().passback]).toEqual([200, null])
    expect((await teacher.here('GET', '/roster')).json()).toMatchObject({ gradebook: false, canSync: false })
    const retried = await teacher.here('POST', `/grades/${ada.person}/passback`)
    expect([retried.status, retried.json().detail]).toEqual([409, expect.stringContaining('takes no grades from here')])
    const sync = await teacher.ask('POST', '/api/v1/classroom/roster/sync')
    expect([sync.status, sync.json().detail]).toEqual([409, expect.stringContaining('does not share its roster')])
    // The administrator allows it later: the next launch brings the services, and the grade can go out.
    await visit(service, { tenant, role: 'teacher', subject: 't' })
    expect((await teacher.here('POST', `/grades/${ada.person}/passback`)).status).toBe(202)
  })

  test('a passback that stuck shows its reason, and is sent again when asked', async () => {
    const { teacher, ada } = await classOf()
    await grade(teacher, ada, { points: 4 })
    const passback = (await readPassback(service.ctx, { tenant, passback: (await idOf(teacher, ada))! }))!
    const reason = 'The grade is locked in the gradebook.'
    await notePassback(service.ctx, tenant, passback, { state: 'needs attention', reason })
    const [row] = (await teacher.here('GET', '/roster')).json().students
    expect(row.passback).toMatchObject({ state: 'needs attention', reason, attempts: 1 })
    expect((await teacher.here('GET', '')).json().counts.notArrived).toBe(1)
    const again = await teacher.here('POST', `/grades/${ada.person}/passback`)
    expect([again.status, again.json()]).toEqual([202, expect.objectContaining({ state: 'queued', reason: null })])
  })

  test('the roster is asked for anew, once however often it is asked', async () => {
    const { teacher } = await classOf()
    for (const _ of [1, 2]) expect((await teacher.ask('POST', '/api/v1/classroom/roster/sync')).status).toBe(202)
    const jobs = (await waitingJobs(service, 'roster.sync')).filter(({ key }) => key === `roster:${teacher.course}`)
    expect(jobs).toEqual([{ key: `roster:${teacher.course}`, payload: { tenant, course: teacher.course } }])
  })
})

describe('handing in', () => {
  test('a later song takes the place of the first, also after the grade, which stays with the song it was given for', async () => {
    const { teacher, ada } = await classOf()
    const first = await handIn(ada, { seed: 1 })
    const again = await ada.here('PUT', '/submission', { song: first })
    expect(again.json().revision).toBe(1)
    await grade(teacher, ada, { points: 6 })
    const second = await handIn(ada, { seed: 2 })
    const [row] = (await teacher.here('GET', '/roster')).json().students
    expect(row).toMatchObject({
      newer: true,
      submission: { song: second, revision: 2 },
      grade: { song: first, points: 6 },
    })
    expect((await teacher.ask('GET', `/api/v1/mashup/${first}`)).status).toBe(200)
    await grade(teacher, ada, { points: 6 })
    const [graded] = (await teacher.here('GET', '/roster')).json().students
    expect(graded).toMatchObject({ newer: false, grade: { song: second, revision: 2 } })
    expect((await ada.here('GET', '')).json().songs.map(({ id }: { id: string }) => id)).toEqual([second, first])
  })

  test('only a song of one’s own, made for this very activity', async () => {
    const { ada, ben } = await classOf()
    const bens = (await ben.here('POST', '/songs', { seed: 1 })).json().id
    const free = await ada.ask('POST', '/api/v1/mashup', { prompt: 'trap x baroque about volcanoes', seed: 1 })
    expect(free.status).toBe(201)
    for (const song of [bens, free.json().id, '5f0c6a8e-1111-4111-8111-111111111111'])
      expect((await ada.here('PUT', '/submission', { song })).status).toBe(404)
  })

  test('what the teacher fixed no wish changes; what is free is the student’s', async () => {
    const { teacher, ada } = await classOf()
    const fixed = await ada.here('POST', '/songs', { genres: ['reggae', 'salsa'], seed: 1 })
    expect(fixed.json().genres).toEqual(['trap', 'baroque'])
    await teacher.here('PUT', '/settings', { topic: 'Photosynthesis', genres: ['trap'], skillLevel: 'advanced' })
    const half = await ada.here('POST', '/songs', { genres: ['reggae'], skillLevel: 'beginner', seed: 1 })
    expect(half.json()).toMatchObject({ genres: ['trap', 'reggae'], skillLevel: 'advanced' })
    const none = await ada.here('POST', '/songs', { seed: 1 })
    expect([none.status, none.json().code]).toEqual([422, 'genre_count'])
  })

  test('the steps stream as for any song', async () => {
    const { ada } = await classOf()
    const answer = await ada.ask(
      'POST',
      `/api/v1/classroom/assignments/${ada.assignment}/songs`,
      { seed: 9 },
      { Accept: 'text/event-stream' },
    )
    expect(answer.text).toMatch(/^event: step\n/)
    expect(answer.text).toContain('event: song\n')
    expect((await ada.here('GET', '')).json().songs).toHaveLength(1)
  })

  test('nothing can be made before it is set up', async () => {
    const ada = await visit(service, { tenant })
    expect((await ada.here('GET', '')).json().settings).toBeNull()
    const answer = await ada.here('POST', '/songs', {})
    expect([answer.status, answer.json().detail]).toEqual([409, expect.stringContaining('not set this activity up')])
  })
})

describe('setting up', () => {
  test('only the topic is required; what no song could be made of is refused at its own field', async () => {
    const teacher = await visit(service, { tenant, role: 'teacher' })
    const answer = await teacher.here('PUT', '/settings', { topic: 'Fractions' })
    expect(answer.json()).toMatchObject({ topic: 'Fractions', points: 10, mode: { kind: 'alone' }, genres: [] })
    const faultOf = async (over: object) => {
      const refused = (await teacher.here('PUT', '/settings', { topic: 'Fractions', ...over })).json()
      return [refused.code, refused.errors?.[0]?.at]
    }
    expect(await faultOf({ topic: '' })).toEqual(['invalid_request', '/topic'])
    expect(await faultOf({ genres: ['jazz', 'blorp'] })).toEqual(['unknown_genre', '/genres/1'])
    expect(await faultOf({ topic: 'how to make a bomb' })).toEqual(['unsafe_topic', '/topic'])
    expect(await faultOf({ facts: ['A half is more than a third.', 'Ask me at ada@school.example.'] })).toEqual([
      'invalid_request',
      '/facts/1',
    ])
    expect(await faultOf({ topic: 'bees in the style of Taylor Swift' })).toEqual(['artist_style', '/topic'])
    expect(await faultOf({ topic: 'our dog Biscuit' })).toEqual(['facts_needed', '/facts'])
    expect((await teacher.here('GET', '')).json().settings).toMatchObject({ topic: 'Fractions', facts: [] })
    expect(await faultOf({ points: 0 })).toEqual(['invalid_request', '/points'])
    expect(await faultOf({ points: 1.234 })).toEqual(['invalid_request', '/points'])
  })

  test('halves of characters and hidden signs are left out of what a teacher writes; line breaks stay', async () => {
    const { teacher, ada } = await classOf()
    const written = { ...settings, topic: 'Photo\u0000synthesis\ud800', instructions: 'Sing\u202e it.\r\n\u0000Clap.' }
    const set = await teacher.here('PUT', '/settings', written)
    expect([set.status, set.json()]).toMatchObject([
      200,
      { topic: 'Photo synthesis', instructions: 'Sing it.\n Clap.' },
    ])
    const given = await grade(teacher, ada, { points: 5, comment: 'Go\ud800od.\u0000\nMore!' })
    expect([given.status, given.json().grade?.comment]).toEqual([200, 'Good. \nMore!'])
  })

  test('the points stay once a grade was given out of them', async () => {
    const { teacher, ada } = await classOf()
    await grade(teacher, ada, { points: 10 })
    const refused = await teacher.here('PUT', '/settings', { ...settings, points: 20 })
    expect([refused.status, refused.json().errors[0].at]).toEqual([409, '/points'])
    expect((await teacher.here('PUT', '/settings', { ...settings, instructions: 'Sing it.' })).status).toBe(200)
    expect((await grade(teacher, ada, { points: 10.5 })).json().errors[0].at).toBe('/points')
  })

  test('a set-up made inside the course becomes the activity, and a copy of that begins with what it was last set to', async () => {
    const setter = await visit(service, { tenant, role: 'teacher', subject: 't', link: null })
    const made = await setter.ask('POST', '/api/v1/classroom/setups', { ...settings, title: 'Leaf song' })
    expect([made.status, made.json()]).toEqual([
      201,
      { id: expect.any(String), title: 'Leaf song', text: '', points: 10 },
    ])
    const setup = made.json().id
    const teacher = await visit(service, { tenant, role: 'teacher', subject: 't', link: 'l7', setup })
    expect((await teacher.here('GET', '')).json().settings.topic).toBe('Photosynthesis')
    const ada = await visit(service, { tenant, subject: 'a', link: 'l7', setup })
    await handIn(ada)
    await teacher.here('PUT', '/settings', { ...settings, instructions: 'Two verses.' })

    const copy = await visit(service, { tenant, role: 'teacher', subject: 't', course: 'c2', link: 'l8', setup })
    expect((await copy.here('GET', '')).json()).toMatchObject({
      settings: { topic: 'Photosynthesis', instructions: 'Two verses.' },
      counts: { students: 0, handedIn: 0, graded: 0 },
    })
    await copy.here('PUT', '/settings', { ...settings, instructions: 'Three.' })
    expect((await teacher.here('GET', '')).json().settings.instructions).toBe('Two verses.')
  })

  test('an activity that the platform copied keeps the settings and starts empty', async () => {
    const { ada } = await classOf()
    await handIn(ada)
    const copy = await visit(service, { tenant, role: 'teacher', course: 'c2', link: 'l2', copiedFrom: 'l1' })
    expect((await copy.here('GET', '')).json().settings.topic).toBe('Photosynthesis')
    expect((await copy.here('GET', '/roster')).json().students).toEqual([])
  })
})
