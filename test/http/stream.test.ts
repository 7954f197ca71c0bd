import { afterEach, describe, expect, test } from '@jest/globals'
import { songSchema } from '../../src/domain/song.js'
import { scriptedModel } from '../support/scripted-model.js'
import { gated } from './gated-model.js'
import { readEvents, type SentEvent } from './read-events.js'
import { type Served, serve } from './serve.js'

let service: Served
afterEach(() => service.close())

const asked = {
  body: { prompt: 'trap x baroque about photosynthesis', seed: 7 },
  headers: { Accept: 'text/event-stream' },
}

describe('Accept: text/event-stream', () => {
  test('gives the steps as they happen, then the song, then the end', async () => {
    service = await serve()
    const cookie = await service.newGuest()
    const response = await service.send('POST', '/api/v1/mashup', { ...asked, cookie })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
    const events: SentEvent[] = []
    for await (const event of readEvents(response)) events.push(event)

    expect(events.slice(-2).map(({ event }) => event)).toEqual(['song', 'end'])
    const steps = events.slice(0, -2)
    expect(new Set(steps.map(({ event }) => event))).toEqual(new Set(['step']))
    const seen = (type: string, step: string) => steps.findIndex(({ data }) => data.type === type && data.step === step)
    for (const step of ['educational_context', 'genre_analyzer', 'hook_generator']) {
      expect(seen('started', step)).toBeGreaterThanOrEqual(0)
      expect(seen('finished', step)).toBeGreaterThan(seen('started', step))
    }
    const song = songSchema.parse(events.at(-2)!.data)
    expect((await service.ask('GET', `/api/v1/mashup/${song.id}`, { cookie })).json()).toEqual(song)
  })

  test('tells a step while the next is still going on', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const events = readEvents(await service.send('POST', '/api/v1/mashup', asked))
    expect((await events.next()).value).toMatchObject({ event: 'step', data: { type: 'started' } })
    model.open()
    const rest: SentEvent[] = []
    for await (const event of events) rest.push(event)
    expect(rest.at(-1)).toEqual({ event: 'end', data: {} })
  })

  test('is cancelled when the client leaves, and nothing is stored', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const left = new AbortController()
    const response = await service.send('POST', '/api/v1/mashup', asked, left.signal)
    expect((await readEvents(response).next()).done).toBe(false)
    left.abort()
    await model.givenUp
    expect(await service.songsStored()).toBe(0)
  })

  test('so is a song that somebody waits for in silence', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const left = new AbortController()
    const response = service.send('POST', '/api/v1/mashup', { body: asked.body }, left.signal)
    await model.asked
    left.abort()
    await expect(response).rejects.toThrow('abort')
    await model.givenUp
    expect(await service.songsStored()).toBe(0)
  })

  test('tells a failure on the way as a problem, and ends', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const events = readEvents(await service.send('POST', '/api/v1/mashup', asked))
    await events.next()
    // The service goes down for good while the song is being made.
    const closed = service.server.close(0)
    const rest: SentEvent[] = []
    for await (const event of events) rest.push(event)
    await closed
    expect(rest.map(({ event }) => event).filter((event) => event !== 'step')).toEqual(['closing', 'problem', 'end'])
    expect(rest.find(({ event }) => event === 'problem')!.data).toMatchObject({ status: 503, code: 'unavailable' })
    expect(await service.songsStored()).toBe(0)
  })
})

describe('a server that stops', () => {
  test('tells streams, takes nobody in, and lets a song be finished', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const events = readEvents(await service.send('POST', '/api/v1/mashup', asked))
    await events.next()
    const closed = service.server.close(10_000)
    for (let told = await events.next(); told.value?.event !== 'closing'; told = await events.next())
      expect(told.done).toBe(false)
    await expect(fetch(`${service.url}/health`)).rejects.toThrow()
    model.open()
    const rest: string[] = []
    for await (const { event } of events) rest.push(event)
    await closed
    expect(rest.slice(-2)).toEqual(['song', 'end'])
    expect(await service.songsStored()).toBe(1)
  })

  test('answers a request that has no time left with 503', async () => {
    const model = gated(scriptedModel())
    service = await serve({ model })
    const answer = service.ask('POST', '/api/v1/mashup', { body: asked.body })
    await model.asked
    await service.server.close(0)
    const { status, headers } = await answer
    expect([status, headers.get('retry-after')]).toEqual([503, '5'])
  })
})
