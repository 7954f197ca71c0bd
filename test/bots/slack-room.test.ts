import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { ChatRoom } from '../../bots/chat-room.js'
import { cardAt } from './sample-cards.js'
import { type SlackService, startSlackService } from './slack-service.js'

let service: SlackService
let room: ChatRoom
const channel = { platform: 'slack', space: 'T1', channel: 'CT1' } as const
let count = 0
let key = ''

beforeAll(async () => {
  service = await startSlackService({ over: 'http' })
  room = service.platform.room
})
afterAll(async () => await service.close())
beforeEach(() => {
  key = `try-${++count}`
})
afterEach(() => {
  expect(service.slack.state.complaints.splice(0)).toEqual([])
})

const call = (name: string) => service.slack.state.calls.filter((one) => one === name).length
const bytes = (text: string) => new TextEncoder().encode(text)

test('a thread is begun once, however often that is tried', async () => {
  const first = await room.openThread(channel, cardAt('lobby'), key)
  expect(await room.openThread(channel, cardAt('lobby'), key)).toEqual(first)
  expect(first.thread).toBe(first.message)
  expect(service.slack.state.messages.filter(({ ts }) => ts === first.message)).toHaveLength(1)
  expect((await service.slack.sessionMessage()).text).toContain('Photosynthesis: trap × baroque')
})

test('the message follows; deleted under us, another takes its place in the thread, once', async () => {
  const { thread, message } = await room.openThread(channel, cardAt('lobby'), key)
  const address = { ...channel, thread, message }
  expect(await room.upsertSessionMessage(address, cardAt('hooks'))).toEqual({ message })
  expect((await service.slack.sessionMessage()).text).toContain('Step 2 of 5')
  service.slack.faults.deleteMessage()
  const next = await room.upsertSessionMessage(address, cardAt('lyrics'))
  expect(next.message).not.toBe(message)
  expect(await room.upsertSessionMessage(address, cardAt('lyrics'))).toEqual(next)
  expect(service.slack.state.messages.filter((one) => one.thread === thread)).toHaveLength(1)
  expect(await room.upsertSessionMessage({ ...address, ...next }, cardAt('review'))).toEqual(next)
  expect((await service.slack.sessionMessage()).text).toContain('Step 5 of 5')
})

test('files come as one message with words for those who do not see or hear them', async () => {
  const { thread } = await room.openThread(channel, cardAt('finished'), key)
  const files = [
    { fileName: 'song.png', mediaType: 'image/png', content: bytes('a picture'), alt: 'Lead sheet in A minor' },
    { fileName: 'song.mid', mediaType: 'audio/midi', content: bytes('a tune'), alt: 'The tune & its chords' },
  ]
  const delivery = {
    text: '“Sun <3” is done',
    files,
    link: { label: 'On the web', url: 'https://a.example/x|y' },
    key: `f${key}`,
  }
  const before = call('files.completeUploadExternal')
  await room.deliverFiles({ ...channel, thread }, delivery)
  await room.deliverFiles({ ...channel, thread }, delivery)
  expect(call('files.completeUploadExternal')).toBe(before + 1)
  expect(service.slack.files().map(({ name, alt, content }) => [name, alt, Buffer.from(content).toString()])).toEqual([
    ['song.png', 'Lead sheet in A minor', 'a picture'],
    ['song.mid', 'The tune &amp; its chords', 'a tune'],
  ])
  const { text, thread: where } = service.slack.state.messages.at(-1)!
  expect(where).toBe(thread)
  expect(text).toContain('“Sun &lt;3” is done')
  expect(text).toContain('<https://a.example/x%7Cy|On the web>')
})

test('when Slack asks to wait, it is told for how long, and no other call waits with it', async () => {
  const { thread, message } = await room.openThread(channel, cardAt('lobby'), key)
  service.slack.faults.fail('chat.update', { status: 429, retryAfter: 30 })
  const address = { ...channel, thread, message }
  await expect(room.upsertSessionMessage(address, cardAt('hooks'))).rejects.toMatchObject({
    code: 'too_many_requests',
    retryAfter: 30,
  })
  await room.upsertSessionMessage(address, cardAt('hooks'))
})

