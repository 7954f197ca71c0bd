import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { shortLived } from '../../src/main/short-lived.js'
import { workerSurface } from '../../src/main/worker-surface.js'
import type { Surface } from '../../src/surface.js'
import { enterPage } from '../lti/page.js'
import { introduce, startTool, type Tool } from '../lti/tool.js'
import { messageFor, visit } from '../lti/visit.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'

let tool: Tool
let fake: FakeLms
let worker: Surface
/** Where the one launch of before led to: whose rows the copies are. */
let tenant: string
let person: string
let course: string

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  const { client, activity } = await introduce(tool, fake.lms)
  const { actor } = await enterPage(tool, await visit(tool.url, fake.lms, messageFor(fake.lms, client, activity)))
  ;({ tenant, person } = actor)
  course = actor.launch!.course
  worker = workerSurface()
})
afterAll(async () => {
  await worker.stop()
  await fake.close()
  await tool.close()
})

const ask = <R extends object>(sql: string, values: unknown[] = []) =>
  tool.ctx.db.inTenant(tenant, (tx) => tool.ctx.db.query<R>(tx, sql, values))

/** A row of each table whose time is over since a minute, and one that has a minute left; the first named `old`, the second `new`. */
const kinds: [table: string, life: string, insert: (name: string, born: string) => Promise<unknown>, named: string][] =
  [
    [
      'lti_states',
      '1 day',
      (name, born) =>
        ask(
          `INSERT INTO lti_states (state_digest, nonce_digest, registration_id, target_link_uri, expires_at)
         SELECT $1::bytea, $1::bytea, id, 'x', ${born} FROM lti_registrations`,
          [name],
        ),
      `encode(state_digest, 'escape')`,
    ],
    [
      'lti_launches',
      '7 days',
      (name, born) =>
        ask(
          `INSERT INTO lti_launches (id, deployment, person_id, course_id, role, message_type, details, created_at)
         SELECT gen_random_uuid(), id, $2, $3, 'student', 'LtiResourceLinkRequest', jsonb_build_object('locale', $1::text), ${born}
         FROM lti_deployments`,
          [name, person, course],
        ),
      `details->>'locale'`,
    ],
    [
      'lti_invites',
      '30 days',
      (name, born) =>
        ask(`INSERT INTO lti_invites (digest, family, expires_at) VALUES ($1::bytea, 'other', ${born})`, [name]),
      `encode(digest, 'escape')`,
    ],
    [
      'page_codes',
      '0 days',
      (name, born) =>
        ask(`INSERT INTO page_codes (digest, actor, expires_at) VALUES ($1::bytea, '{}', ${born})`, [name]),
      `encode(digest, 'escape')`,
    ],
    [
      'link_codes',
      '1 day',
      async (name, born) => {
        const subject = `somebody with a code that is ${name}`
        await ask('INSERT INTO people (id, subject) VALUES (gen_random_uuid(), $1)', [subject])
        await ask(
          `INSERT INTO link_codes (person_id, course_id, digest, expires_at)
         SELECT id, $2, $1::bytea, ${born} FROM people WHERE subject = $3`,
          [name, course, subject],
        )
      },
      `encode(digest, 'escape')`,
    ],
    [
      'chat_inbox',
      '15 minutes',
      (name, born) =>
        ask(
          `INSERT INTO chat_inbox (platform, id, holder, held_until, taken_at) VALUES ('slack', $1, 'gone', ${born}, ${born})`,
          [name],
        ),
      'id',
    ],
    [
      'slack_events',
      '10 minutes',
      (name, born) => ask(`INSERT INTO slack_events (id, heard_at) VALUES ($1, ${born})`, [name]),
      'id',
    ],
    [
      'slack_posts',
      '7 days',
      (name, born) =>
        ask(`INSERT INTO slack_posts (space, key, ts, posted_at) VALUES ('T1', $1, '1.1', ${born})`, [name]),
      'key',
    ],
  ]

const namesIn = async (table: string, named: string): Promise<string[]> =>
  (await ask<{ name: string }>(`SELECT ${named} AS name FROM ${table}`)).map(({ name }) => name)

test('everything that is swept is looked at here', () => {
  expect(shortLived).toHaveLength(kinds.length)
})

test('a worker sweeps what is past its time, of all schools, in as many batches as it takes, and nothing that is not', async () => {
  for (const [, life, insert] of kinds) {
    await insert('old', `now() - interval '${life}' - interval '1 minute'`)
    await insert('new', `now() - interval '${life}' + interval '1 minute'`)
  }
  await ask(
    `INSERT INTO lti_states (state_digest, nonce_digest, registration_id, target_link_uri, expires_at)
     SELECT int4send(n), '', id, 'x', now() - interval '2 days' FROM lti_registrations, generate_series(1, 12000) AS n`,
  )
  await worker.start(tool.ctx)
  const left = async (name: string) => {
    const all = await Promise.all(
      kinds.map(async ([table, , , named]) => ({ table, names: await namesIn(table, named) })),
    )
    return all.filter(({ names }) => names.includes(name)).map(({ table }) => table)
  }
  const tables = kinds.map(([table]) => table)
  for (let looks = 0; (await left('old')).length > 0 && looks < 100; looks++) await pause(100)
  expect(await left('old')).toEqual([])
  expect(await left('new')).toEqual(tables)
  // Of the launch of before its sign-in and its own row are there still; the code was used up.
  expect(await namesIn('lti_states', `target_link_uri`)).toHaveLength(2)
  expect(await namesIn('lti_launches', 'message_type')).toHaveLength(2)
})
