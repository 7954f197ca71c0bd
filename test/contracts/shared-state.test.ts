import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { memoryState } from '../../integrations/memory/shared-state.js'
import { redisState } from '../../integrations/redis/shared-state.js'
import type { SharedState } from '../../src/ports.js'

const log = pino({ level: 'silent' })
const redisUrl = process.env.LMM_TEST_REDIS_URL
const open: SharedState[] = []

const makers: [string, () => SharedState][] = [['memory', memoryState]]
if (redisUrl) makers.push(['redis', () => redisState({ url: redisUrl, log, prefix: randomUUID() })])
else console.log('LMM_TEST_REDIS_URL is not set: shared state is tested in memory alone.')

async function ready(make: () => SharedState): Promise<SharedState> {
  const state = make()
  open.push(state)
  const limit = Date.now() + 3000
  while (!(await state.ready()) && Date.now() < limit) await new Promise((resolve) => setImmediate(resolve))
  return state
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((state) => state.close()))
})

describe.each(makers)('shared state in %s', (kind, make) => {
  test('says what it is and that it is ready', async () => {
    const state = await ready(make)
    expect([state.kind, await state.ready()]).toEqual([kind, true])
  })

  test('a key has its points and then has to wait', async () => {
    const limit = (await ready(make)).rateLimit('songs', 3, 60)
    expect([limit.name, limit.points, limit.seconds]).toEqual(['songs', 3, 60])
    const taken = [await limit.take('a'), await limit.take('a'), await limit.take('a'), await limit.take('a')]
    expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, false])
    expect(taken.map(({ remaining }) => remaining)).toEqual([2, 1, 0, 0])
    for (const { resetAfter } of taken) expect(resetAfter).toBeGreaterThan(50)
    for (const { resetAfter } of taken) expect(resetAfter).toBeLessThanOrEqual(60)
  })

  test('keys and limits do not count for each other', async () => {
    const state = await ready(make)
    const [songs, reads] = [state.rateLimit('songs', 1, 60), state.rateLimit('reads', 1, 60)]
    expect((await songs.take('a')).allowed).toBe(true)
    expect((await songs.take('b')).allowed).toBe(true)
    expect((await reads.take('a')).allowed).toBe(true)
    expect((await songs.take('a')).allowed).toBe(false)
  })

  test('a limit is one by its name, whoever asks for it', async () => {
    const state = await ready(make)
    expect((await state.rateLimit('songs', 1, 60).take('a')).allowed).toBe(true)
    expect((await state.rateLimit('songs', 1, 60).take('a')).allowed).toBe(false)
  })

  test('of many at once just as many get in as there are points', async () => {
    const limit = (await ready(make)).rateLimit('songs', 10, 60)
    const taken = await Promise.all(Array.from({ length: 40 }, () => limit.take('class')))
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(10)
  })

  test('the points are there again in the next window', async () => {
    const limit = (await ready(make)).rateLimit('songs', 1, 1)
    await limit.take('a')
    let again = await limit.take('a')
    expect(again.allowed).toBe(false)
    while (!again.allowed) again = await limit.take('a')
  })

  test('closing it leaves nothing running', async () => {
    const state = await ready(make)
    await state.close()
  })
})

describe('redis, away', () => {
  test('each process counts for itself, at once', async () => {
    const nobody = createServer().listen(0, '127.0.0.1')
    await once(nobody, 'listening')
    const { port } = nobody.address() as { port: number }
    await new Promise((resolve) => nobody.close(resolve))
    const state = redisState({ url: `redis://127.0.0.1:${port}`, log })
    open.push(state)
    const limit = state.rateLimit('songs', 1, 60)
    const started = performance.now()
    expect([(await limit.take('a')).allowed, (await limit.take('a')).allowed]).toEqual([true, false])
    expect((await state.rateLimit('songs', 1, 60).take('a')).allowed).toBe(false)
    expect(performance.now() - started).toBeLessThan(500)
    expect(await state.ready()).toBe(false)
  })
})
