import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Deed } from '../../src/domain/session/commands.js'
import type { Served } from '../http/serve.js'
import { newTenant, visit } from '../support/classroom.js'
import { LiveVisitor, refusalOf } from '../support/live-visitor.js'
import { serveSessions } from './serve-sessions.js'

let service: Served
const open: LiveVisitor[] = []
beforeAll(async () => {
  service = await serveSessions()
})
afterEach(() => {
  for (const visitor of open.splice(0)) visitor.close()
})
afterAll(() => service.close())

type How = Partial<ConstructorParameters<typeof LiveVisitor>[0]>

function watch(session: string, how: How): LiveVisitor {
  const visitor = new LiveVisitor({ url: service.url, session, ...how })
  open.push(visitor)
  return visitor
}

interface Room {
  session: string
  invitation: string
  cookies: string[]
}

/** A host and others in a session, by REST. */
async function room(others = 1, settings: object = { closeWhenAllVoted: false }): Promise<Room> {
  const host = await service.newGuest()
  const body = { request: { topic: 'photosynthesis', genres: ['trap', 'baroque'], gradeLevel: 5 }, settings }
  const { id: session, invitation } = (await service.ask('POST', '/api/v1/sessions', { body, cookie: host })).json()
  const cookies = [host]
  for (let n = 0; n < others; n++) {
    const cookie = await service.newGuest()
    await command(session, cookie, { type: 'join' }, invitation)
    cookies.push(cookie)
  }
  return { session, invitation, cookies }
}

const command = (session: string, cookie: string, deed: Deed, invitation?: string) =>
  service.ask('POST', `/api/v1/sessions/${session}/commands`, {
    body: { id: randomUUID(), deed, ...(invitation && { invitation }) },
    cookie,
  })

describe('who may have a session open', () => {
  test.each([
    ['a stranger', async () => ({ cookie: await service.newGuest() }), 'not_found'],
    ['nobody', async () => ({}), 'unauthenticated'],
    ['a forged token', async () => ({ token: 'a.b.c' }), 'unauthenticated'],
    [
      'another school',
      async () => ({ token: (await visit(service, { tenant: await newTenant(service), role: 'teacher' })).token }),
      'not_found',
    ],
    [
      'another site on somebody’s cookie',
      async ({ cookies }: Room) => ({ cookie: cookies[0]!, headers: { Origin: 'https://evil.example' } }),
      'websocket error',
    ],
  ])('%s is refused', async (_, how, code) => {
    const made = await room()
    expect(await refusalOf({ url: service.url, session: made.session, ...(await how(made)) })).toBe(code)
  })

  test('a handshake that names no session', async () => {
    expect(await refusalOf({ url: service.url, session: 'x', cookie: await service.newGuest() })).toBe(
      'invalid_request',
    )
  })

  test('a person’s thirteenth tab', async () => {
    const { session, cookies } = await room(0)
    const tabs = Array.from({ length: 12 }, () => watch(session, { cookie: cookies[0]! }))
    await Promise.all(tabs.map((tab) => tab.welcomed()))
    expect(await refusalOf({ url: service.url, session, cookie: cookies[0]! })).toBe('too_many_requests')
  })
})

test('of thirty tabs that one person opens in the same moment, twelve stay', async () => {
  const { session, cookies } = await room(0)
  const tabs = Array.from({ length: 30 }, () => watch(session, { cookie: cookies[0]! }))
  const settled = tabs.map(
    (tab) =>
      new Promise<string>((resolve) => {
        tab.socket.once('connect_error', () => resolve('refused'))
        tab.socket.once('problem', () => resolve('let go'))
        tab.socket.once('welcome', () => resolve('in'))
      }),
  )
  expect((await Promise.all(settled)).filter((how) => how === 'in')).toHaveLength(12)
})

