import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { bindChannel, findBinding, placesToBind, unbindChannel } from '../../src/classroom/bind-channel.js'
import { forgetSpace } from '../../src/classroom/forget-chat.js'
import { actorInChannel, actorOutsideCourses, actorsOf, linkedPeople } from '../../src/classroom/know-account.js'
import { unlinkAccount } from '../../src/classroom/link-account.js'
import type { ChatAccount, ChatChannel } from '../../src/domain/chat.js'
import { localTenant } from '../../src/domain/tenant.js'
import { type Served, serve } from '../http/serve.js'
import { linked, newAccount, newChannel, refusal } from '../support/chat.js'
import { newTenant, type Visitor, visit } from '../support/classroom.js'

let service: Served
let tenant: string
let teacher: Visitor
let ada: Visitor
let channel: ChatChannel

beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())
beforeEach(async () => {
  tenant = await newTenant(service)
  teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
  ada = await visit(service, { tenant, subject: 'a', name: 'Ada' })
  channel = newChannel()
})

/** Ties the channel to what the visitor came for, as their account asks. */
const bind = (
  account: ChatAccount,
  { tenant, course, assignment }: Visitor,
  over: { guests?: boolean; assignment?: string | null; channel?: ChatChannel; name?: string } = {},
) => {
  const { channel: where = channel, ...rest } = over
  return bindChannel(service.ctx, account, where, { tenant, course, assignment, guests: false, ...rest })
}
const channels = async (who: Visitor) => (await who.ask('GET', '/api/v1/classroom/chat/channels')).json().items
const name = async (person: string, inTenant = tenant) => {
  const [row] = await service.ctx.db.inTenant(inTenant, (tx) =>
    service.ctx.db.query<{ name: string | null }>(tx, 'SELECT name FROM people WHERE id = $1', [person]),
  )
  return row?.name
}

