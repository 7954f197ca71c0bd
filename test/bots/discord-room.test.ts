import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { ChatRoom, RoomAddress } from '../../bots/chat-room.js'
import { allPermissions, readMessage } from '../support/discord-place.js'
import { aCard, type DiscordService, startDiscord } from './discord-desk.js'

let discord: DiscordService
let room: ChatRoom
let keys = 0

beforeAll(async () => {
  discord = await startDiscord()
  await discord.world.fake.gateway.ready()
  room = discord.platform().room
})
afterAll(() => discord.close())
afterEach(() => {
  kept().permissions = allPermissions
  expect(discord.world.complaints.splice(0)).toEqual([])
})

const channel = () => ({ platform: 'discord' as const, space: discord.world.space, channel: discord.world.channel })
const open = async (card = aCard(), key = `key ${++keys}`): Promise<RoomAddress> => ({
  ...channel(),
  ...(await room.openThread(channel(), card, key)),
})
const kept = () => discord.world.fake.place
const aFile = (over = {}) => ({
  fileName: 'song.png',
  mediaType: 'image/png',
  content: new Uint8Array([1, 2, 3]),
  alt: 'The lead sheet: key C, 90 beats a minute.',
  ...over,
})

test('a session gets a thread with its message in it, once, however often it is tried', async () => {
  const address = await open(aCard({ title: 'Leaves * light' }), 'one key')
  expect(await open(aCard(), 'one key')).toEqual(address)
  const message = await discord.world.sessionMessage()
  expect(message.text).toContain('Leaves * light')
  expect(message.text).toContain('Step 2 of 5')
  expect(kept().messages.get(message.id)?.channel).toBe(address.thread)
  const inChannel = [...kept().messages.values()].filter(({ channel }) => channel === discord.world.channel)
  expect(inChannel.map(readMessage)).toEqual([
    '🎵 Leaves * light\nEverybody can join in: the session is in this thread.',
  ])
})

test('a thread whose making was not heard of is found again', async () => {
  discord.world.faults.fail('/threads', { status: 500, times: 3 })
  await expect(open(aCard(), 'unheard')).rejects.toMatchObject({ code: 'unavailable' })
  const { thread } = await open(aCard(), 'unheard')
  expect(kept().threads.has(thread)).toBe(true)
})

test('the message follows its session', async () => {
  const address = await open()
  expect(await room.upsertSessionMessage(address, aCard({ seq: 4, now: 'Write the words now.' }))).toEqual({
    message: address.message,
  })
  const shown = await discord.world.sessionMessage()
  expect(shown).toMatchObject({ id: address.message, edits: 1, text: expect.stringContaining('Write the words now.') })
})

test('a message that somebody deleted is posted anew in the thread, and followed there, also when that was archived', async () => {
  const address = await open()
  discord.world.faults.deleteMessage()
  const { message } = await room.upsertSessionMessage(address, aCard({ now: 'Here again.' }))
  expect(message).not.toBe(address.message)
  expect(kept().messages.get(message)?.channel).toBe(address.thread)
  expect(await room.upsertSessionMessage({ ...address, message }, aCard({ now: 'And again.' }))).toEqual({ message })
  discord.world.faults.archiveThread()
  await room.upsertSessionMessage({ ...address, message }, aCard({ now: 'After a night.' }))
  expect((await discord.world.sessionMessage()).text).toContain('After a night.')
})

test('what is pressed in the message reaches the desk as it was meant: a button, one of many, one that is asked first', async () => {
  const ana = discord.world.person('Ana')
  const many = Array.from({ length: 9 }, (_, at) => ({
    ...aCard().options[0]!,
    number: at + 1,
    text: `Hook ${at + 1}`,
    vote: { id: `vote:s:${at + 1}`, label: `Vote for ${at + 1}`, style: 'plain' as const },
  }))
  await open(aCard({ options: many }))
  const pressed = async (label: string) => {
    await (await ana.press(label)).note
    return discord.served.at(-1)?.did
  }
  expect(await pressed('Write a hook')).toEqual({ kind: 'press', action: 'form:hook:6f1c1c1e' })
  expect(await pressed('8. Hook 8')).toEqual({ kind: 'press', action: 'vote:s:8' })
  const before = discord.served.length
  expect(await pressed('Close the vote')).toEqual({ kind: 'press', action: 'close:6f1c1c1e' })
  expect(discord.served).toHaveLength(before + 1)
  expect(
    kept()
      .notes.map(({ message }) => JSON.stringify(message.components))
      .join(''),
  ).toContain('Yes: Close the vote')
})

test('what is typed in a thread is told with the channel that it hangs on', async () => {
  const { thread } = await open()
  await (await discord.world.person('Bo').command('line')).note
  expect(discord.served.at(-1)?.place).toEqual({ ...channel(), thread })
})