describe('what is told', () => {
  test.each(['websocket', 'polling'] as const)('a command comes to everybody, over %s', async (transport) => {
    const { session, cookies } = await room(2)
    const [host, ada, bob] = cookies.map((cookie) => watch(session, { cookie, transports: [transport] }))
    await Promise.all([host!.welcomed(), ada!.welcomed(), bob!.welcomed()])
    const answer = await host!.give({ type: 'setRequest', request: { topic: 'volcanoes' } })
    expect(answer).toMatchObject({ ok: true })
    for (const one of [host, ada, bob]) {
      const view = await one!.until(({ view }) => view?.request.topic === 'volcanoes')
      expect(view.people.filter(({ me }) => me)).toHaveLength(1)
      expect(one!.isWhole).toBe(true)
    }
  })

  test('what each sees live is what REST shows them', async () => {
    const { session, cookies } = await room(2)
    const visitors = cookies.map((cookie) => watch(session, { cookie }))
    await Promise.all(visitors.map((one) => one.welcomed()))
    await visitors[0]!.give({ type: 'advance', stage: 'lobby' })
    const { hooks } = await visitors[1]!.rested('hooks')
    await visitors[1]!.give({ type: 'vote', option: hooks[0]!.id })
    await visitors[2]!.give({ type: 'proposeHook', text: 'kill yourself now' })
    const { seq } = (await service.ask('GET', `/api/v1/sessions/${session}`, { cookie: cookies[0]! })).json().view
    for (const [n, visitor] of visitors.entries()) {
      await visitor.until((self) => self.seq === seq)
      const rest = (await service.ask('GET', `/api/v1/sessions/${session}`, { cookie: cookies[n]! })).json().view
      expect(visitor.view).toEqual(rest)
      const log = await service.ask('GET', `/api/v1/sessions/${session}/events`, { cookie: cookies[n]! })
      expect(visitor.events.map((event) => event.seq)).toEqual(
        log.json().events.map((event: { seq: number }) => event.seq),
      )
    }
    expect(visitors[2]!.view?.held).toHaveLength(1)
    for (const other of visitors.slice(0, 2)) expect(other.heard).not.toMatch(/kill yourself|violence|profanity/)
  })

  test('who lost the line is told what was missed, once', async () => {
    const { session, cookies } = await room()
    const [host, ada] = cookies.map((cookie) => watch(session, { cookie }))
    await Promise.all([host!.welcomed(), ada!.welcomed()])
    ada!.drop()
    for (const topic of ['one', 'two', 'three']) await host!.give({ type: 'setRequest', request: { topic } })
    const view = await ada!.until(({ view }) => view?.request.topic === 'three')
    expect([view.seq, ada!.isWhole, ada!.events.at(-1)?.seq]).toEqual([host!.seq, true, host!.seq])
  })

  test('a change that was made behind our back is found by looking', async () => {
    const { session, cookies } = await room()
    const ada = watch(session, { cookie: cookies[1]! })
    await ada.welcomed()
    // As when a process dies between its commit and its word to the others: nobody is told.
    const { events } = service.ctx
    const emit = events.emit.bind(events)
    events.emit = () => {}
    try {
      await command(session, cookies[0]!, { type: 'setRequest', request: { topic: 'unheard' } })
    } finally {
      events.emit = emit
    }
    await ada.until(({ view }) => view?.request.topic === 'unheard')
    expect(ada.isWhole).toBe(true)
  })

  test('refusals are answered, and change nothing', async () => {
    const { session, cookies } = await room()
    const [host, ada] = cookies.map((cookie) => watch(session, { cookie }))
    await Promise.all([host!.welcomed(), ada!.welcomed()])
    const { seq } = ada!
    expect(await ada!.give({ type: 'advance', stage: 'lobby' })).toMatchObject({
      ok: false,
      problem: { code: 'forbidden' },
    })
    expect(await host!.give({ type: 'advance', stage: 'hooks' })).toMatchObject({
      ok: false,
      problem: { code: 'conflict' },
    })
    expect(await host!.give({ type: 'destroy' } as never)).toMatchObject({
      ok: false,
      problem: { code: 'invalid_request' },
    })
    expect(await host!.give({ type: 'setRequest', request: { topic: 'how to make a bomb' } })).toMatchObject({
      ok: false,
      problem: { code: 'unsafe_topic' },
    })
    for (const nothing of [null, 'x', {}])
      expect(await host!.socket.timeout(5000).emitWithAck('renew', nothing)).toMatchObject({
        ok: false,
        problem: { code: 'invalid_request' },
      })
    expect(ada!.seq).toBe(seq)
  })

  test('the same command five times at once', async () => {
    const { session, cookies } = await room()
    const host = watch(session, { cookie: cookies[0]! })
    await host.welcomed()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => host.give({ type: 'advance', stage: 'lobby' }, 'click-1')),
    )
    expect(answers.every(({ ok }) => ok)).toBe(true)
    await host.rested('hooks')
    expect(host.events.filter(({ event }) => event.type === 'stageEntered')).toHaveLength(1)
  })
})

