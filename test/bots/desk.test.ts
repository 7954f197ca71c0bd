import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Announcer, createAnnouncer } from '../../bots/announcer.js'
import { promiseSong } from '../../bots/chat-songs.js'
import { memoryState } from '../../integrations/memory/shared-state.js'
import { actorOutsideCourses } from '../../src/classroom/know-account.js'
import type { Context } from '../../src/context.js'
import type { ChatAccount } from '../../src/domain/chat.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { localTenant } from '../../src/domain/tenant.js'
import { AppError } from '../../src/errors.js'
import { queueMashup } from '../../src/mashups/queue-mashup.js'
import { listMySessions } from '../../src/sessions/list-my-sessions.js'
import { readSession } from '../../src/sessions/read-session.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from '../sessions/serve-sessions.js'
import { linked, newAccount, newChannel } from '../support/chat.js'
import { newTenant, visit } from '../support/classroom.js'
import { inChat, smallChat, smallDesk } from './small-chat.js'

let service: Served
let chat: ReturnType<typeof smallChat>
let desk: ReturnType<typeof smallDesk>['desk']
let follower: Announcer | undefined

beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())
beforeEach(() => {
  chat = smallChat()
  desk = smallDesk(service.ctx, chat).desk
})
afterEach(async () => {
  await follower?.stop()
  await desk.close()
})

function follows(atOnce?: number, ctx: Context = service.ctx): void {
  follower = createAnnouncer(ctx, chat.room, { apart: 1, ...(atOnce && { atOnce }) })
  follower.start()
}

const busy = new AppError('unavailable', 'The platform does not answer.')

/** The one session of somebody who came in by a channel of no course. */
async function theirs(account: ChatAccount): Promise<SessionView> {
  const actor = await actorOutsideCourses(service.ctx, account)
  const [session] = await listMySessions(service.ctx, actor)
  return (await readSession(service.ctx, actor, session!.id)).view
}

async function onceTheAiRests(sees: () => Promise<SessionView>): Promise<SessionView> {
  for (;;) {
    const changed = service.untilEvent('session.changed')
    const view = await sees()
    if (!view.generation) return view
    await changed
  }
}

test('what was done and could not be told is told by the next process, and not done twice', async () => {
  const account = newAccount()
  const channel = newChannel()
  const ana = inChat(desk, account, channel)
  const sees = () => theirs(account)
  await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' })
  for (const stage of ['lobby', 'hooks', 'lyrics']) {
    expect((await onceTheAiRests(sees)).stage).toBe(stage)
    await ana.command('finish')
  }
  expect((await onceTheAiRests(sees)).stage).toBe('arranging')

  await ana.command('finish', {}, busy)
  expect((await onceTheAiRests(sees)).stage).toBe('review')
  await desk.close()
  const next = smallDesk(service.ctx, chat)
  await next.desk.takeUp()
  expect(next.told).toEqual([expect.objectContaining({ text: 'On to the last look.' })])
  expect((await theirs(account)).stage).toBe('review')

  await inChat(next.desk, account, channel).command('finish')
  expect((await theirs(account)).stage).toBe('finished')
  await next.desk.close()
})

test('who asks for too many dialogs and suggestions gets none, is told when to try again, and can still act; nobody else minds', async () => {
  const [eager, calm] = [newAccount(), newAccount()]
  const place = { ...newChannel(), thread: null }
  const most = { ...service.ctx, config: { ...service.ctx.config, ratePerMinute: 1 }, shared: memoryState() }
  const strict = smallDesk(most, chat).desk
  const looks = (account: ChatAccount) =>
    strict.suggest({ command: 'start', option: 'genres', typed: 'baro', account, place })
  const opens = (account: ChatAccount) =>
    strict.form({ id: 'opens', account, place, did: { kind: 'command', name: 'link', options: {} } })
  for (let n = 0; n < 19; n++) expect(await looks(eager)).not.toEqual([])
  expect(await opens(eager)).toMatchObject({ form: { id: 'link' } })

  expect(await looks(eager)).toEqual([])
  expect(await opens(eager)).toEqual({
    note: { text: 'That was a lot at once.', details: [expect.stringMatching(/^Try again in \d+ seconds\.$/)] },
  })
  expect((await inChat(strict, eager, place).command('help')).text).toContain('Make a song')
  expect(await looks(calm)).not.toEqual([])
  expect(await opens(calm)).toMatchObject({ form: { id: 'link' } })
  await strict.close()
})

