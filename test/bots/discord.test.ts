import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Desk } from '../../bots/interaction.js'
import { type DiscordService, startDiscord } from './discord-desk.js'

let discord: DiscordService

const aLine = {
  id: 'line:6f1c1c1e',
  title: 'Write a line',
  intro: 'Line 3 of verse 1.',
  fields: [
    { name: 'words', label: 'Your line', kind: 'line' as const, max: 160 },
    {
      name: 'where',
      label: 'Where',
      kind: 'choice' as const,
      value: 'v1',
      choices: ['v1', 'v2'].map((value) => ({ value, label: value })),
    },
  ],
  submit: 'Send',
}
const desk: Partial<Desk> = {
  suggest: async ({ account, command, option, typed }) =>
    typed === 'fail'
      ? Promise.reject(new Error('no suggestions today'))
      : [{ value: `${command}.${option}.${typed}`, label: `For ${account.name}` }],
  form: async ({ did }) => {
    if (did.kind !== 'command') return null
    if (did.name === 'line') return { form: aLine }
    if (did.name === 'status') return { note: { text: 'No session is open here.' } }
    if (did.name === 'mine') throw new Error('something broke before the acknowledgement')
    return null
  },
  faults: ({ did }) =>
    did.kind === 'form' && !did.fields.words?.includes(' ') ? { words: 'Write two words at least.' } : null,
}

beforeAll(async () => {
  discord = await startDiscord(desk)
})
afterAll(() => discord.close())
afterEach(() => {
  expect(discord.world.complaints.splice(0)).toEqual([])
})

test('a command reaches the desk with who typed it, where, and its options; the answer is for them alone', async () => {
  const { world, served } = discord
  const ana = world.person('Ana')
  const { ackMs, note } = await ana.command('start', { topic: 'photosynthesis', genres: 'jazz, trap' })
  expect((await note).text).toBe('It is done.')
  expect(ackMs).toBeLessThan(3000)
  expect(served.at(-1)).toEqual({
    id: expect.stringMatching(/^\d+$/),
    account: { platform: 'discord', space: 'discord', user: ana.id, name: 'Ana' },
    place: { platform: 'discord', space: world.space, channel: world.channel, thread: null, channelName: 'music' },
    did: { kind: 'command', name: 'start', options: { topic: 'photosynthesis', genres: 'jazz, trap' } },
  })
})

test('what may be typed next is offered while somebody types; when that fails nothing is, and nobody waits', async () => {
  const bo = discord.world.person('Bo')
  expect(await bo.type('start', 'genres', 'ja')).toEqual([{ name: 'For Bo', value: 'start.genres.ja' }])
  expect(await bo.type('start', 'genres', 'fail')).toEqual([])
})

test('a dialog opens, keeps what is chosen already, and is sent with its fields', async () => {
  const cem = discord.world.person('Cem')
  const { form } = await cem.command('line')
  expect(await form).toMatchObject({ title: 'Write a line', fields: [{ label: 'Your line' }, { value: 'v1' }] })
  const sent = await cem.submit({ words: 'Leaves drink light' })
  expect((await sent.note).text).toBe('It is done.')
  expect(discord.served.at(-1)?.did).toEqual({
    kind: 'form',
    form: 'line:6f1c1c1e',
    fields: { words: 'Leaves drink light', where: 'v1' },
  })
})

test('a dialog that is not right is told privately with the words in it, and opens again as it was written', async () => {
  const dee = discord.world.person('Dee')
  await (await dee.command('line')).form
  const { faults, note } = await dee.submit({ words: '*light*', where: 'v2' })
  expect(faults).toEqual({ words: 'Write two words at least.' })
  expect((await note).text).toContain('You wrote for Your line: *light*')
  const again = await dee.press('Go on writing')
  expect((await again.form).fields).toMatchObject([{ value: '*light*' }, { value: 'v2' }])
  expect((await (await dee.submit({ words: 'light and air' })).note).text).toBe('It is done.')
  expect(discord.served.at(-1)?.did).toMatchObject({ fields: { words: 'light and air', where: 'v2' } })
})

test('instead of a dialog there may be words', async () => {
  const { note } = await discord.world.person('Eli').command('status')
  expect((await note).text).toBe('No session is open here.')
})

test('whatever breaks before the acknowledgement, the person is answered, and the log has neither names nor words', async () => {
  const { note } = await discord.world.person('Fay').command('mine', { secret: 'what Fay wrote' })
  expect((await note).text).toContain('Something went wrong on our side')
  expect(discord.log()).toContain('something broke before the acknowledgement')
  expect(discord.log()).not.toMatch(/Fay/)
})

test('the same thing delivered three times is acknowledged each time, and answered once', async () => {
  const gus = discord.world.person('Gus')
  discord.world.faults.deliverAgain(3)
  const { note } = await gus.command('help')
  await note
  expect(discord.served.filter(({ account }) => account.user === gus.id)).toHaveLength(1)
})

test('another process answers what this one took in, and is told when it is too late', async () => {
  const hal = discord.world.person('Hal')
  await (await hal.command('help')).note
  const reception = discord.platform().receptionOf(discord.addresses.at(-1) ?? '')
  await reception.acknowledge()
  await reception.answer({ text: 'Answered by the next one.' })
  expect(discord.world.lastWords(hal)).toBe('Answered by the next one.')
  discord.world.fake.place.pending.clear()
  await expect(reception.acknowledge()).rejects.toMatchObject({ code: 'gone' })
  await expect(reception.answer({ text: 'Too late.' })).rejects.toMatchObject({ code: 'gone' })
})

test('what is no interaction of ours, or comes from outside of a server, breaks nothing', async () => {
  const { gateway } = discord.world.fake
  gateway.dispatch('INTERACTION_CREATE', { nonsense: true })
  gateway.dispatch('INTERACTION_CREATE', null)
  gateway.dispatch('GUILD_DELETE', { id: 'not a number' })
  const { note } = await discord.world.person('Ida').command('help')
  expect((await note).text).toBe('It is done.')
})
