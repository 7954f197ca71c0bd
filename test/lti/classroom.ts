import pg from 'pg'
import { createDoor, type Door } from '../../lti/door.js'
import type { Activity, Client, Lms, Manners } from '../../lti/sandbox/model.js'
import { AccessTokens } from '../../lti/services/access-tokens.js'
import { sendPassback } from '../../lti/services/send-passback.js'
import { configureAssignment } from '../../src/classroom/configure-assignment.js'
import type { PassbackScore } from '../../src/classroom/passback.js'
import { recordGrade } from '../../src/classroom/record-grade.js'
import type { Actor } from '../../src/domain/actor.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { enterPage } from './page.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

export interface Outbox {
  id: string
  state: string
  reason: string | null
  attempts: number
  score: PassbackScore
}

/** A course with an assignment of ten points, whose teacher and students have been there. */
export interface Classroom {
  tool: Tool
  lms: Lms
  client: Client
  activity: Activity
  door: Door
  tokens: AccessTokens
  teacher: Actor
  /** By the platform's id of the person. */
  students: Map<string, Actor>
  assignment: string
  grade(student: string, points: number, comment?: string): Promise<void>
  outbox(student: string): Promise<Outbox>
  /** One try, as the job makes it. */
  send(student: string): Promise<Outbox>
  close(): Promise<void>
}

export async function openClassroom({
  manners = 'moodle',
  students = 2,
  entered = 3,
  settings = {},
}: {
  manners?: Manners
  students?: number
  /** How many of them have been there, at most. */
  entered?: number
  settings?: Record<string, string>
} = {}): Promise<Classroom> {
  const [tool, fake]: [Tool, FakeLms] = await Promise.all([startTool({ settings }), startLms({ manners, students })])
  const { lms } = fake
  const { client, activity } = await introduce(tool, lms)
  const { ctx } = tool
  const enter = async (person: Lms['people'][number]) =>
    (await enterPage(tool, await visit(tool.url, lms, { ...messageFor(lms, client, activity), person }))).actor
  const teacher = await enter(lms.people.find(({ role }) => role === 'teacher')!)
  const here = new Map<string, Actor>()
  for (const person of lms.people.filter(({ role }) => role === 'student').slice(0, entered))
    here.set(person.id, await enter(person))
  const assignment = teacher.launch!.assignment!
  await configureAssignment(ctx, teacher, { assignment, settings: { topic: 'photosynthesis' } })
  const door = createDoor(ctx)
  const tokens = new AccessTokens(door)
  const outbox = async (student: string) => {
    const [row] = await ctx.db.inTenant(teacher.tenant, (tx) =>
      ctx.db.query<Outbox>(tx, 'SELECT * FROM passbacks WHERE assignment_id = $1 AND person_id = $2', [
        assignment,
        here.get(student)?.person,
      ]),
    )
    return row!
  }
  return {
    tool,
    lms,
    client,
    activity,
    door,
    tokens,
    teacher,
    students: here,
    assignment,
    outbox,
    async grade(student, points, comment = '') {
      await recordGrade(ctx, teacher, { assignment, person: here.get(student)!.person, points, comment })
    },
    async send(student) {
      const { id } = await outbox(student)
      await sendPassback(
        door,
        tokens,
        { tenant: teacher.tenant, passback: id },
        { signal: new AbortController().signal, attempt: 1 },
      )
      return await outbox(student)
    },
    async close() {
      await fake.close()
      await tool.close()
    },
  }
}

/** What the gradebook's only column holds of a student. */
export const cellIn = (lms: Lms, student: string) => {
  const [item] = [...lms.lineItems.values()]
  return item ? lms.cells.get(`${item.id}/${student}`) : undefined
}

/** When the queue will try a grade again. The queue belongs to the database's owner alone. */
export async function secondsUntilRetry({ tool }: Classroom, passback: string): Promise<number> {
  const owner = new pg.Client({ connectionString: String(tool.ctx.config.databaseUrl) })
  await owner.connect()
  try {
    const { rows } = await owner.query<{ seconds: number }>(
      'SELECT extract(epoch FROM run_at - now())::float8 AS seconds FROM graphile_worker.jobs WHERE key = $1',
      [`passback:${passback}`],
    )
    return rows[0]?.seconds ?? Number.NaN
  } finally {
    await owner.end()
  }
}