test('of songs somebody may ask for as many here as on the web, and no more', async () => {
  const few = { ...service.ctx, config: { ...service.ctx.config, ratePerMinute: 1 }, shared: memoryState() }
  const strict = smallDesk(few, chat).desk
  const [ana, ben] = [inChat(strict, newAccount(), newChannel()), inChat(strict, newAccount(), newChannel())]
  const asks = async (who: typeof ana, about: string) =>
    (await who.command('song', { prompt: `trap x baroque about ${about}` })).text
  expect(await asks(ana, 'photosynthesis')).toContain('is being made')
  expect(await asks(ana, 'fractions')).toContain('many songs')
  expect(await asks(ben, 'fractions')).toContain('is being made')
  await strict.close()
})

/** As if so long had passed since people did what is kept. */
const later = (time: string) =>
  service.ctx.db.alone(
    `UPDATE chat_inbox SET held_until = held_until - interval '${time}', taken_at = taken_at - interval '${time}'`,
  )

test('what takes long is taken up by nobody while its process lives, and is answered once', async () => {
  const [first, next] = [smallDesk(service.ctx, chat), smallDesk(service.ctx, chat)]
  const everybodyLooks = async () => {
    await later('5 minutes')
    await Promise.all([first.desk.takeUp(), next.desk.takeUp()])
  }
  let release = () => {}
  const slow = new Promise<void>((resolve) => {
    release = resolve
  })
  const notes: string[] = []
  let arrived = () => {}
  const begun = new Promise<void>((resolve) => {
    arrived = resolve
  })
  const served = first.desk.serve(
    {
      id: 'slow',
      account: newAccount(),
      place: { ...newChannel(), thread: null },
      did: { kind: 'command', name: 'help', options: {} },
    },
    {
      acknowledge: async () => {},
      async answer({ text }) {
        arrived()
        await slow
        notes.push(text)
      },
    },
    'address',
  )
  await begun
  await everybodyLooks()
  release()
  await served
  expect(notes).toHaveLength(1)
  await everybodyLooks()
  expect(notes).toEqual([expect.stringContaining('Make a song')])
  expect([...first.told, ...next.told]).toEqual([])
  await Promise.all([first.desk.close(), next.desk.close()])
})

test('what could not be told is told after a while by whichever process looks, though the first one lives', async () => {
  const next = smallDesk(service.ctx, chat)
  await inChat(desk, newAccount(), newChannel()).command('help', {}, busy)
  await next.desk.takeUp()
  expect(next.told).toEqual([])
  await later('1 minute')
  await next.desk.takeUp()
  expect(next.told).toEqual([expect.objectContaining({ text: expect.stringContaining('Make a song') })])
  await next.desk.close()
})

test('words from a chat are read as those from a page: without signs that hide or turn what stands beside them', async () => {
  const account = newAccount()
  const ana = inChat(desk, account, newChannel())
  await ana.command('start', { topic: ' light\u202e and\u200b  leaves ', genres: 'trap, baroque' })
  expect((await theirs(account)).request.topic).toBe('light and leaves')
  await ana.command('finish')
  const { text } = await ana.command('hook', { text: 'A leaf\u202e is a\u00a0 kitchen' })
  expect(text).toBe('Your hook is among the others: “A leaf is a kitchen”')
  expect((await ana.command('hook', { text: '\u200b\u2060' })).text).toContain('other words')
})

test('what one process cannot read keeps no other from being taken up', async () => {
  const ana = inChat(desk, newAccount(), newChannel())
  await service.ctx.db.alone(
    `INSERT INTO chat_inbox (platform, id, sealed, holder, held_until) VALUES ('slack', 'of-another-key', 'no seal', 'gone', now())`,
  )
  await ana.command('help', {}, busy)
  await desk.close()
  const next = smallDesk(service.ctx, chat)
  await next.desk.takeUp()
  expect(next.told).toEqual([expect.objectContaining({ text: expect.stringContaining('Make a song') })])
  await next.desk.close()
})