describe('a channel', () => {
  test('is tied to what its teacher chose, seen on the teacher’s page, and untied there', async () => {
    const account = await linked(service, teacher)
    const places = await placesToBind(service.ctx, account)
    expect(places).toEqual([
      { tenant, course: teacher.course, courseTitle: 'Biology', assignment: null, assignmentTitle: null },
      {
        ...{ tenant, course: teacher.course, courseTitle: 'Biology' },
        ...{ assignment: teacher.assignment, assignmentTitle: 'A song' },
      },
    ])
    expect(await findBinding(service.ctx, channel)).toBeNull()
    const binding = await bind(account, teacher, { name: 'biology-songs' })
    expect(binding).toEqual({ id: binding.id, ...places[1], guests: false, channel })
    expect(await findBinding(service.ctx, channel)).toEqual(binding)

    const [shown] = await channels(teacher)
    expect(shown).toEqual({
      ...{ id: binding.id, platform: 'slack', name: 'biology-songs', boundAt: shown.boundAt },
      url: `https://app.slack.com/client/${channel.space}/${channel.channel}`,
      ...{ assignment: teacher.assignment, assignmentTitle: 'A song', guests: false },
    })
    expect((await ada.ask('GET', '/api/v1/classroom/chat/channels')).status).toBe(403)
    const path = `/api/v1/classroom/chat/channels/${binding.id}`
    expect((await ada.ask('DELETE', path)).status).toBe(403)
    const colleague = await visit(service, { tenant, role: 'teacher', course: 'c2', link: 'l2' })
    expect(await channels(colleague)).toEqual([])
    expect((await colleague.ask('DELETE', path)).status).toBe(404)
    const stranger = await visit(service, { tenant: await newTenant(service), role: 'teacher' })
    expect([(await stranger.ask('DELETE', path)).status, await channels(stranger)]).toEqual([404, []])
    expect((await teacher.ask('DELETE', path)).status).toBe(204)
    expect(await findBinding(service.ctx, channel)).toBeNull()
  })

  test('is tied by nobody but who teaches that course now', async () => {
    const colleague = await visit(service, { tenant, role: 'teacher', subject: 't2', course: 'c2', link: 'l2' })
    const assistant = await visit(service, { tenant, role: 'assistant' })
    const strangers = [newAccount()]
    for (const who of [ada, colleague, assistant]) strangers.push(await linked(service, who))
    for (const account of strangers) expect(await refusal(bind(account, teacher))).toBe('forbidden teachers_only')
    expect(await placesToBind(service.ctx, strangers[1]!)).toEqual([])

    const account = await linked(service, teacher)
    await bind(account, teacher)
    for (const stranger of strangers)
      expect(await refusal(unbindChannel(service.ctx, stranger, channel))).toBe('forbidden teachers_only')
    await service.ctx.db.inTenant(tenant, (tx) =>
      service.ctx.db.query(tx, 'UPDATE memberships SET left_at = now() WHERE person_id = $1', [teacher.person]),
    )
    expect(await placesToBind(service.ctx, account)).toEqual([])
    expect(await refusal(unbindChannel(service.ctx, account, channel))).toBe('forbidden teachers_only')
    expect(await refusal(bind(account, teacher))).toBe('forbidden teachers_only')
  })

  test('goes to another place that one teaches, and is not taken from another course', async () => {
    const account = await linked(service, teacher)
    const second = await visit(service, { tenant, role: 'teacher', subject: 't', course: 'c2', link: 'l2' })
    const first = await bind(account, teacher, { guests: true })
    const moved = await bind(account, second, { assignment: null })
    expect(moved).toMatchObject({ course: second.course, assignment: null, assignmentTitle: null, guests: false })
    expect(moved.id).not.toBe(first.id)
    expect([await channels(teacher), (await channels(second)).length]).toEqual([[], 1])

    const colleague = await visit(service, { tenant, role: 'teacher', subject: 't3', course: 'c3', link: 'l3' })
    expect(await refusal(bind(await linked(service, colleague), colleague))).toBe('conflict bound_elsewhere')
    expect(await refusal(bind(account, second, { assignment: teacher.assignment }))).toBe('not_found')
    expect(await findBinding(service.ctx, channel)).toEqual(moved)
    expect(await unbindChannel(service.ctx, account, channel)).toBe(true)
    expect(await unbindChannel(service.ctx, account, channel)).toBe(false)
  })

  test('of two schools that ask at once belongs to one', async () => {
    const elsewhere = await visit(service, { tenant: await newTenant(service), role: 'teacher' })
    const both = [teacher, elsewhere]
    const accounts = await Promise.all(both.map((who) => linked(service, who)))
    const said = await Promise.allSettled(both.map((who, n) => bind(accounts[n]!, who)))
    const winner = said.findIndex(({ status }) => status === 'fulfilled')
    expect(said[1 - winner]).toMatchObject({ reason: { code: 'conflict', reason: 'bound_elsewhere' } })
    expect((await findBinding(service.ctx, channel))?.tenant).toBe(both[winner]!.tenant)
    expect(await refusal(unbindChannel(service.ctx, accounts[1 - winner]!, channel))).toBe('forbidden teachers_only')
  })
})

