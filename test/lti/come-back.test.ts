import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { JWTPayload } from 'jose'
import { addActivity } from '../../lti/sandbox/lms.js'
import type { Activity, Client } from '../../lti/sandbox/model.js'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { type Entered, enterPage } from './page.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visitWith } from './visit.js'

// Who was here lately comes in by one statement (migrations/0006), all others by src/classroom/enter-course.ts. Each change that
// a second launch can bring is brought to two deployments: in one the person was here lately, in the other a while ago, so that
// the whole way is gone. What stands in the database afterwards must be the same.

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti/claim/${name}`
const grades = 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint'

let tool: Tool
let fake: FakeLms
let deployments = 0
beforeAll(async () => {
  ;[tool, fake] = await Promise.all([startTool(), startLms()])
})
afterAll(async () => {
  await fake.close()
  await tool.close()
})

interface Place {
  client: Client
  activity: Activity
}
type Change = (claims: JWTPayload) => JWTPayload
const same: Change = (claims) => claims

async function newPlace(): Promise<Place> {
  const id = `tool-${++deployments}`
  const { client } = await introduce(tool, fake.lms, { id, deployment: id })
  return { client, activity: addActivity(fake.lms, { client: id, id: `link of ${id}` }) }
}

const launch = async ({ client, activity }: Place, change: Change): Promise<Entered> =>
  await enterPage(tool, await visitWith(tool.url, fake.lms, messageFor(fake.lms, client, activity), change))

const query = <R extends object>({ actor }: Entered, sql: string) =>
  tool.ctx.db.inTenant(actor.tenant, (tx) => tool.ctx.db.query<R>(tx, sql))

/** All that a launch writes, with what each deployment has of its own taken out. */
async function written(place: Place, entered: Entered) {
  const { actor, path } = entered
  const rows = await Promise.all([
    query(entered, 'SELECT subject, name, erased_at FROM people ORDER BY subject'),
    query(
      entered,
      `SELECT context_id, title, services - 'registration' AS services, roster FROM courses ORDER BY context_id`,
    ),
    query(
      entered,
      `SELECT p.subject, c.context_id, m.role, m.left_at FROM memberships m
       JOIN people p ON p.id = m.person_id JOIN courses c ON c.id = m.course_id ORDER BY 1, 2`,
    ),
    query(
      entered,
      `SELECT a.resource_link_id, a.title, a.services, a.settings, a.copied_from, a.setup_id, c.context_id FROM assignments a
       JOIN courses c ON c.id = a.course_id ORDER BY 1`,
    ),
    query(
      entered,
      `SELECT p.subject, c.context_id, a.resource_link_id, l.role, l.message_type, l.details FROM lti_launches l
       JOIN people p ON p.id = l.person_id JOIN courses c ON c.id = l.course_id LEFT JOIN assignments a ON a.id = l.assignment_id
       WHERE l.id = '${actor.launch?.id}'`,
    ),
    // Whose page it is, by what their token says.
    query(
      entered,
      `SELECT p.subject, c.context_id, a.resource_link_id FROM people p, courses c, assignments a
       WHERE p.id = '${actor.person}' AND c.id = '${actor.launch?.course}' AND a.id = '${actor.launch?.assignment}'`,
    ),
  ])
  const page = { role: actor.role, scopes: actor.scopes, about: actor.launch?.about ?? null, path: path.split('/')[1] }
  return JSON.parse(JSON.stringify([...rows, page]).replaceAll(place.client.id, 'tool'))
}

const seenAt = async (entered: Entered) =>
  (await query<{ seen_at: Date }>(entered, 'SELECT max(seen_at) AS seen_at FROM memberships'))[0]!.seen_at

async function secondLaunch(change: Change, lately: boolean) {
  const place = await newPlace()
  const first = await launch(place, same)
  if (!lately) await query(first, `UPDATE memberships SET seen_at = now() - interval '10 minutes'`)
  const before = await seenAt(first)
  const second = await launch(place, change)
  return {
    written: await written(place, second),
    wholeWay: (await seenAt(second)).getTime() !== before.getTime(),
  }
}

const having = (over: object) => (claims: JWTPayload) => ({ ...claims, ...over })
const within =
  (name: string, over: object): Change =>
  (claims) => ({ ...claims, [name]: { ...(claims[name] as object), ...over } })
const without =
  (name: string): Change =>
  (claims) =>
    Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
const vocabulary = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

const unchanged: [name: string, change: Change][] = [
  ['nothing', same],
  ['a course without its title', within(claim('context'), { title: undefined, label: undefined })],
  ['an activity without its title', within(claim('resource_link'), { title: undefined })],
  ['another language', within(claim('launch_presentation'), { locale: 'fr' })],
]
const changed: [name: string, change: Change][] = [
  ['another name', having({ name: 'Renamed' })],
  ['no name', without('name')],
  ['another role', having({ [claim('roles')]: [`${vocabulary}#Instructor`] })],
  ['another title of the course', within(claim('context'), { title: 'Science, year 8' })],
  ['another title of the activity', within(claim('resource_link'), { title: 'A better title' })],
  ['another course', within(claim('context'), { id: '77' })],
  ['another activity', within(claim('resource_link'), { id: 'link of its own' })],
  ['a column of its own', within(grades, { lineitem: 'http://127.0.0.1/columns/1' })],
  ['fewer rights', within(grades, { scope: [] })],
  ['another person', having({ sub: '5', name: 'Student 2' })],
]

describe('a second launch writes the same whether somebody was here lately or not, when it brings', () => {
  test.each(unchanged)('%s: then it is one statement', async (_name, change) => {
    const [lately, longAgo] = [await secondLaunch(change, true), await secondLaunch(change, false)]
    expect(lately.written).toEqual(longAgo.written)
    expect([lately.wholeWay, longAgo.wholeWay]).toEqual([false, true])
  })

  test.each(changed)('%s', async (_name, change) => {
    const [lately, longAgo] = [await secondLaunch(change, true), await secondLaunch(change, false)]
    expect(lately.written).toEqual(longAgo.written)
    expect([lately.wholeWay, longAgo.wholeWay]).toEqual([true, true])
  })

  test('somebody who was taken for gone', async () => {
    const place = await newPlace()
    const first = await launch(place, same)
    await query(first, 'UPDATE memberships SET left_at = now()')
    expect(await query(await launch(place, same), 'SELECT left_at FROM memberships')).toEqual([{ left_at: null }])
  })
})

test('an activity that is now in another course is there for all who come, also for who knows both courses', async () => {
  const place = await newPlace()
  const [here, there] = [same, within(claim('context'), { id: '78', title: 'Science, year 9' })]
  const other = { ...place, activity: addActivity(fake.lms, { client: place.client.id }) }
  await launch(other, there)
  await launch(place, here)
  const { token, path } = await launch(place, there)
  const answer = await fetch(`${tool.url}/api/v1/classroom/assignments/${path.split('/')[2]}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  expect([answer.status, await answer.json()]).toMatchObject([200, { course: { title: 'Science, year 9' } }])
})
