import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { issuePageCode } from '../../src/access/page-code.js'
import { type Entry, enterCourse } from '../../src/classroom/enter-course.js'
import { Tenant } from '../../src/db/models/tenant.js'
import type { Answer, Served } from '../http/serve.js'

/** Somebody with the page that their launch opened. */
export interface Visitor {
  tenant: string
  person: string
  course: string
  assignment: string
  token: string
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** Under the assignment that they came for: "", "/roster". */
  here(method: string, path: string, body?: unknown): Promise<Answer>
}

interface Visit {
  tenant: string
  role?: Entry['role']
  subject?: string
  name?: string
  course?: string
  /** The resource link; `null` for one who comes to set one up. */
  link?: string | null
  copiedFrom?: string
  setup?: string
  about?: string
  /** What the course's platform offers; all, if not said. */
  services?: Entry['course']['services']
}

const offered = { roster: true, gradebook: true, lineItems: 'https://lms.example/line-items' } as const

export async function newTenant({ ctx }: Pick<Served, 'ctx'>): Promise<string> {
  const id = randomUUID()
  await ctx.db.inTenant(id, (transaction) => ctx.db.of(Tenant).create({ id, name: 'a school' }, { transaction }))
  return id
}

/** What a surface does with a launch that is good: lets the person in and gives their page a code. */
export async function pageCode(
  { ctx }: Pick<Served, 'ctx'>,
  {
    tenant,
    role = 'student',
    subject = randomUUID(),
    name,
    course = 'c1',
    link = 'l1',
    services = offered,
    ...rest
  }: Visit,
) {
  let code = ''
  const entered = await enterCourse(
    ctx,
    {
      tenant,
      role,
      person: { subject, name },
      course: { contextId: course, title: 'Biology', services: { ...services } },
      assignment:
        link === null
          ? null
          : { resourceLinkId: link, title: 'A song', copiedFrom: rest.copiedFrom, setup: rest.setup, services: {} },
      about: rest.about,
    },
    async (tx, { person, ...launch }) => {
      code = await issuePageCode(ctx, tx, {
        tenant,
        person,
        role,
        scopes: null,
        launch: { id: randomUUID(), ...launch },
      })
    },
  )
  return { ...entered, code }
}

/** Comes in through the launch's code, as a page does. */
export async function visit(service: Pick<Served, 'ctx' | 'ask'>, how: Visit): Promise<Visitor> {
  const { code, person, course, assignment } = await pageCode(service, how)
  const opened = await service.ask('POST', '/api/v1/page-sessions', { body: { code } })
  const { token } = opened.json()
  const ask: Visitor['ask'] = (method, path, body, headers = {}) =>
    service.ask(method, path, {
      ...(body !== undefined && { body }),
      headers: { Authorization: `Bearer ${token}`, ...headers },
    })
  return {
    tenant: how.tenant,
    person,
    course,
    assignment: String(assignment),
    token,
    ask,
    here: (method, path, body) => ask(method, `/api/v1/classroom/assignments/${assignment}${path}`, body),
  }
}

/** A song made for the assignment they came for, and handed in. */
export async function handIn(student: Visitor, wish: object = { seed: 1 }): Promise<string> {
  const song = (await student.here('POST', '/songs', wish)).json().id
  const answer = await student.here('PUT', '/submission', { song })
  if (answer.status !== 200) throw new Error(answer.text)
  return song
}

/** What waits in the queue, by the name of the job. */
export async function waitingJobs({ ctx }: Served, name: string): Promise<{ key: string; payload: unknown }[]> {
  const client = new pg.Client({ connectionString: String(ctx.config.databaseUrl) })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT j.key, j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
       WHERE t.identifier = $1 ORDER BY j.key`,
      [name],
    )
    return rows
  } finally {
    await client.end()
  }
}
