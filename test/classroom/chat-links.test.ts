import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { bindChannel, placesToBind } from '../../src/classroom/bind-channel.js'
import { actorInChannel, actorsOf, linkedPeople } from '../../src/classroom/know-account.js'
import { linkAccount, unlinkAccount } from '../../src/classroom/link-account.js'
import type { ChannelBinding } from '../../src/domain/chat.js'
import { findMashup } from '../../src/mashups/read-mashup.js'
import { type Served, serve } from '../http/serve.js'
import { codeOf, linked, newAccount, newChannel, refusal } from '../support/chat.js'
import { newTenant, type Visitor, visit } from '../support/classroom.js'

let service: Served
let tenant: string
let teacher: Visitor
let ada: Visitor
let bob: Visitor
let now: Date

beforeAll(async () => {
  service = await serve({ now: () => now, settings: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' } })
})
afterAll(() => service.close())
beforeEach(async () => {
  now = new Date()
  tenant = await newTenant(service)
  teacher = await visit(service, { tenant, role: 'teacher', subject: 't' })
  ada = await visit(service, { tenant, subject: 'a', name: 'Ada' })
  bob = await visit(service, { tenant, subject: 'b', name: 'Bob' })
})

const links = async (who: Visitor) => (await who.ask('GET', '/api/v1/classroom/chat/links')).json().items
const link = (account: Parameters<typeof linkAccount>[1], code: string) => linkAccount(service.ctx, account, code)

/** A channel of the course, in which only those take part who are in it. */
async function boundChannel(over: { guests?: boolean } = {}): Promise<ChannelBinding> {
  const account = await linked(service, teacher)
  const { course, assignment } = teacher
  return await bindChannel(service.ctx, account, newChannel(), { tenant, course, assignment, guests: false, ...over })
}

describe('a chat account', () => {
  test('is linked by the code of the page, is the student in the channel, and is nobody as soon as the page undoes it', async () => {
    const [account, channel] = [newAccount({ name: 'ada-lovely' }), await boundChannel()]
    expect(await refusal(actorInChannel(service.ctx, account, channel))).toBe('forbidden link_first')

    const answer = await ada.ask('POST', '/api/v1/classroom/chat/code')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { code, expiresAt, expiresIn } = answer.json()
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/)
    expect([Date.parse(expiresAt) - now.getTime(), expiresIn]).toEqual([600_000, 600])
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `
    expect(await link(account, typed)).toEqual({ courseTitle: 'Biology', role: 'student' })

    const { course, assignment, person } = ada
    expect(await actorInChannel(service.ctx, account, channel)).toEqual({
      ...{ tenant, person, role: 'student', scopes: null },
      launch: { id: channel.id, course, assignment },
    })
    const [shown] = await links(ada)
    expect(shown).toEqual({ id: shown.id, platform: 'slack', name: 'ada-lovely', linkedAt: now.toISOString() })

    expect((await bob.ask('DELETE', `/api/v1/classroom/chat/links/${shown.id}`)).status).toBe(404)
    const undone = await ada.ask('DELETE', `/api/v1/classroom/chat/links/${shown.id}`)
    expect([undone.status, undone.text]).toEqual([204, ''])
    expect(await refusal(actorInChannel(service.ctx, account, channel))).toBe('forbidden link_first')
    expect(await actorsOf(service.ctx, account)).toEqual([])
    expect((await ada.ask('DELETE', `/api/v1/classroom/chat/links/${shown.id}`)).status).toBe(404)
    expect(service.log.join('\n')).not.toContain(code)
  })

  test('of ten that bring one code at once, one is linked; it may bring it again, others may not', async () => {
    const code = await codeOf(ada)
    const accounts = Array.from({ length: 10 }, () => newAccount())
    const said = await Promise.all(
      accounts.map((account) =>
        link(account, code).then(
          () => 'linked',
          ({ reason }) => reason,
        ),
      ),
    )
    expect(said.filter((one) => one === 'linked')).toHaveLength(1)
    expect(said.filter((one) => one === 'code_used')).toHaveLength(9)
    expect(await links(ada)).toHaveLength(1)
    expect(await link(accounts[said.indexOf('linked')]!, code)).toMatchObject({ role: 'student' })
    expect(await links(ada)).toHaveLength(1)
  })

  test('the same account ten times at once is linked once', async () => {
    const [code, account] = [await codeOf(ada), newAccount()]
    await Promise.all(Array.from({ length: 10 }, () => link(account, code)))
    expect(await links(ada)).toHaveLength(1)
  })

  test('a code is good for ten minutes, and until there is a newer one', async () => {
    const [first, second] = [await codeOf(ada), await codeOf(ada)]
    expect(await refusal(link(newAccount(), first))).toBe('not_found code_unknown')
    now = new Date(now.getTime() + 600_001)
    expect(await refusal(link(newAccount(), second))).toBe('gone code_old')
    for (const nonsense of ['', 'code', '<@U1>', 'x'.repeat(10_000), `${second}2`, 'OOOOIIII'])
      expect(await refusal(link(newAccount(), nonsense))).toBe('not_found code_unknown')
  })

  test('whoever guesses is stopped, and nobody else with them', async () => {
    const guesser = newAccount()
    for (let n = 0; n < 10; n++) expect(await refusal(link(guesser, 'ABCDEFGH'))).toBe('not_found code_unknown')
    const code = await codeOf(ada)
    expect(await refusal(link(guesser, code))).toBe('too_many_requests too_many_tries')
    await expect(link(guesser, code)).rejects.toMatchObject({ message: expect.stringContaining('10 minutes') })
    expect(await link(newAccount(), code)).toMatchObject({ role: 'student' })
  })

  test('is one person of a school: a second has to wait until it is unlinked, and their code is still good then', async () => {
    const account = await linked(service, ada)
    const code = await codeOf(bob)
    expect(await refusal(link(account, code))).toBe('conflict linked_to_another')
    expect(await linkedPeople(service.ctx, account)).toEqual([{ tenant, person: ada.person }])
    expect(await unlinkAccount(service.ctx, account)).toBe(1)
    expect(await unlinkAccount(service.ctx, account)).toBe(0)
    await link(account, code)
    expect(await linkedPeople(service.ctx, account)).toEqual([{ tenant, person: bob.person }])
  })

  test('a person may have several, and takes one away without the others', async () => {
    const [slack] = [await linked(service, ada, { name: 'on slack' })]
    now = new Date(now.getTime() + 1000)
    const discord = await linked(service, ada, { platform: 'discord', space: 'discord', name: 'on discord' })
    const shown = await links(ada)
    expect(shown.map(({ platform }: { platform: string }) => platform)).toEqual(['discord', 'slack'])
    await ada.ask('DELETE', `/api/v1/classroom/chat/links/${shown[0].id}`)
    expect(await linkedPeople(service.ctx, discord)).toEqual([])
    expect(await linkedPeople(service.ctx, slack)).toHaveLength(1)
  })

  test('an account of the same number in another workspace is another account', async () => {
    const account = await linked(service, ada)
    expect(await linkedPeople(service.ctx, { ...account, space: 'T02OTHER' })).toEqual([])
    expect(await linkedPeople(service.ctx, { ...account, platform: 'discord' })).toEqual([])
  })

  test('never reaches the work of another, also where a teacher’s account asks without a course', async () => {
    await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['trap', 'baroque'] })
    const song = (await ada.here('POST', '/songs', { seed: 1 })).json().id
    const channel = await boundChannel()
    const [mine, others] = [await linked(service, ada), await linked(service, bob)]
    const inChannel = (account: typeof mine) => actorInChannel(service.ctx, account, channel)
    expect((await findMashup(service.ctx, await inChannel(mine), song)).id).toBe(song)
    expect(await refusal(findMashup(service.ctx, await inChannel(others), song))).toBe('not_found')
    const [own] = await actorsOf(service.ctx, mine)
    expect((await findMashup(service.ctx, own!, song)).id).toBe(song)
    for (const account of [others, await linked(service, teacher)]) {
      const [actor] = await actorsOf(service.ctx, account)
      expect(await refusal(findMashup(service.ctx, actor!, song))).toBe('not_found')
    }
  })

  test('of somebody who has left the course is nobody there, and elsewhere who they are', async () => {
    const channel = await boundChannel()
    const code = await codeOf(bob)
    const account = await linked(service, ada)
    await service.ctx.db.inTenant(tenant, (tx) =>
      service.ctx.db.query(tx, `UPDATE memberships SET left_at = now() WHERE role = 'student'`),
    )
    expect(await refusal(actorInChannel(service.ctx, account, channel))).toBe('forbidden link_first')
    await expect(actorInChannel(service.ctx, account, channel)).rejects.toThrow('not in the course')
    expect(await actorsOf(service.ctx, account)).toEqual([])
    expect(await refusal(link(newAccount(), code))).toBe('forbidden left_course')
    await visit(service, { tenant, subject: 'a', course: 'c2', link: 'l2' })
    expect(await actorsOf(service.ctx, account)).toEqual([
      { tenant, person: ada.person, role: 'student', scopes: null },
    ])
    expect(await refusal(actorInChannel(service.ctx, account, channel))).toBe('forbidden link_first')
  })
})

describe('two schools', () => {
  test('know nothing of each other, though one person has both in one account', async () => {
    const other = await newTenant(service)
    const elsewhere = await visit(service, { tenant: other, subject: 'a', role: 'teacher' })
    const account = await linked(service, ada)
    await link(account, await codeOf(elsewhere))
    expect((await linkedPeople(service.ctx, account)).map((one) => one.tenant).toSorted()).toEqual(
      [tenant, other].toSorted(),
    )
    const [shown] = await links(elsewhere)
    expect(await links(ada)).toHaveLength(1)
    expect((await links(ada))[0].id).not.toBe(shown.id)
    expect((await ada.ask('DELETE', `/api/v1/classroom/chat/links/${shown.id}`)).status).toBe(404)
    expect((await placesToBind(service.ctx, account)).map((place) => place.tenant)).toEqual([other, other])
    expect(await refusal(actorInChannel(service.ctx, await linked(service, elsewhere), await boundChannel()))).toBe(
      'forbidden link_first',
    )
    expect(await unlinkAccount(service.ctx, account)).toBe(2)
    expect([...(await links(ada)), ...(await links(elsewhere))]).toHaveLength(1)
  })
})

describe('who may have a code', () => {
  test('is in a course: no guest, no observer, nobody without a token', async () => {
    const path = '/api/v1/classroom/chat/code'
    expect((await service.ask('POST', path)).status).toBe(403)
    expect((await service.ask('POST', path, { headers: { Authorization: 'Bearer x' } })).status).toBe(401)
    const observer = await visit(service, { tenant, role: 'observer' })
    expect((await observer.ask('POST', path)).status).toBe(403)
    expect((await observer.ask('GET', '/api/v1/classroom/chat/links')).status).toBe(403)
  })

  test('the page is told which chats there are', async () => {
    expect((await ada.ask('GET', '/api/v1/classroom/launch')).json().chats).toEqual(['slack'])
  })
})
