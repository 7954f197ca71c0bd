import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type FakeLms, startLms } from '../support/fake-lms.js'
import { refusalOf } from './refusal.js'
import { introduce, startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

let fake: FakeLms
beforeAll(async () => {
  fake = await startLms()
})
afterAll(() => fake.close())

/** Asks `times` times, a few at once; from `address`, as a proxy says it. */
async function ask(tool: Tool, path: string, times: number, address = '203.0.113.1'): Promise<number[]> {
  const statuses: number[] = []
  const one = async () => {
    const answer = await fetch(`${tool.url}${path}`, { headers: { 'X-Forwarded-For': address } })
    await answer.text()
    statuses.push(answer.status)
  }
  for (let left = times; left > 0; left -= 25)
    await Promise.all(Array.from({ length: Math.min(25, left) }, async () => await one()))
  return statuses
}

/** A song a minute, of which 250 requests to this door follow. */
const settings = { LMM_RATE_PER_MINUTE: '1' }

describe('the doors of LTI', () => {
  let tool: Tool
  beforeAll(async () => {
    tool = await startTool({ settings })
  })
  afterAll(() => tool.close())

  test('let fifty people in at once for each song of the limit, whichever way they take', async () => {
    const { client, activity } = await introduce(tool, fake.lms)
    const message = messageFor(fake.lms, client, activity)
    const everybody = Array.from({ length: 50 }, (_, n) => n)
    for (let first = 0; first < everybody.length; first += 10) {
      const launches = everybody
        .slice(first, first + 10)
        .map(async () => [
          await visit(tool.url, fake.lms, message, 'platform storage'),
          await visit(tool.url, fake.lms, message),
        ])
      for (const { status } of (await Promise.all(launches)).flat()) expect(status).toBe(303)
    }
  })

  test('tell whoever comes after that, on every door, what happened and when to come again', async () => {
    const doors: [path: string, init?: RequestInit][] = [
      ['/lti/login?iss=x'],
      ['/lti/login', { method: 'POST', body: new URLSearchParams({ iss: 'x' }) }],
      ['/lti/launch', { method: 'POST', body: new URLSearchParams({ state: 'x' }) }],
      ['/lti/deep-link', { method: 'POST', body: new URLSearchParams({ session: 'x' }) }],
      ['/lti/register?invite=x'],
      ['/lti/keys'],
    ]
    for (const [path, init] of doors) {
      const answer = await fetch(`${tool.url}${path}`, init)
      const wait = Number(answer.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
      expect(await refusalOf(answer)).toMatchObject({
        status: 429,
        code: 'too_many_requests',
        html: expect.stringContaining('please wait a minute and try again'),
      })
    }
  })

  test('still have the looks of that page', async () => {
    expect((await fetch(`${tool.url}/lti/assets/pages.css`)).status).toBe(200)
  })
})

test('a network that asks too much is alone with it', async () => {
  const tool = await startTool({ settings: { ...settings, PUBLIC_URL: 'https://mashup.example' } })
  try {
    expect(new Set(await ask(tool, '/lti/login', 300))).toEqual(new Set([400, 429]))
    expect(await ask(tool, '/lti/login', 1, '203.0.113.2')).toEqual([400])
  } finally {
    await tool.close()
  }
})

test('registering is for a few, and does not use up what launches need', async () => {
  const tool = await startTool({ settings: { LMM_RATE_PER_MINUTE: '2' } })
  try {
    const address = '/lti/register?openid_configuration=https://lms.example/'
    expect(await ask(tool, address, 2)).toEqual([403, 403])
    expect(await ask(tool, address, 1)).toEqual([429])
    expect(await ask(tool, '/lti/login', 1)).toEqual([400])
  } finally {
    await tool.close()
  }
})

test('a school of 1,500 behind one address comes in at the bell, at what is set where nothing is said', async () => {
  const tool = await startTool()
  try {
    // Asked for by its name, it is the limit that the door counts with, whatever figures are given here.
    expect(tool.ctx.shared.rateLimit('lti', 1, 1)).toMatchObject({ points: 1500 * 5, seconds: 60 })
  } finally {
    await tool.close()
  }
})
