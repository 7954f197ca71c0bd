import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type BreakableProxy, breakableProxy } from '../http/breakable-proxy.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { LiveVisitor } from '../support/live-visitor.js'
import { type Guest, gather, type ServiceProcess, serviceProcess } from './processes.js'

const redisUrl = process.env.LMM_TEST_REDIS_URL
if (!redisUrl) console.log('LMM_TEST_REDIS_URL is not set: two processes are tested without Redis alone.')

let database: FreshDatabase
let redis: BreakableProxy | undefined
let services: ServiceProcess[]
let worker: ServiceProcess
let people: Guest[]
let session: string
let visitors: LiveVisitor[]

beforeAll(async () => {
  database = await freshDatabase()
  redis = redisUrl ? await breakableProxy(redisUrl) : undefined
  const shared = { DATABASE_URL: database.url, ...(redis && { REDIS_URL: redis.url }) }
  // What the AI does is never done where its visitors are.
  worker = await serviceProcess({ ...shared, LMM_ROLES: 'worker' })
  services = await Promise.all([1, 2].map(() => serviceProcess({ ...shared, LMM_ROLES: 'web' })))
}, 120_000)
afterAll(async () => {
  for (const visitor of visitors) visitor.close()
  await Promise.all([...services, worker].map((service) => service.end()))
  await redis?.close()
  await database.drop()
})

beforeEach(async () => {
  for (const visitor of visitors ?? []) visitor.close()
  ;({ people, session } = await gather(
    services.map(({ url }) => url),
    4,
  ))
  visitors = people.map(({ url, cookie }) => new LiveVisitor({ url, session, cookie }))
  await Promise.all(visitors.map((one) => one.welcomed()))
})

const topicIs = (topic: string) =>
  Promise.all(visitors.map((one) => one.until(({ view }) => view?.request.topic === topic)))
const setTopic = (topic: string) => visitors[0]!.give({ type: 'setRequest', request: { topic } })

test('a command to one is seen by those who are at the other, and so is what the AI makes', async () => {
  await setTopic('volcanoes')
  await topicIs('volcanoes')
  await visitors[0]!.give({ type: 'advance', stage: 'lobby' })
  await Promise.all(visitors.map((one) => one.rested('hooks')))
  for (const one of visitors) {
    expect(one.isWhole).toBe(true)
    await one.until(({ progress }) => progress.length > 0, 'a step of the AI')
  }
}, 120_000)

test('a process is killed: its people find their way back when it is there again, and have missed nothing', async () => {
  await services[1]!.kill()
  for (const topic of ['one', 'two', 'three']) await setTopic(topic)
  await services[1]!.start()
  await topicIs('three')
  for (const one of visitors) expect([one.isWhole, one.seq]).toEqual([true, visitors[0]!.seq])
}, 120_000)

const describeWithRedis = redisUrl ? describe : describe.skip
describeWithRedis('by way of Redis', () => {
  test('presence and typing go from one to the other', async () => {
    const everybody = [1, 2, 3, 4].map((number) => ({ number, surfaces: ['web'] }))
    for (const one of visitors)
      await one.until(({ presence }) => JSON.stringify(presence.at(-1)) === JSON.stringify(everybody), 'all four')
    visitors[1]!.socket.emit('typing', { line: null })
    await visitors[2]!.until(({ typing }) => typing.some(({ number }) => number === 2))
  }, 120_000)

  test('cut for five seconds, and nothing is missed; mended, they hear each other again', async () => {
    await redis!.cut()
    const began = performance.now()
    for (let n = 0; performance.now() - began < 5_000; n++) {
      await setTopic(`topic ${n}`)
      await topicIs(`topic ${n}`)
      await pause(200)
    }
    await redis!.mend()
    const heard = visitors[2]!.until(({ typing }) => typing.length > 0, 'typing after the cut')
    const says = setInterval(() => visitors[1]!.socket.emit('typing', { line: null }), 200)
    await heard.finally(() => clearInterval(says))
    for (const one of visitors) expect(one.isWhole).toBe(true)
  }, 120_000)
})
