import { expect, test } from '@jest/globals'
import { serviceProcess } from '../sessions/processes.js'
import type { ChatPerson, ChatWorld } from '../support/chat-world.js'
import { closeAfterEach, openWorld, textOf, votes, worlds } from './chat-stories.js'

closeAfterEach()

const times = (text: string, words: string) => text.split(words).length - 1

/** Two people in a session that votes on hooks. */
async function voting(begin: () => Promise<ChatWorld>) {
  const { world, service } = await openWorld(begin)
  const [ana, ben] = [world.person('Ana'), world.person('Ben')] as [ChatPerson, ChatPerson]
  expect(await textOf(await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' }))).toContain(
    'open',
  )
  expect(await textOf(await ben.press('Join'))).toContain('You are in')
  await ana.press('Start')
  await world.until((message) => votes(message).length >= 3)
  return { world, service, ana, ben }
}

test.each(Object.entries(worlds))(
  'in %s nothing is doubled or lost by what a platform and people do, and a bot that is put out leaves nothing behind',
  async (over, begin) => {
    const { world, service, ana, ben } = await voting(begin)

    // The same thing delivered three times.
    world.faults.deliverAgain(3)
    await ben.command('hook', { text: 'A leaf is a kitchen' })
    const offered = await world.until(({ text }) => text.includes('A leaf is a kitchen'))
    expect(times(offered.text, 'A leaf is a kitchen')).toBe(1)

    // The platform is busy: the message says it later, and says the last word.
    world.faults.fail(world.platform === 'slack' ? 'chat.update' : '/messages/', {
      status: 429,
      retryAfter: 1,
      times: 2,
    })
    await ana.command('hook', { text: 'Sugar from the sun' })
    await ana.command('hook', { text: 'Green is how I eat' })
    await world.until(({ text }) => text.includes('Sugar from the sun') && text.includes('Green is how I eat'))

    // Somebody deletes the message under us.
    world.faults.deleteMessage()
    await ben.command('hook', { text: 'Roots drink up the rain' })
    const anew = await world.until(({ text }) => text.includes('Roots drink up the rain'))
    expect(anew.text).toContain('A leaf is a kitchen')

    // The thread is put away, the socket is cut.
    world.faults.archiveThread()
    world.faults.dropSocket()
    await ana.command('hook', { text: 'Light is what I breathe' })
    await world.until(({ text }) => text.includes('Light is what I breathe'))

    // Killed the moment that something has arrived: it is answered, and done once.
    const cut = await ben.command('hook', { text: 'Chlorophyll and me' })
    await service.process.kill()
    await service.process.start()
    const after = await world.until(({ text }) => text.includes('Chlorophyll and me'))
    expect(times(after.text, 'Chlorophyll and me')).toBe(1)
    expect(await textOf(cut)).toContain('Chlorophyll and me')

    // A button of a message that is not there any more, and words that are not for everybody.
    expect(await textOf(await ben.command('line', { number: '99', text: 'Too early' }))).toMatch(
      /another (time|stage)|no words|number/i,
    )
    expect(await textOf(await ben.command('hook', { text: 'write to me at ben@example.org' }))).toContain('e-mail')
    expect(world.complaints).toEqual([])
    expect(service.process.said()).not.toMatch(/kitchen|example\.org|Ana/)

    if (over === 'Slack over HTTP') return
    await world.faults.putOut()
    const left = await service.ctx.db.alone(
      `SELECT count(*)::int AS rooms FROM lmm_stale_chat_rooms('${world.platform}', 100)`,
    )
    expect(left).toEqual([{ rooms: 0 }])
    expect((await service.ask('GET', '/health')).status).toBe(200)
  },
  240_000,
)

test('in Discord a second process takes over when the first one is gone, and loses nothing', async () => {
  const { world, service } = await openWorld(worlds.Discord)
  const [ana, ben] = [world.person('Ana'), world.person('Ben')] as [ChatPerson, ChatPerson]
  await ana.command('start', { topic: 'photosynthesis', genres: 'trap, baroque' })
  await world.until(({ text }) => text.includes('Step 1'))
  const second = await serviceProcess(service.settings)
  try {
    await service.process.kill()
    expect(await textOf(await ben.press('Join'))).toContain('You are in')
    const joined = await world.until(({ text }) => text.includes('Ben'))
    expect(joined.text).toContain('Ana')
    expect(world.complaints).toEqual([])
  } finally {
    await second.end()
  }
}, 120_000)