test('what is taken up while the platform does not answer is taken up once more', async () => {
  await inChat(desk, newAccount(), newChannel()).command('help', {}, busy)
  await desk.close()
  const next = smallDesk(service.ctx, chat)
  await later('1 minute')
  chat.refuses.set('acknowledge', busy)
  await next.desk.takeUp()
  expect(next.told).toEqual([])
  chat.refuses.clear()
  await later('1 minute')
  await next.desk.takeUp()
  expect(next.told).toEqual([expect.objectContaining({ text: expect.stringContaining('Make a song') })])
  await next.desk.close()
})

test('what could not be kept in time is not carried out later, when it was done again', async () => {
  const ana = inChat(desk, newAccount(), newChannel())
  await service.ctx.db.outsideTenants(async (tx) => {
    await service.ctx.db.query(tx, 'LOCK TABLE chat_inbox')
    expect((await ana.command('help')).text).toContain('try again')
  })
  await desk.close()
  const next = smallDesk(service.ctx, chat)
  await next.desk.takeUp()
  expect(next.told).toEqual([])
  await next.desk.close()
})

test('a session whose thread could not be made is opened by trying again, and stands in nobody else’s way', async () => {
  const channel = newChannel()
  const account = newAccount()
  const ana = inChat(desk, account, channel)
  const ben = inChat(desk, newAccount(), channel)
  chat.refuses.set('openThread', new AppError('forbidden', 'Invite me first.', { reason: 'missing_permission' }))
  const refused = await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' })
  expect(refused).toMatchObject({ text: 'Invite me first.', actions: [{ label: 'Try again' }] })
  expect((await ben.command('join')).text).toContain('There is no session')

  chat.refuses.clear()
  expect((await ana.press(refused.actions![0]!.id)).text).toContain('You are in')
  expect(chat.threads).toHaveLength(1)
  expect((await ben.command('join')).text).toContain('You are in')
})

test('a course’s groups are open in its own channels, and to nobody else by a channel that they were open in', async () => {
  const tenant = await newTenant(service)
  const [teacher, ada] = await Promise.all([
    visit(service, { tenant, role: 'teacher', subject: 't' }),
    visit(service, { tenant, subject: 'ada' }),
  ])
  const second = await visit(service, { tenant, role: 'teacher', subject: 't', course: 'c2', link: 'l2' })
  await visit(service, { tenant, subject: 'ada', course: 'c2', link: 'l2' })
  await teacher.here('PUT', '/settings', { topic: 'Fractions', gradeLevel: 5, mode: { kind: 'groups', size: 3 } })
  const [channel, other] = [newChannel(), newChannel()]
  const [moss, adas] = [await linked(service, teacher), await linked(service, ada)]
  const binds = (where: typeof channel, course: string) =>
    inChat(desk, moss, where).fill('setup', { place: `${course}/-`, guests: 'yes' })
  await binds(channel, teacher.course)
  await binds(other, second.course)
  expect((await inChat(desk, adas, channel).command('start')).text).toContain('is open')
  const session = chat.threads[0]!.card.session
  const link = `${service.url}/session/${session}`

  expect((await inChat(desk, adas, other).command('join', { link })).text).toContain('no such session')
  expect(chat.threads).toHaveLength(1)

  await binds(channel, second.course)
  expect((await inChat(desk, newAccount(), channel).press(`join:${session}`)).text).toContain('no such session')
})

test('what a course’s group hands in is posted to the group, without a link that opens it to everybody', async () => {
  const tenant = await newTenant(service)
  const teacher = await visit(service, { tenant, role: 'teacher' })
  const ada = await visit(service, { tenant })
  await teacher.here('PUT', '/settings', { topic: 'Fractions', gradeLevel: 5, mode: { kind: 'groups', size: 3 } })
  const channel = newChannel()
  await inChat(desk, await linked(service, teacher), channel).fill('setup', {
    place: `${teacher.course}/-`,
    guests: 'no',
  })
  const singer = inChat(desk, await linked(service, ada), channel)
  await singer.command('start')
  const sees = async () => (await ada.ask('GET', `/api/v1/sessions/${chat.threads[0]!.card.session}`)).json().view
  for (let steps = 0; steps < 5; steps += 1) {
    await onceTheAiRests(sees)
    await singer.command('finish')
  }
  follows()
  const { text, link } = await chat.posted(channel.channel)
  expect([text, link]).toEqual([expect.stringContaining('is done'), undefined])
})

