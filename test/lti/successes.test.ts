import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { addActivity, copyActivity } from '../../lti/sandbox/lms.js'
import type { Activity, Client, Message } from '../../lti/sandbox/model.js'
import { rotateKey } from '../../lti/sandbox/platform-key.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { withHints } from './forged-tokens.js'
import { enterPage } from './page.js'
import { introduce, startTool, type Tool } from './tool.js'
import { type Keeping, messageFor, visit, visitWith } from './visit.js'

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

let tool: Tool
let fake: FakeLms
let client: Client
let activity: Activity
const message = (over: Parameters<typeof messageFor>[3] = {}) => messageFor(fake.lms, client, activity, over)
const launchWith = async (
  change: (claims: JWTPayload) => JWTPayload | Promise<string>,
  keeping: Keeping = 'cookies',
  sent: Message = message(),
) => await enterPage(tool, await visitWith(tool.url, fake.lms, sent, change, keeping))

const row = async <R extends object>(tenant: string, sql: string, values: unknown[]): Promise<R> =>
  (await tool.ctx.db.inTenant(tenant, (tx) => tool.ctx.db.query<R>(tx, sql, values)))[0]!
const personRow = ({ tenant, person }: { tenant: string; person: string }) =>
  row<{ name: string | null; subject: string }>(tenant, 'SELECT * FROM people WHERE id = $1', [person])

beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
  ;({ client, activity } = await introduce(tool, fake.lms))
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

const without =
  (...names: string[]) =>
  (claims: JWTPayload) =>
    Object.fromEntries(Object.entries(claims).filter(([name]) => !names.includes(name)))
const roles =
  (...given: string[]) =>
  (claims: JWTPayload) => ({ ...claims, [claim('roles')]: given })