test('what may be said twice is tried again when Slack fails; what would be there twice is not', async () => {
  const { thread, message } = await room.openThread(channel, cardAt('lobby'), key)
  service.slack.faults.fail('chat.update', { status: 503, times: 2 })
  await room.upsertSessionMessage({ ...channel, thread, message }, cardAt('hooks'))
  service.slack.faults.fail('chat.postMessage', { status: 503 })
  const before = call('chat.postMessage')
  await expect(room.openThread(channel, cardAt('lobby'), `${key}b`)).rejects.toMatchObject({ code: 'unavailable' })
  expect(call('chat.postMessage')).toBe(before + 1)
})

test('a channel without us says how to invite us', async () => {
  service.slack.invite(false)
  await expect(room.openThread(channel, cardAt('lobby'), key)).rejects.toMatchObject({
    code: 'forbidden',
    reason: 'missing_permission',
    message: expect.stringContaining('/invite'),
  })
  service.slack.invite(true)
  await room.openThread(channel, cardAt('lobby'), key)
  await expect(room.openThread({ ...channel, channel: 'CSECRET' }, cardAt('lobby'), `${key}b`)).rejects.toMatchObject({
    message: expect.stringContaining('/invite'),
  })
})

test.each([
  [{ error: 'missing_scope', needed: 'chat:write' }, { code: 'forbidden', reason: 'missing_permission' }, /chat:write/],
  [{ error: 'restricted_action' }, { code: 'forbidden', reason: 'missing_permission' }, /does not let apps post/],
  [{ error: 'is_archived' }, { code: 'gone', reason: 'channel' }, /archived/],
  [{ error: 'token_revoked' }, { code: 'gone', reason: 'space' }, /not connected/],
  [{ error: 'ratelimited' }, { code: 'too_many_requests' }, /wait/],
  [{ error: 'fatal_error' }, { code: 'unavailable' }, /does not answer/],
  [{ error: 'invalid_blocks' }, { code: 'internal' }, /did not take/],
])('what Slack refuses with %o is said in words', async (refusal, said, words) => {
  service.slack.state.refusals.set('chat.postMessage', refusal)
  const tried = room.openThread(channel, cardAt('lobby'), key)
  await expect(tried).rejects.toMatchObject({ ...said, message: expect.stringMatching(words) })
})

test('a channel that is not there any more is gone, and so is a workspace that never was', async () => {
  const address = { ...channel, channel: 'CGONE', thread: '1.1', message: '1.1' }
  await expect(room.upsertSessionMessage(address, cardAt('hooks'))).rejects.toMatchObject({ code: 'gone' })
  await expect(room.openThread({ ...channel, space: 'T9' }, cardAt('lobby'), key)).rejects.toMatchObject({
    code: 'gone',
  })
})

test('another process can answer what this one took in, for half an hour', async () => {
  const ada = service.slack.person('ada')
  await (await ada.slash('mine')).note
  const { platform, addresses, slack } = service
  const address = addresses.at(-1)!
  const reception = platform.receptionOf(address)
  await reception.acknowledge()
  await reception.answer({ text: 'Here it is after all.' })
  expect(slack.state.notes.at(-1)).toMatchObject({ user: ada.id, text: 'Here it is after all.' })
  const old = JSON.stringify({ ...JSON.parse(address), at: Date.now() - 31 * 60_000 })
  await expect(platform.receptionOf(old).acknowledge()).rejects.toMatchObject({ code: 'gone' })
})

test('when the response URL is used up, the person is answered all the same', async () => {
  const { platform, addresses, slack } = service
  const ada = slack.person('ada')
  await (await ada.slash('mine')).note
  const reception = platform.receptionOf(addresses.at(-1)!)
  for (let time = 2; time <= 6; time++) await reception.answer({ text: `Answer ${time}` })
  const [fifth, sixth] = slack.state.notes.slice(-2)
  expect(fifth).toMatchObject({ text: 'Answer 5', responseUrl: expect.any(String) })
  expect(sixth).toMatchObject({ text: 'Answer 6', user: ada.id, channel: 'CT1' })
  expect(sixth?.responseUrl).toBeUndefined()
})

test('one process follows', async () => {
  await service.slack.state.until(
    () => 'this process to follow',
    () => service.follows() === 1,
  )
})