test('a channel that takes nothing holds up nobody else’s song', async () => {
  const { ctx } = service
  const actor = await actorOutsideCourses(ctx, newAccount())
  const song = await queueMashup(ctx, actor, { prompt: 'trap x baroque about photosynthesis', seed: 1 })
  const [full, open] = [newChannel(), newChannel()]
  chat.takesNothing.add(full.channel)
  // Somebody else's song, of which there is nothing to draw: they are told that there is none.
  const ask = (channel: typeof full, askedBy: string) =>
    promiseSong(ctx, { ...actor, person: 'somebody else' }, { ...channel, thread: null }, { song, askedBy })
  for (let n = 0; n < 20; n += 1) await ask(full, `Ana’s ${n}`)
  await ask(open, 'Ben’s')
  follows()
  expect((await chat.posted(open.channel)).text).toContain('no such song')
})

test('a song that cannot be read just now is posted when it can, and nobody is told that it is lost', async () => {
  const { ctx } = service
  const actor = await actorOutsideCourses(ctx, newAccount())
  const song = await queueMashup(ctx, actor, { prompt: 'trap x baroque about photosynthesis', seed: 2 })
  const channel = newChannel()
  await promiseSong(
    ctx,
    { ...actor, person: 'somebody else' },
    { ...channel, thread: null },
    { song, askedBy: 'Cyd’s' },
  )
  let away = 2
  const inTenant: Context['db']['inTenant'] = async (tenant, work) => {
    if (away-- > 0) throw new AppError('unavailable', 'The database is away.')
    return await ctx.db.inTenant(tenant, work)
  }
  const db = new Proxy(ctx.db, {
    get: (target, name) => {
      if (name === 'inTenant') return inTenant
      const own = Reflect.get(target, name, target)
      return typeof own === 'function' ? own.bind(target) : own
    },
  })
  follows(undefined, { ...ctx, db })
  expect((await chat.posted(channel.channel)).text).toContain('no such song')
}, 60_000)

test('rooms that the platform forbids wait for each other, and nobody waits for them', async () => {
  const channels = Array.from({ length: 12 }, newChannel)
  const ana = inChat(desk, newAccount(), channels[0]!)
  await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' })
  const { session } = chat.threads[0]!.card
  await service.ctx.db.inTenant(localTenant, (tx) =>
    service.ctx.db.query(
      tx,
      `INSERT INTO chat_rooms (id, session_id, platform, space, channel, thread, message, opened_by, state)
       SELECT gen_random_uuid(), $1, platform, space, closed, thread, message, closed, 'open'
       FROM chat_rooms, unnest($2::text[]) AS closed WHERE session_id = $1`,
      [session, channels.slice(1).map(({ channel }) => channel)],
    ),
  )
  for (const { channel } of channels) chat.closed.add(channel)
  const open = newChannel()
  await inChat(desk, newAccount(), open).command('start', { topic: 'photosynthesis', genres: 'trap, baroque' })
  await service.ctx.db.inTenant(localTenant, (tx) =>
    service.ctx.db.query(tx, `UPDATE chat_rooms SET shown_seq = 0 WHERE channel = ANY ($1)`, [
      [...channels, open].map(({ channel }) => channel),
    ]),
  )

  const until = async (done: () => boolean) => {
    for (let looks = 0; !done() && looks < 150; looks++) await pause(100)
    expect(done()).toBe(true)
  }
  follows(10)
  await until(() => chat.shown.includes(open.channel))
  expect(chat.shown.filter((channel) => chat.closed.has(channel))).toEqual([])

  const [late] = await service.ctx.db.inTenant(localTenant, (tx) =>
    service.ctx.db.query<{ least: number; most: number }>(
      tx,
      'SELECT min(tries) AS least, max(tries) AS most FROM chat_rooms WHERE session_id = $1 AND shown_seq = 0',
      [session],
    ),
  )
  expect(late!.most - late!.least).toBeLessThanOrEqual(2)
  chat.closed.clear()
  await until(() => channels.every(({ channel }) => chat.shown.includes(channel)))
}, 60_000)
