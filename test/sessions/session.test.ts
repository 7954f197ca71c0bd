import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Deed } from '../../src/domain/session/commands.js'
import { songSchema } from '../../src/domain/song.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from './serve-sessions.js'
import { pairOf, Singer } from './singer.js'

let service: Served
beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())

const group = () => pairOf(service)

describe('a group makes a song', () => {
  test('from the lobby to a song that can be read, each line with its author', async () => {
    const [host, friend] = await group()
    await host.give({ type: 'advance', stage: 'lobby' })
    const choosing = await friend.whenTheAiHasDone()
    expect(choosing.hooks.length).toBeGreaterThanOrEqual(3)
    await friend.give({ type: 'moreHooks' })
    const more = await friend.whenTheAiHasDone()
    expect([more.trouble, more.hooks.length > choosing.hooks.length]).toEqual([null, true])

    const favourite = more.hooks[1]!
    await friend.give({ type: 'vote', option: favourite.id })
    await host.give({ type: 'advance', stage: 'hooks' })
    const writing = await friend.whenTheAiHasDone()
    expect([writing.stage, writing.hook]).toEqual(['lyrics', favourite.text])
    const [first, second] = writing.lines
    const mine = 'Sunlight falls on my green leaf'
    const said = (await friend.give({ type: 'contributeLine', line: first!.id, text: mine })).json()
    const rhymes = writing.lines.filter(
      ({ section, rhyme }) => section === first!.section && rhyme !== '' && rhyme === first!.rhyme,
    )
    const rhyme = rhymes.length > 1 ? { with: expect.any(String) } : null
    expect(said.check).toMatchObject({ syllables: { count: 7 }, rhyme })

    await friend.give({ type: 'suggestRewrite', line: second!.id })
    const offered = await host.whenTheAiHasDone()
    const offer = offered.lines[1]!.offer
    expect(offered.lines.filter((line) => line.offer !== null)).toHaveLength(1)
    expect(offer).not.toBe(second!.text)
    await host.give({ type: 'answerOffer', line: second!.id, take: true })

    await host.give({ type: 'advance', stage: 'lyrics' })
    const arranging = await host.whenTheAiHasDone()
    expect(arranging.arrangements.length).toBeGreaterThanOrEqual(2)
    await friend.give({ type: 'chooseArrangement', option: arranging.arrangements[1]!.id })
    await host.give({ type: 'advance', stage: 'arranging' })
    await host.whenTheAiHasDone()

    const song = songSchema.parse(
      (await service.ask('GET', `/api/v1/sessions/${host.session}/song`, { cookie: host.cookie })).json(),
    )
    const sung = song.sections.flatMap(({ lines }) => lines.map(({ text }) => text))
    expect(sung).toEqual(expect.arrayContaining([mine, offer, favourite.text]))
    await friend.give({ type: 'reflect', text: 'I like how the leaf is a kitchen' })
    const done = (await host.give({ type: 'submit' })).json()
    expect(done.view).toMatchObject({ stage: 'finished', submitted: true })
    expect(done.view.lines[0].by).toMatchObject({ kind: 'person', me: false })
  }, 120_000)

  test('a command that comes five times is carried out once', async () => {
    const [host] = await group()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => host.give({ type: 'advance', stage: 'lobby' }, { id: 'click-1' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    const { events } = (
      await service.ask('GET', `/api/v1/sessions/${host.session}/events`, { cookie: host.cookie })
    ).json()
    const kinds = events.map(({ event }: { event: { type: string } }) => event.type)
    expect(kinds.filter((type: string) => type === 'stageEntered')).toHaveLength(1)
    expect(events.map(({ seq }: { seq: number }) => seq)).toEqual(events.map((_: unknown, at: number) => at + 1))
  })

  test('thirty votes within one moment all count', async () => {
    const [host] = await group()
    const { invitation } = (await service.ask('POST', '/api/v1/sessions', { body: {}, cookie: host.cookie })).json()
    expect(invitation).toMatch(/^[\w-]{24}$/)
    await host.give({ type: 'advance', stage: 'lobby' })
    const { hooks } = await host.whenTheAiHasDone()
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => host.give({ type: 'vote', option: hooks[at % hooks.length]!.id })),
    )
    const view = await host.sees()
    expect(view.voted).toBe(1)
    expect(view.hooks.reduce((sum, { votes }) => sum + votes, 0)).toBe(1)
  })
})

