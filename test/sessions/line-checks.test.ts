import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { checkLine } from '../../src/sessions/check-line.js'
import type { Served } from '../http/serve.js'
import { serveSessions } from './serve-sessions.js'
import { pairOf, type Singer } from './singer.js'

let service: Served
let host: Singer
let friend: Singer
beforeAll(async () => {
  service = await serveSessions()
  ;[host, friend] = await pairOf(service, {
    topic: 'photosynthesis',
    genres: ['trap', 'baroque'],
    keyTerms: ['chlorophyll'],
    gradeLevel: 5,
  })
  for (const stage of ['lobby', 'hooks'] as const) {
    await host.give({ type: 'advance', stage })
    await host.whenTheAiHasDone()
  }
}, 60_000)
afterAll(() => service.close())

test('a line that is being written is told how it sings, and nobody else is told anything', async () => {
  const { lines, seq } = await friend.sees()
  const line = lines[0]!.id
  const texts = ['Chlorophyll drinks the light', 'you stupid idiot', 'Oh']
  const answer = await friend.ask('POST', '/checks', { lines: texts.map((text) => ({ line, text })) })
  const [good, rude, short] = answer.json().checks.map(({ check }: { check: object }) => check)
  expect(good).toMatchObject({ syllables: { count: 6 }, keyTerms: ['chlorophyll'], safe: true })
  expect(good.stress.map(({ text }: { text: string }) => text).join('')).toMatch(/^Chlor/i)
  expect(rude.safe).toBe(false)
  expect(rude.remarks[0]).toMatch(/teacher/)
  expect(short.remarks.join(' ')).toMatch(/would fill the tune/)
  expect((await host.sees()).seq).toBe(seq)
})

test('a check takes a small part of fifty milliseconds', async () => {
  const { lines, request } = await friend.sees()
  const sheet = lines.map((line) => ({ ...line, by: 'ai' as const, lockedBy: null }))
  const words = ['sunlight', 'falls', 'on', 'chlorophyll', 'green', 'leaves', 'of', 'glorious', 'sycamore', 'trees']
  const text = (n: number) => Array.from({ length: 8 }, (_, at) => words[(n * 7 + at * 3) % words.length]).join(' ')
  checkLine(text(0), sheet[0]!, sheet, request)
  const before = process.cpuUsage()
  for (let n = 0; n < 200; n++) checkLine(`${text(n)} ${n}`, sheet[n % sheet.length]!, sheet, request)
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000 / 200).toBeLessThan(25)
})
