import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mergeRosterPage, rosterStart } from '../../src/classroom/merge-roster.js'
import type { Roster } from '../../src/domain/classroom.js'
import { type Served, serve } from '../http/serve.js'
import { handIn, newTenant, pageCode, type Visitor, visit } from '../support/classroom.js'

let service: Served
let tenant: string
let teacher: Visitor
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())
beforeEach(async () => {
  tenant = await newTenant(service)
  teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
  await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
})

const read = async (): Promise<Roster> => (await teacher.here('GET', '/roster')).json()
const names = async () => (await read()).students.map(({ name, leftAt }) => (leftAt ? `${name} (left)` : name))

/** A whole reading of the platform's roster, in one page. Whoever was seen before it began and is not on it has left. */
async function readThrough(subjects: readonly [subject: string, name: string | null][]) {
  const members = subjects.map(([subject, name]) => ({ subject, name, role: 'student' as const }))
  await mergeRosterPage(
    service.ctx,
    { tenant, course: teacher.course },
    rosterStart(new Date(), 'https://lms.example/members'),
    { members, next: null },
  )
}

describe('the roster', () => {
  test('those who have never come are in it once the platform tells of them, by name where there is one', async () => {
    await visit(service, { tenant, subject: 'a', name: 'Ada' })
    expect(await names()).toEqual(['Ada'])
    await readThrough([
      ['a', 'Ada'],
      ['b', null],
      ['c', 'Cleo'],
    ])
    expect(await names()).toEqual(['Ada', 'Cleo', expect.stringMatching(/^Student [123]$/)])
    expect((await read()).synced).toMatchObject({ complete: true, read: 3, added: 2 })
  })

  test('who has left is marked and comes last, with their work; without any they are not listed', async () => {
    const ada = await visit(service, { tenant, subject: 'a', name: 'Ada' })
    await visit(service, { tenant, subject: 'b', name: 'Ben' })
    const song = await handIn(ada)
    await readThrough([['c', 'Cleo']])
    expect(await names()).toEqual(['Cleo', 'Ada (left)'])
    expect((await read()).students[1]?.submission?.song).toBe(song)
    const given = await teacher.here('PUT', `/grades/${ada.person}`, { points: 7 })
    expect(given.status).toBe(200)
  })

  test('who comes back is there again; a teacher who is listed as a learner stays a teacher', async () => {
    const ada = await visit(service, { tenant, subject: 'a', name: 'Ada' })
    await handIn(ada)
    await readThrough([['c', 'Cleo']])
    await visit(service, { tenant, subject: 'a', name: 'Ada' })
    expect(await names()).toEqual(['Ada', 'Cleo'])
    await visit(service, { tenant, role: 'teacher', subject: 't' })
    await readThrough([
      ['t', 'Teacher'],
      ['a', 'Ada'],
    ])
    expect(await names()).toEqual(['Ada'])
  })

  test('of two courses that share their students are read at once, in whatever order, while the class comes in', async () => {
    const subjects = Array.from({ length: 60 }, (_, n) => `s${n}`)
    const other = await visit(service, { tenant, role: 'teacher', subject: 't', course: 'c2', link: 'l2' })
    const member = (subject: string) => ({ subject, name: subject, role: 'student' as const })
    const readAll = async (course: string, order: string[]) => {
      let progress = rosterStart(new Date(), 'https://lms.example/members')
      for (const part of [order.slice(0, 40), order.slice(40)])
        progress = await mergeRosterPage(service.ctx, { tenant, course }, progress, {
          members: part.map(member),
          next: part.length === 40 ? 'https://lms.example/more' : null,
        })
      return progress.complete
    }
    for (let round = 0; round < 10; round++) {
      const done = await Promise.all([
        readAll(teacher.course, subjects),
        readAll(other.course, [...subjects].reverse()),
        ...subjects.slice(0, 6).map((subject) => pageCode(service, { tenant, subject, name: subject })),
        pageCode(service, { tenant, subject: 'nobody lists me' }),
      ])
      expect(done.slice(0, 2)).toEqual([true, true])
    }
  })

  test('a name that a launch no longer brings is forgotten', async () => {
    await visit(service, { tenant, subject: 'a', name: 'Ada' })
    await visit(service, { tenant, subject: 'a' })
    expect(await names()).toEqual([expect.stringMatching(/^Student \d$/)])
  })
})