describe('who may not', () => {
  test('a stranger cannot tell that the session exists', async () => {
    const [host] = await group()
    const stranger = new Singer(service, await service.newGuest(), host.session)
    expect((await service.ask('GET', `/api/v1/sessions/${host.session}`, { cookie: stranger.cookie })).status).toBe(404)
    expect((await stranger.give({ type: 'join' })).status).toBe(404)
    expect((await stranger.give({ type: 'join' }, { invitation: 'not the right one at all' })).status).toBe(404)
  })

  test('nobody says from a page that they did it in a chat', async () => {
    const [host] = await group()
    const said = { id: 'a-vote', surface: 'slack', deed: { type: 'setRequest', request: { topic: 'gravity' } } }
    const refused = [
      await host.ask('POST', '/commands', said),
      await service.ask('POST', '/api/v1/sessions', { body: { surface: 'discord' }, cookie: host.cookie }),
    ]
    for (const answer of refused)
      expect(answer.json()).toMatchObject({ code: 'invalid_request', errors: [{ at: '/surface' }] })
    expect((await host.ask('POST', '/commands', { ...said, surface: 'lti' })).status).toBe(200)
  })

  test('what is out of bounds is refused in the words of its bound', async () => {
    const [host] = await group()
    const detail = async (topic: string) => (await host.give({ type: 'setRequest', request: { topic } })).json().detail
    for (const length of [121, 500, 10_000])
      expect(await detail('x'.repeat(length))).toBe('/deed/request/topic: must be at most 120 characters')
    const late = `/api/v1/sessions/${host.session}/events?after=${2 ** 31}`
    expect((await service.ask('GET', late, { cookie: host.cookie })).json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ at: 'after', message: 'must be at most 2147483647' }],
    })
  })

  test('words that are not for the class are held, and nobody else sees them', async () => {
    const [host, friend] = await group()
    await host.give({ type: 'advance', stage: 'lobby' })
    await host.whenTheAiHasDone()
    const said = (await friend.give({ type: 'proposeHook', text: 'kill yourself now' })).json()
    expect(said.view.held).toHaveLength(1)
    const [seen, log] = [
      await host.sees(),
      await service.ask('GET', `/api/v1/sessions/${host.session}/events`, { cookie: host.cookie }),
    ]
    expect(`${JSON.stringify(seen)}${log.text}`).not.toContain('kill yourself')
  })
})

describe('what cannot be done just now', () => {
  let host: Singer
  beforeAll(async () => {
    ;[host] = await group()
    await host.give({ type: 'advance', stage: 'lobby' })
    await host.whenTheAiHasDone()
  }, 120_000)

  test.each([
    ['ten thousand characters', { type: 'proposeHook', text: 'a'.repeat(10_000) }, 400],
    [
      'a script tag is words like any other, held to their length',
      { type: 'proposeHook', text: '<script>alert(1)</script>' },
      200,
    ],
    ['a line that is not there', { type: 'contributeLine', line: 's9l9', text: 'x' }, 409],
    ['a stage that is not open', { type: 'reflect', text: 'x' }, 409],
    ['an unknown deed', { type: 'destroy' }, 400],
  ])('%s', async (_, deed, status) => {
    expect((await host.give(deed as Deed)).status).toBe(status)
  })
})

test('the service stops while the AI works: the turn is taken up by the next', async () => {
  const [host] = await group()
  await service.ctx.jobs.stop()
  await host.give({ type: 'advance', stage: 'lobby' })
  expect((await host.sees()).generation).toEqual({ kind: 'hooks', line: null })
  await service.ctx.jobs.start()
  expect((await host.whenTheAiHasDone()).hooks.length).toBeGreaterThanOrEqual(3)
}, 120_000)
