import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { songSchema } from '../../src/domain/song.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from './serve-sessions.js'
import { pairOf, Singer } from './singer.js'

let service: Served
beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())

test('each of the arrangements can be heard before the vote, and the one that is chosen is the song', async () => {
  const [host, friend] = await pairOf(service)
  for (const stage of ['lobby', 'hooks', 'lyrics'] as const) {
    await host.give({ type: 'advance', stage })
    await host.whenTheAiHasDone()
  }
  const { arrangements } = await friend.sees()
  expect(arrangements.length).toBeGreaterThanOrEqual(2)
  const below = arrangements.map(({ id }) => `/arrangements/${id}`)
  const songs = await Promise.all(
    below.map(async (path) => songSchema.parse((await friend.ask('GET', `${path}/song`)).json())),
  )
  const sounds = await Promise.all(below.map((path) => friend.ask('GET', `${path}/song.mid`)))
  expect(sounds.map(({ status }) => status)).toEqual(sounds.map(() => 200))
  const digests = sounds.map(({ text }) => createHash('sha256').update(text).digest('hex'))
  expect(new Set(digests).size).toBe(arrangements.length)

  const stranger = new Singer(service, await service.newGuest(), host.session)
  expect((await stranger.ask('GET', `${below[0]}/song`)).status).toBe(404)
  expect((await friend.ask('GET', '/arrangements/none/song')).status).toBe(404)

  await friend.give({ type: 'chooseArrangement', option: arrangements.at(-1)!.id })
  await host.give({ type: 'advance', stage: 'arranging' })
  await host.whenTheAiHasDone()
  const chosen = songSchema.parse((await friend.ask('GET', '/song')).json())
  const { tempo, key, sections } = songs.at(-1)!
  expect([chosen.tempo, chosen.key, chosen.sections]).toEqual([tempo, key, sections])
}, 60_000)
