import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import { syncRoster } from '../../lti/services/sync-roster.js'
import { recordGrade } from '../../src/classroom/record-grade.js'
import { openClassroom } from './classroom.js'
import { startWorker } from './worker-process.js'

const students = 1000
const patienceMs = 200_000
const secrets = {
  JWT_SECRET: randomBytes(48).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
}
const pointsOf = (subject: string): number => (Number(subject) % 41) / 4

/** Waits for what happens in other processes. */
async function until(what: () => boolean | Promise<boolean>, everyMs = 50): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await pause(everyMs)) if (await what()) return
  throw new Error('it did not happen in time')
}

test('1,000 grades arrive once each with their values, through errors, refusals and two killed processes', async () => {
  const room = await openClassroom({ students, entered: 0, settings: secrets })
  const { tool, lms, teacher, assignment, door, tokens } = room
  const { ctx } = tool
  const query = <R extends object>(sql: string) => ctx.db.inTenant(teacher.tenant, (tx) => ctx.db.query<R>(tx, sql))
  await syncRoster(
    door,
    tokens,
    { tenant: teacher.tenant, course: teacher.launch!.course },
    { signal: new AbortController().signal, attempt: 1 },
  )
  const people = await query<{ id: string; subject: string }>(
    `SELECT p.id, p.subject FROM people p JOIN memberships m ON m.person_id = p.id WHERE m.role = 'student' AND p.subject <> '3'`,
  )
  expect(people).toHaveLength(students)
  for (let from = 0; from < students; from += 8) {
    await Promise.all(
      people
        .slice(from, from + 8)
        .map(({ id, subject }) =>
          recordGrade(ctx, teacher, { assignment, person: id, points: pointsOf(subject), comment: `To ${subject}` }),
        ),
    )
  }
  Object.assign(lms.faults, { serverErrors: 0.1, tooMany: 0.05, conflicts: 0.02, retryAfterSeconds: 1 })
  const arrived = () => [...lms.cells.values()].filter(({ history }) => history.length > 0).length
  const count = async (where: string) =>
    (await query<{ n: number }>(`SELECT count(*)::int AS n FROM passbacks WHERE ${where}`))[0]!.n

  let worker = startWorker(ctx.config, secrets)
  try {
    for (const milestone of [250, 600]) {
      await until(() => arrived() >= milestone)
      await worker.kill()
      worker = startWorker(ctx.config, secrets)
    }
    await until(() => arrived() === students)
    await until(async () => (await count(`state = 'confirmed'`)) === students, 500)

    const [item] = [...lms.lineItems.values()]
    expect(lms.lineItems.size).toBe(1)
    for (const { subject } of people) {
      const cell = lms.cells.get(`${item?.id}/${subject}`)
      expect([subject, cell?.points, cell?.comment, cell?.history.length]).toEqual([
        subject,
        pointsOf(subject),
        `To ${subject}`,
        1,
      ])
    }
    const statuses = new Set(lms.traffic.map(({ status }) => status))
    for (const status of [409, 429, 503]) expect(statuses).toContain(status)
  } finally {
    await worker.kill()
    await room.close()
  }
}, 900_000)