describe('who is here', () => {
  test('presence with its surface, and its end', async () => {
    const { session, cookies } = await room()
    const host = watch(session, { cookie: cookies[0]! })
    await host.welcomed()
    const ada = watch(session, { cookie: cookies[1]!, surface: 'lti' })
    const now = (self: LiveVisitor) => JSON.stringify(self.presence.at(-1))
    const both = JSON.stringify([
      { number: 1, surfaces: ['web'] },
      { number: 2, surfaces: ['lti'] },
    ])
    await host.until((self) => now(self) === both)
    ada.close()
    await host.until((self) => now(self) === JSON.stringify([{ number: 1, surfaces: ['web'] }]))
  })

  test('typing is told to the others, without words and not too often', async () => {
    const { session, cookies } = await room()
    const [host, ada] = cookies.map((cookie) => watch(session, { cookie }))
    await Promise.all([host!.welcomed(), ada!.welcomed()])
    for (let n = 0; n < 20; n++) ada!.socket.emit('typing', { line: 'nowhere', text: 'secret' } as never)
    await host!.until(({ typing }) => typing.length > 0)
    await ada!.give({ type: 'leave' })
    await host!.until(({ view }) => view?.people[1]?.here === false)
    expect([host!.typing, ada!.typing]).toEqual([[{ number: 2, line: null }], []])
    expect(host!.heard).not.toContain('secret')
  })

  test('the AI’s steps are shown while it works, without its words', async () => {
    const { session, cookies } = await room()
    const host = watch(session, { cookie: cookies[0]! })
    await host.welcomed()
    await host.give({ type: 'advance', stage: 'lobby' })
    await host.rested('hooks')
    await host.until(({ progress }) => progress.length > 0)
    for (const shown of host.progress) expect(Object.keys(shown).sort()).toEqual(['step', 'type'])
  })
})

test('thirty people vote at once: all votes count, all see them, and the stage closes once', async () => {
  const { session, cookies } = await room(29, { closeWhenAllVoted: true })
  const visitors = cookies.map((cookie) => watch(session, { cookie }))
  await Promise.all(visitors.map((one) => one.welcomed()))
  await visitors[0]!.give({ type: 'advance', stage: 'lobby' })
  const { hooks } = await visitors[29]!.rested('hooks')
  const answers = await Promise.all(visitors.map((one, n) => one.give({ type: 'vote', option: hooks[n % 2]!.id })))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(30)
  await Promise.all(visitors.map((one) => one.rested('lyrics')))
  for (const one of visitors) {
    expect(one.isWhole).toBe(true)
    expect(one.events.filter(({ event }) => event.type === 'voted')).toHaveLength(30)
    expect(one.events.filter(({ event }) => event.type === 'hookChosen')).toHaveLength(1)
  }
}, 120_000)
