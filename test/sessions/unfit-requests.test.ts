import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Deed } from '../../src/domain/session/commands.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from './serve-sessions.js'
import { pairOf } from './singer.js'

let service: Served
beforeAll(async () => {
  service = await serveSessions()
})
afterAll(() => service.close())

describe('a song that cannot be made is told of in the lobby, where it can still be helped', () => {
  test('too little is known of the topic: the host adds facts and goes on', async () => {
    const [host] = await pairOf(service, { topic: 'our dog Biscuit', genres: ['trap', 'baroque'] })
    const refused = await host.give({ type: 'advance', stage: 'lobby' })
    expect([refused.status, refused.json().code]).toEqual([422, 'facts_needed'])
    expect((await host.sees()).stage).toBe('lobby')
    const facts = ['Biscuit sleeps under the kitchen table.', 'Biscuit runs to the river.', 'Biscuit likes the rain.']
    await host.give({ type: 'setRequest', request: { facts } })
    expect((await host.give({ type: 'advance', stage: 'lobby' })).status).toBe(200)
    const { trouble, hooks } = await host.whenTheAiHasDone()
    expect([trouble, hooks.length >= 3]).toEqual([null, true])
  }, 30_000)

  test('a kind of music that nobody knows', async () => {
    const [host] = await pairOf(service)
    await host.give({ type: 'setRequest', request: { genres: ['blorp', 'baroque'] } })
    const left = await host.give({ type: 'advance', stage: 'lobby' })
    expect([left.json().code, (await host.sees()).stage]).toEqual(['unknown_genre', 'lobby'])
  })

  test('a grade that what stands there does not suit', async () => {
    const [host] = await pairOf(service, { topic: 'how drugs harm the brain', gradeLevel: 11 })
    const set = await host.give({ type: 'setRequest', request: { gradeLevel: 3 } })
    expect([set.json().code, (await host.sees()).request.gradeLevel]).toEqual(['unsafe_topic', 11])
  })
})

describe('what may not reach a model is refused where it is written', () => {
  const singing = async () => {
    const [host, friend] = await pairOf(service)
    await host.give({ type: 'advance', stage: 'lobby' })
    await host.whenTheAiHasDone()
    return { host, friend }
  }

  test.each<[string, Deed]>([
    ['a phone number in the topic', { type: 'setRequest', request: { topic: 'call me at 555-123-4567' } }],
    ['an address among the facts', { type: 'setRequest', request: { facts: ['I live at 12 Oak Street'] } }],
    ['somebody’s own style', { type: 'setRequest', request: { topic: 'bees in the style of Taylor Swift' } }],
  ])('%s', async (_, deed) => {
    const [host, friend] = await pairOf(service)
    expect((await host.give(deed)).status).toBeGreaterThanOrEqual(400)
    expect((await friend.sees()).request.topic).toBe('photosynthesis')
  })

  test('a phone number in a hook is neither kept nor shown, and the writer is told why', async () => {
    const { host, friend } = await singing()
    const answer = await friend.give({ type: 'proposeHook', text: 'Call me, 555-123-4567' })
    expect([answer.status, answer.json().detail]).toEqual([400, expect.stringContaining('phone number')])
    expect((await host.ask('GET', '/events')).text).not.toContain('555')
  })

  test('half a character is no text, and breaks nothing', async () => {
    const { friend } = await singing()
    const answer = await friend.give({ type: 'proposeHook', text: 'Sun\ud800light \u202eon me' })
    expect(answer.status).toBe(200)
    expect(answer.json().view.hooks.at(-1).text).toBe('Sunlight on me')
  })
})
