import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { overrideGrade } from '../../lti/sandbox/gradebook.js'
import { type Classroom, cellIn, openClassroom, secondsUntilRetry } from './classroom.js'

let room: Classroom
const student = '4'
const item = () => [...room.lms.lineItems.values()][0]!
const sentScores = () => room.lms.traffic.filter(({ path, method }) => method === 'POST' && path.includes('/scores'))

describe('grades to a platform with the manners of Moodle', () => {
  beforeEach(async () => {
    room = await openClassroom({ manners: 'moodle' })
  })
  afterEach(() => room.close())

  test('arrive with points and comment, in a column made for the activity, and are seen there', async () => {
    await room.grade(student, 8, 'Good rhymes.\nMind the bridge.')
    expect(await room.send(student)).toMatchObject({ state: 'confirmed', reason: null, score: { confirmed: 8 } })
    expect(item()).toMatchObject({ resourceLinkId: room.activity.id, scoreMaximum: 10, tag: 'song' })
    expect(cellIn(room.lms, student)).toMatchObject({ points: 8, comment: 'Good rhymes.\nMind the bridge.' })
  })

  test('that were changed later follow, also within the same second', async () => {
    await room.grade(student, 8)
    await room.send(student)
    await room.grade(student, 9, 'Even better.')
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
    expect(sentScores().map(({ status }) => status)).toEqual([200, 200])
    expect(cellIn(room.lms, student)).toMatchObject({ points: 9, comment: 'Even better.' })
  })

  test('are told from each other by the timestamp of their first try: a repetition is known as one', async () => {
    await room.grade('5', 1)
    await room.send('5')
    await room.grade(student, 8)
    room.lms.faults.serverErrors = 1
    room.lms.faults.random = () => 0.4
    expect(await room.send(student)).toMatchObject({
      state: 'queued',
      reason: expect.stringContaining('problem of its own'),
    })
    room.lms.faults.serverErrors = 0
    expect(cellIn(room.lms, student)?.history).toHaveLength(1)
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
    expect(cellIn(room.lms, student)?.history).toHaveLength(1)
  })

  test('stay what a teacher wrote over them in the gradebook', async () => {
    await room.grade(student, 8)
    await room.send(student)
    overrideGrade(room.lms, item().id, student, 3)
    await room.grade(student, 9)
    const row = await room.send(student)
    expect(row).toMatchObject({ state: 'needs attention', reason: expect.stringContaining('3 of 10') })
    expect(cellIn(room.lms, student)?.points).toBe(3)
  })

  test('of a locked column are tried some times, then explained', async () => {
    await room.grade(student, 8)
    room.lms.faults.locked = true
    let row = await room.send(student)
    for (let tries = 1; tries < 6; tries++) row = await room.send(student)
    expect(row).toMatchObject({ state: 'needs attention', reason: expect.stringContaining('locked') })
  })

  test('of somebody who has left are refused, and it is said why', async () => {
    await room.grade(student, 8)
    room.lms.people.find(({ id }) => id === student)!.left = true
    expect(await room.send(student)).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('does not take a grade for this person'),
    })
  })

  test('wait as long as a 429 says', async () => {
    await room.grade('5', 1)
    await room.send('5')
    await room.grade(student, 8)
    room.lms.faults.tooMany = 1
    room.lms.faults.retryAfterSeconds = 70
    room.lms.faults.random = () => 0.5
    const row = await room.send(student)
    expect(row).toMatchObject({ state: 'queued', reason: expect.stringContaining('asks us to wait') })
    const seconds = await secondsUntilRetry(room, row.id)
    expect(seconds).toBeGreaterThan(65)
    expect(seconds).toBeLessThanOrEqual(70)
  })

  test('that met a 409 for nothing go out again with a later time', async () => {
    await room.grade(student, 8)
    room.lms.faults.conflicts = 1
    room.lms.faults.random = () => 0.5
    expect(await room.send(student)).toMatchObject({ state: 'queued', score: { timestamp: null } })
    room.lms.faults.conflicts = 0
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
  })

  test('go out with a new token, once, after a 401', async () => {
    await room.grade(student, 8)
    await room.send(student)
    await room.grade('5', 7)
    room.lms.faults.revoked = true
    expect(await room.send('5')).toMatchObject({ state: 'confirmed' })
    expect(sentScores().map(({ status }) => status)).toEqual([200, 401, 200])
  })

  test('need attention where the scope was not granted', async () => {
    room.client.scopes = room.client.scopes.filter((scope) => !scope.endsWith('/score'))
    await room.grade(student, 8)
    expect(await room.send(student)).toMatchObject({ state: 'needs attention' })
  })

  test('go into a new column when theirs was deleted, one for all of them', async () => {
    for (const id of ['4', '5']) await room.grade(id, 8)
    await room.send(student)
    room.lms.lineItems.clear()
    await room.grade(student, 9)
    const rows = await Promise.all(['4', '5'].map((id) => room.send(id)))
    expect(rows.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(room.lms.lineItems.size).toBe(1)
    expect(cellIn(room.lms, student)?.points).toBe(9)
  })

  test('need attention when their activity was deleted with its column', async () => {
    await room.grade(student, 8)
    await room.send(student)
    room.lms.lineItems.clear()
    room.lms.activities.clear()
    await room.grade(student, 9)
    expect(await room.send(student)).toMatchObject({
      state: 'needs attention',
      reason: expect.stringContaining('column'),
    })
  })

  test('are later than the one before by their own time, though a clock of ours went back', async () => {
    let ahead = 600
    room.tool.ctx.now = () => new Date(Date.now() + ahead * 1000)
    room.lms.faults.clockSeconds = ahead
    await room.grade(student, 8)
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
    ahead = 0
    room.lms.faults.clockSeconds = ahead
    await room.grade(student, 9)
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
    expect(cellIn(room.lms, student)).toMatchObject({ points: 9, history: [{}, {}] })
  })

  test('of many students at once make one column and ask for one token', async () => {
    for (const id of room.students.keys()) await room.grade(id, 5)
    const before = room.lms.traffic.length
    await Promise.all([...room.students.keys()].map((id) => room.send(id)))
    const seen = room.lms.traffic.slice(before)
    expect(room.lms.lineItems.size).toBe(1)
    expect(seen.filter(({ path, method }) => method === 'POST' && /lineitems(\?|$)/.test(path))).toHaveLength(1)
    const tokenCalls = seen.filter(({ path }) => path.endsWith('/token'))
    // One for each set of scopes: line items, scores, results.
    expect(tokenCalls).toHaveLength(3)
  })
})

describe('grades to a platform with the manners of Canvas', () => {
  beforeEach(async () => {
    room = await openClassroom({ manners: 'canvas' })
  })
  afterEach(() => room.close())

  test('arrive, and however often they change they are no new attempts', async () => {
    for (const points of [4, 5, 6, 7]) {
      await room.grade(student, points)
      expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
    }
    expect(cellIn(room.lms, student)).toMatchObject({ points: 7, attempts: 0 })
  })

  test('wait when a 403 means a rate limit', async () => {
    await room.grade(student, 8)
    await room.send(student)
    await room.grade(student, 9)
    room.lms.faults.rateLimited = true
    expect(await room.send(student)).toMatchObject({ state: 'queued', reason: expect.stringContaining('wait') })
    room.lms.faults.rateLimited = false
    expect(await room.send(student)).toMatchObject({ state: 'confirmed' })
  })

  test('of a closed grading period are refused (422)', async () => {
    await room.grade(student, 8)
    room.lms.faults.locked = true
    expect(await room.send(student)).toMatchObject({ state: 'refused' })
  })
})