describe('guests', () => {
  test('are one person each, called as the platform calls them, where the teacher allows it', async () => {
    const closed = await bind(await linked(service, teacher), teacher)
    const kim = newAccount({ name: 'Kim' })
    expect(await refusal(actorInChannel(service.ctx, kim, closed))).toBe('forbidden link_first')
    const open = { ...closed, guests: true }
    const guest = await actorInChannel(service.ctx, kim, open)
    const { course, assignment } = teacher
    expect(guest).toEqual({
      ...{ tenant, person: expect.any(String), role: 'guest', scopes: null },
      launch: { id: closed.id, course, assignment },
    })
    expect(await name(guest.person)).toBe('Kim')
    expect(await actorInChannel(service.ctx, { ...kim, name: 'Kim K.' }, open)).toEqual(guest)
    expect(await name(guest.person)).toBe('Kim K.')
    await actorInChannel(service.ctx, { ...kim, name: 'you idiot' }, open)
    expect(await name(guest.person)).toBeNull()
    expect(await actorsOf(service.ctx, kim)).toEqual([{ tenant, person: guest.person, role: 'guest', scopes: null }])
    expect(await actorsOf(service.ctx, newAccount())).toEqual([])
    const twin = await actorInChannel(service.ctx, { ...kim, space: 'T02OTHER' }, open)
    expect(twin.person).not.toBe(guest.person)
    const [first, ...others] = await Promise.all(
      Array.from({ length: 10 }, () => actorInChannel(service.ctx, newAccount({ user: 'U1' }), open)),
    )
    for (const other of others) expect(other).toEqual(first)
  })

  test('are in no roster, have no page and teach nothing; once linked they are who they are', async () => {
    const binding = await bind(await linked(service, teacher), teacher, { guests: true })
    const kim = newAccount({ name: 'Kim' })
    const guest = await actorInChannel(service.ctx, kim, binding)
    await teacher.here('PUT', '/settings', { topic: 'Fractions' })
    const { students } = (await teacher.here('GET', '/roster')).json()
    expect(students.map(({ name }: { name: string }) => name)).toEqual(['Ada'])
    expect((await teacher.here('PUT', `/grades/${guest.person}`, { points: 3 })).status).toBe(404)
    expect(await refusal(bind(kim, teacher))).toBe('forbidden teachers_only')
    expect(await linkedPeople(service.ctx, kim)).toEqual([])
    const known = await linked(service, ada, kim)
    expect((await actorInChannel(service.ctx, known, binding)).person).toBe(ada.person)
    await unlinkAccount(service.ctx, known)
    expect(await actorInChannel(service.ctx, known, binding)).toEqual(guest)
  })

  test('come into a channel that nobody tied where the service has guests at all', async () => {
    const kim = newAccount()
    expect(await actorOutsideCourses(service.ctx, kim)).toMatchObject({ tenant: localTenant, role: 'guest' })
    const ctx = { ...service.ctx, config: { ...service.ctx.config, guests: false } }
    expect(await refusal(actorOutsideCourses(ctx, kim))).toBe('forbidden not_bound')
  })
})

describe('a space that the app is removed from', () => {
  test('is forgotten: channels, accounts and names of guests; another workspace and the people are not', async () => {
    const [gone, stays] = ['T0GONE', 'T0STAYS']
    const account = await linked(service, teacher, { space: gone })
    const other = await linked(service, teacher, { space: stays })
    const [left, kept] = [newChannel({ space: gone }), newChannel({ space: stays })]
    const binding = await bind(account, teacher, { channel: left, guests: true })
    await bind(other, teacher, { channel: kept })
    const kim = await actorInChannel(service.ctx, newAccount({ space: gone, name: 'Kim' }), binding)
    const lou = await actorInChannel(service.ctx, newAccount({ space: stays, name: 'Lou' }), binding)
    await forgetSpace(service.ctx, 'slack', gone)
    await forgetSpace(service.ctx, 'slack', gone)
    expect([await findBinding(service.ctx, left), await linkedPeople(service.ctx, account)]).toEqual([null, []])
    expect([(await findBinding(service.ctx, kept))?.course, await linkedPeople(service.ctx, other)]).toEqual([
      teacher.course,
      [{ tenant, person: teacher.person }],
    ])
    expect([await name(kim.person), await name(lou.person), await name(ada.person)]).toEqual([null, 'Lou', 'Ada'])
  })

  test('of Discord leaves accounts linked, which are good in every guild', async () => {
    const account = await linked(service, teacher, { platform: 'discord', space: 'discord' })
    const guild = newChannel({ platform: 'discord', space: '81384788765712384' })
    const binding = await bind(account, teacher, { channel: guild, guests: true })
    const kim = newAccount({ platform: 'discord', space: 'discord', name: 'Kim' })
    const [here, outside] = [
      await actorInChannel(service.ctx, kim, binding),
      await actorOutsideCourses(service.ctx, kim),
    ]
    await forgetSpace(service.ctx, 'discord', '81384788765712385')
    expect(await name(here.person)).toBe('Kim')
    await forgetSpace(service.ctx, 'discord', guild.space)
    expect([await findBinding(service.ctx, guild), await name(here.person)]).toEqual([null, null])
    expect(await name(outside.person, localTenant)).toBeNull()
    expect(await linkedPeople(service.ctx, account)).toEqual([{ tenant, person: teacher.person }])
  })
})