test('files are posted in the thread with words for those who do not see them, once', async () => {
  const { thread } = await open()
  const delivery = {
    text: 'Your *song* is done.',
    files: [aFile(), aFile({ fileName: 'song.mid', alt: 'MIDI' })],
    link: { label: 'Open it', url: 'https://songs.example/1' },
    key: 'delivery 1',
  }
  await room.deliverFiles({ ...channel(), thread }, delivery)
  await room.deliverFiles({ ...channel(), thread }, delivery)
  const posted = [...kept().messages.values()].filter(({ files }) => files.length > 0)
  expect(posted).toHaveLength(1)
  expect(posted[0]).toMatchObject({
    channel: thread,
    content: 'Your \\*song\\* is done.',
    files: [
      { name: 'song.png', alt: 'The lead sheet: key C, 90 beats a minute.' },
      { name: 'song.mid', alt: 'MIDI' },
    ],
  })
  expect(JSON.stringify(posted[0]?.components)).toContain('https://songs.example/1')
})

test('a file that Discord would not take is named, and the others are posted', async () => {
  const { thread } = await open()
  const files = [aFile({ fileName: 'long.mp3', content: new Uint8Array(11 * 1024 * 1024) }), aFile()]
  await room.deliverFiles({ ...channel(), thread }, { text: 'Done.', files, key: 'large' })
  const posted = [...kept().messages.values()].at(-1)
  expect(posted?.files.map(({ name }) => name)).toEqual(['song.png'])
  expect(posted?.content).toContain('long.mp3 is too large for Discord; it is on the page.')
})

test('a thread is archived when it is over', async () => {
  const address = await open(aCard({ stage: 'finished', isOver: true }))
  await room.closeThread(address)
  expect(kept().threads.get(address.thread)?.archived).toBe(true)
})

test('a thread that somebody locked is told as such', async () => {
  const address = await open()
  kept().threads.set(address.thread, { archived: true, locked: true })
  await expect(room.upsertSessionMessage(address, aCard())).rejects.toMatchObject({
    reason: 'missing_permission',
    message: expect.stringContaining('Manage Threads (somebody locked this thread)'),
  })
})

test('a missing permission is named before anything is posted, and with it given it works', async () => {
  const threads = 1n << 35n
  kept().permissions &= ~threads
  const before = kept().messages.size
  // What the bot may do is told with everything that somebody does.
  await (await discord.world.person('Cem').command('help')).note
  await expect(open()).rejects.toMatchObject({
    code: 'forbidden',
    reason: 'missing_permission',
    message: expect.stringContaining('Create Public Threads.'),
  })
  expect([...kept().messages.values()].slice(before).filter(({ only }) => !only)).toEqual([])
  kept().permissions |= threads
  await (await discord.world.person('Cem').command('help')).note
  await open()
})

test('a permission that is taken away meanwhile is named too, and no message is left without its thread', async () => {
  const address = await open()
  const [threads, files] = [1n << 35n, 1n << 15n]
  kept().permissions &= ~(threads | files)
  const missing = { code: 'forbidden', reason: 'missing_permission' }
  const before = kept().messages.size
  await expect(open()).rejects.toMatchObject(missing)
  expect(kept().messages.size).toBe(before)
  await expect(
    room.deliverFiles({ ...channel(), thread: address.thread }, { text: 'Done.', files: [aFile()], key: 'no' }),
  ).rejects.toMatchObject({ ...missing, message: expect.stringContaining('Attach Files') })
  kept().permissions |= threads | files
})

test('a short wait that Discord asks for is waited for; of a long one the caller is told how long', async () => {
  const address = await open()
  discord.world.faults.fail(`/messages/${address.message}`, { status: 429, retryAfter: 0.2 })
  await room.upsertSessionMessage(address, aCard({ now: 'After a breath.' }))
  expect((await discord.world.sessionMessage()).text).toContain('After a breath.')
  discord.world.faults.fail('/threads', { status: 429, retryAfter: 30 })
  await expect(open()).rejects.toMatchObject({ code: 'too_many_requests', retryAfter: 31 })
})

test('a channel or a thread that is not there any more is told as gone', async () => {
  const address = await open()
  kept().threads.delete(address.thread)
  await expect(room.closeThread(address)).rejects.toMatchObject({ code: 'gone' })
  await expect(room.openThread({ ...channel(), channel: '9' }, aCard(), 'nowhere')).rejects.toMatchObject({
    code: 'gone',
  })
})

test('a server that put the bot out while nobody listened is told as gone, and forgotten', async () => {
  const address = await open()
  kept().isIn = false
  await expect(room.upsertSessionMessage(address, aCard())).rejects.toMatchObject({ code: 'gone' })
  await discord.world.eventually(
    () => discord.log().includes('a server put the bot out; what was kept of it is deleted'),
    () => discord.log(),
  )
  kept().isIn = true
})
