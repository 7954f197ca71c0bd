import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { syncRoster } from '../../lti/services/sync-roster.js'
import type { RosterProgress } from '../../src/classroom/merge-roster.js'
import { readRoster } from '../../src/classroom/read-roster.js'
import { type Classroom, openClassroom } from './classroom.js'

let room: Classroom
const never = () => ({ signal: new AbortController().signal, attempt: 1 })
const course = () => ({ tenant: room.teacher.tenant, course: room.teacher.launch!.course })
const sync = (run = never()) => syncRoster(room.door, room.tokens, course(), run)

const read = <R extends object>(sql: string) =>
  room.tool.ctx.db.inTenant(room.teacher.tenant, (tx) => room.tool.ctx.db.query<R>(tx, sql))
const progress = async () => (await read<{ roster: RosterProgress }>('SELECT roster FROM courses'))[0]!.roster
const members = () =>
  read<{ subject: string; name: string | null; role: string; left_at: Date | null }>(
    'SELECT p.subject, p.name, m.role, m.left_at FROM memberships m JOIN people p ON p.id = m.person_id ORDER BY p.subject::int',
  )
const rosterCalls = () => room.lms.traffic.filter(({ path }) => path.includes('/members'))

describe.each(['moodle', 'canvas'] as const)('a roster with the manners of %s', (manners) => {
  beforeEach(async () => {
    room = await openClassroom({ manners, students: 1200, entered: 0 })
  })
  afterEach(() => room.close())

  test('is read to its last page, each member once', async () => {
    await sync()
    expect(await progress()).toMatchObject({ complete: true, next: null, read: 1202, left: 0 })
    expect(rosterCalls()).toHaveLength(3)
    const all = await members()
    expect(all).toHaveLength(1202)
    expect(all.filter(({ role }) => role === 'teacher').map(({ subject }) => subject)).toContain('2')
  })

  test('goes on where it was stopped', async () => {
    const stop = new AbortController()
    const halfway = { signal: stop.signal, attempt: 1 }
    const push = room.lms.traffic.push.bind(room.lms.traffic)
    room.lms.traffic.push = (...calls) => {
      if (calls.some(({ path }) => path.includes('/members'))) stop.abort()
      return push(...calls)
    }
    await expect(sync(halfway)).rejects.toBeDefined()
    room.lms.traffic.push = push
    const begun = (await progress()) ?? { read: 0 }
    await sync()
    expect(begun.read).toBeLessThan(1202)
    expect(await progress()).toMatchObject({ complete: true, read: 1202 })
    expect(await members()).toHaveLength(1202)
  })

  test('marks who has left, deletes nobody, and knows who came back', async () => {
    await sync()
    const gone = room.lms.people.find(({ id }) => id === '700')!
    gone.left = true
    await sync()
    expect(await progress()).toMatchObject({ complete: true, left: 1 })
    expect((await members()).filter(({ left_at }) => left_at !== null).map(({ subject }) => subject)).toEqual(['700'])
    gone.left = false
    await sync()
    expect(await progress()).toMatchObject({ returned: 1, left: 0 })
    expect((await members()).every(({ left_at }) => left_at === null)).toBe(true)
  })

  test('works without names', async () => {
    room.lms.shareNames = false
    await sync()
    const fresh = (await members()).find(({ subject }) => subject === '900')
    expect(fresh).toMatchObject({ name: null, role: 'student' })
  })

  test('has the names of those whose names are told activity by activity, and all the others too', async () => {
    room.lms.shareNames = 'by link'
    room.activity.onlyFor = ['2', '4', '900']
    await sync()
    expect(await progress()).toMatchObject({ complete: true, read: 1202, left: 0 })
    const all = await members()
    expect(all.find(({ subject }) => subject === '900')).toMatchObject({ name: 'Student 897', left_at: null })
    expect(all.find(({ subject }) => subject === '901')).toMatchObject({ name: null, left_at: null })
    expect(all.every(({ left_at }) => left_at === null)).toBe(true)
  })

  test('begins anew when the page where it stopped is there no more, or long ago', async () => {
    await sync()
    const done = await progress()
    const broken = (over: Partial<RosterProgress>) =>
      room.tool.ctx.db.inTenant(room.teacher.tenant, (tx) =>
        room.tool.ctx.db.query(tx, 'UPDATE courses SET roster = $1', [
          JSON.stringify({ ...done, complete: false, read: 500, ...over }),
        ]),
      )
    const page = rosterCalls()[0]!.path.replace(/^\//, `${room.lms.base}/`)
    await broken({ next: page.replace('/members', '/nowhere') })
    await sync()
    expect(await progress()).toMatchObject({ complete: true, read: 1202, left: 0 })
    await broken({
      next: page.replace('/members', '/nowhere'),
      startedAt: new Date(Date.now() - 7_200_000).toISOString(),
    })
    const before = rosterCalls().length
    await sync()
    expect(await progress()).toMatchObject({ complete: true, read: 1202 })
    expect(rosterCalls().slice(before)).toHaveLength(3)
  })

  test('that the platform does not allow is told to the teacher, and read when it does', async () => {
    const { scopes } = room.client
    room.client.scopes = scopes.filter((scope) => !scope.includes('nrps'))
    await sync()
    expect(await progress()).toMatchObject({ complete: false, refused: expect.stringContaining('administrator') })
    const { synced } = await readRoster(room.tool.ctx, room.teacher, { assignment: room.assignment })
    expect(synced?.refused).toContain('can allow it')
    room.client.scopes = scopes
    await sync()
    expect(await progress()).toMatchObject({ complete: true, read: 1202 })
    const again = await readRoster(room.tool.ctx, room.teacher, { assignment: room.assignment })
    expect(again.synced).toMatchObject({ complete: true, refused: null })
  })

  test('of nobody is no roster: nobody is taken for gone', async () => {
    await sync()
    for (const person of room.lms.people) person.left = true
    await sync()
    expect((await members()).every(({ left_at }) => left_at === null)).toBe(true)
  })

  test('that breaks off says so, and nobody is taken for gone', async () => {
    room.lms.faults.serverErrors = 1
    room.lms.faults.random = () => 0.9
    await expect(sync()).rejects.toMatchObject({ code: 'unavailable' })
    expect((await members()).every(({ left_at }) => left_at === null)).toBe(true)
  })
})

test('10,000 members are read within 20 seconds of work, the platform’s own part included', async () => {
  room = await openClassroom({ students: 10_000, entered: 0 })
  try {
    const before = process.cpuUsage()
    await sync()
    const { user, system } = process.cpuUsage(before)
    expect(await progress()).toMatchObject({ complete: true, read: 10_002 })
    // Of the processor, which a busy machine does not lengthen as it does the clock's.
    expect((user + system) / 1e6).toBeLessThan(20)
  } finally {
    await room.close()
  }
})