describe.each<Keeping>(['cookies', 'platform storage'])('a launch succeeds, kept by %s:', (keeping) => {
  const byRoles: [name: string, roles: string[], role: string][] = [
    ['one role', [`${membership}#Learner`], 'student'],
    [
      'several roles',
      [`${membership}#Learner`, 'http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student'],
      'student',
    ],
    [
      'a teacher with several roles',
      ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Student', `${membership}#Instructor`],
      'teacher',
    ],
    ['a short role name', ['Instructor'], 'teacher'],
    ['a teaching assistant', [`${membership}#Instructor`, `${membership}/Instructor#TeachingAssistant`], 'assistant'],
    ['a sub-role of an instructor alone', [`${membership}/Instructor#Lecturer`], 'teacher'],
    ['a learner who instructs others, by a sub-role', [`${membership}/Learner#Instructor`], 'student'],
    ['who supports the platform, by a sub-role', [`${membership}/Administrator#Support`], 'observer'],
    ['an unknown role', ['https://elsewhere.example/roles#Wizard'], 'observer'],
    ['an institution role alone', ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Faculty'], 'observer'],
    ['empty roles', [], 'observer'],
  ]
  test.each(byRoles)('%s', async (_name, given, role) => {
    expect((await launchWith(roles(...given), keeping)).actor.role).toBe(role)
  })

  test('custom parameters that are not ours, which may tell of a person: they are not kept', async () => {
    const { actor } = await launchWith(
      (claims) => ({
        ...claims,
        [claim('custom')]: {
          canvas_user_login: 'somebody@example.invalid',
          'user.name': 'somebody',
          other: '$Unknown',
        },
      }),
      keeping,
    )
    const [launch, assignment] = [
      await row<object>(actor.tenant, 'SELECT details FROM lti_launches WHERE id = $1', [actor.launch?.id]),
      await row<object>(actor.tenant, 'SELECT services FROM assignments WHERE id = $1', [actor.launch?.assignment]),
    ]
    expect(JSON.stringify([launch, assignment])).not.toContain('somebody')
  })

  test('only an e-mail address: it is not kept', async () => {
    const { actor } = await launchWith(
      (claims) => ({ ...without('name')(claims), email: 'student@example.invalid' }),
      keeping,
    )
    const person = await personRow(actor)
    expect(person.name).toBeNull()
    expect(JSON.stringify(person)).not.toContain('@')
  })

  test('only names', async () => {
    const { actor } = await launchWith(
      (claims) => ({ ...without('name')(claims), given_name: 'Student', family_name: 'One' }),
      keeping,
    )
    expect((await personRow(actor)).name).toBe('Student One')
  })

  test('neither name nor e-mail', async () => {
    const { actor } = await launchWith(without('name', 'email'), keeping)
    expect((await personRow(actor)).name).toBeNull()
  })

  test('no context', async () => {
    const { actor } = await launchWith(without(claim('context')), keeping)
    expect(actor.launch?.assignment).not.toBeNull()
  })

  test('services off', async () => {
    const names = [
      'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint',
      'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice',
    ]
    expect((await launchWith(without(...names), keeping)).path).toMatch(/^\/assignment\//)
  })

  test('key hints in the header are passed over', async () => {
    expect((await launchWith((claims) => withHints(fake.lms, claims), keeping)).actor.role).toBe('student')
  })

  test('deep linking leads a teacher to the set-up page', async () => {
    const sent = messageFor(fake.lms, client, null, { kind: 'LtiDeepLinkingRequest', role: 'teacher' })
    const { path, actor } = await enterPage(tool, await visit(tool.url, fake.lms, sent, keeping))
    expect(path).toBe(`/setup/${actor.launch?.id}`)
  })

  test("submission review leads a teacher to that student's page", async () => {
    const sent = message({ kind: 'LtiSubmissionReviewRequest', role: 'teacher', forUser: '4' })
    const { path, actor } = await enterPage(tool, await visit(tool.url, fake.lms, sent, keeping))
    expect(path).toBe(`/review/${actor.launch?.id}`)
    const launch = await row<{ details: { forUser: string } }>(
      actor.tenant,
      'SELECT details FROM lti_launches WHERE id = $1',
      [actor.launch?.id],
    )
    expect(launch.details.forUser).toBe('4')
  })
})

test('the same person comes back as the same person, to the same assignment', async () => {
  const [first, second] = [await launchWith((claims) => claims), await launchWith((claims) => claims)]
  expect(second.actor.person).toBe(first.actor.person)
  expect(second.path).toBe(first.path)
  expect(second.actor.launch?.id).not.toBe(first.actor.launch?.id)
})

test('the same sub in another deployment is another person, in another tenant', async () => {
  const { client: other, activity: theirs } = await introduce(tool, fake.lms, { id: 'tool-2', deployment: '2' })
  const [ours, strangers] = [
    await launchWith((claims) => claims),
    await enterPage(tool, await visit(tool.url, fake.lms, messageFor(fake.lms, other, theirs))),
  ]
  expect(strangers.actor.tenant).not.toBe(ours.actor.tenant)
  expect(strangers.actor.person).not.toBe(ours.actor.person)
})

test('a second launch in the same browser changes nothing of the first one', async () => {
  const student = await launchWith((claims) => claims)
  const teacher = await launchWith((claims) => claims, 'cookies', message({ role: 'teacher' }))
  const { actor } = student
  const launch = await row<{ role: string; person_id: string }>(
    actor.tenant,
    'SELECT * FROM lti_launches WHERE id = $1',
    [actor.launch?.id],
  )
  expect([launch.role, launch.person_id]).toEqual(['student', actor.person])
  expect(teacher.actor.person).not.toBe(actor.person)
  await tool.ctx.db.inTenant(actor.tenant, async (tx) => {
    const changed = await tool.ctx.db.query(tx, `UPDATE lti_launches SET role = 'teacher' WHERE id = $1 RETURNING 1`, [
      actor.launch?.id,
    ])
    expect(changed).toEqual([])
  })
})

test('a code leads to one page, once', async () => {
  const answer = await visit(tool.url, fake.lms, message())
  await enterPage(tool, answer)
  await expect(enterPage(tool, answer)).rejects.toMatchObject({ reason: 'page_code_used' })
})

test('20 first launches of a new activity at once make one assignment, one course and one person', async () => {
  const fresh = addActivity(fake.lms, { client: client.id })
  const entered = await Promise.all(
    Array.from({ length: 20 }, async () =>
      enterPage(tool, await visit(tool.url, fake.lms, messageFor(fake.lms, client, fresh))),
    ),
  )
  expect(new Set(entered.map(({ path }) => path)).size).toBe(1)
  expect(new Set(entered.map(({ actor }) => actor.person)).size).toBe(1)
  expect(new Set(entered.map(({ actor }) => actor.launch?.id)).size).toBe(20)
})

test('a copied activity is an assignment of its own', async () => {
  const copy = copyActivity(fake.lms, activity)
  const [original, copied] = [
    await launchWith((claims) => claims),
    await enterPage(tool, await visit(tool.url, fake.lms, messageFor(fake.lms, client, copy))),
  ]
  expect(copied.path).not.toBe(original.path)
})

test('a class comes in while the platform’s keys cannot be fetched, and does not wait for them one by one', async () => {
  let ahead = 0
  const patient = await startTool({ now: () => new Date(Date.now() + ahead) })
  const platform = await startLms({ now: () => new Date(Date.now() + ahead) })
  const { keysAway } = platform
  try {
    const known = await introduce(patient, platform.lms)
    const launch = async () =>
      (await visit(patient.url, platform.lms, messageFor(platform.lms, known.client, known.activity))).status
    expect(await launch()).toBe(303)
    ahead = 11 * 60_000
    keysAway(true)
    expect(await Promise.all(Array.from({ length: 5 }, launch))).toEqual([303, 303, 303, 303, 303])
    expect(await launch()).toBe(303)
    expect(keysAway(false)).toBe(1)
  } finally {
    await platform.close()
    await patient.close()
  }
})

test('keys that the platform has changed are looked for again, but not at every stranger’s wish', async () => {
  let ahead = 0
  const patient = await startTool({ now: () => new Date(Date.now() + ahead) })
  const platform = await startLms({ now: () => new Date(Date.now() + ahead) })
  try {
    const known = await introduce(patient, platform.lms)
    const launch = async () =>
      (await visit(patient.url, platform.lms, messageFor(platform.lms, known.client, known.activity))).status
    expect(await launch()).toBe(303)
    await rotateKey(platform.lms, { overlap: false })
    expect(await launch()).toBe(401)
    ahead = 21_000
    expect(await launch()).toBe(303)
  } finally {
    await platform.close()
    await patient.close()
  }
})
