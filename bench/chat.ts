import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Crowd } from './chat/crowd.js'
import { discordCrowd } from './chat/discord-crowd.js'
import { slackCrowd } from './chat/slack-crowd.js'
import { percentile } from './support/percentile.js'
import { type MeasuredService, startService } from './support/service.js'
import { twoDatabases } from './support/two-databases.js'

/**
 * A hundred sessions with five voters each, on each platform: how long until the platform is answered, how often messages are
 * edited, and whether each says the last word in the end; then how long somebody waits who presses just when the process is
 * killed that talks with the platform, and another has to take over. The stand-ins run in this process, on the same machine:
 * their work is in the figures too.
 */
const voters = 5
const votesEach = 3
/** Over which the votes are spread: half a school that votes within half a minute. */
const seconds = 30
const targetMs = 300
const takeOverTargetMs = 10_000
const patienceMs = 20_000

const option = (number: number) => new RegExp(`^(Vote for )?${number}\\b`)
/** In the order of the options. */
const votesIn = (text: string): number[] => [...text.matchAll(/(\d+) votes?\b/g)].map(([, count]) => Number(count))

async function until(what: string, isSo: () => boolean): Promise<number> {
  const began = performance.now()
  while (!isSo()) {
    if (performance.now() - began > patienceMs * 3) throw new Error(`In vain waited for ${what}`)
    await wait(20)
  }
  return performance.now() - began
}

/** In order, some at a time: a class does not come in at one moment. */
async function each(count: number, atOnce: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += atOnce)
    await Promise.all(Array.from({ length: Math.min(atOnce, count - from) }, (_, n) => work(from + n)))
}

async function measure(name: string, crowd: Crowd, sessions: number) {
  const say = (what: string) => console.error(`${name}: ${what}`)
  for (let n = 0; n < sessions; n++) await crowd.begin(n)
  say(`${sessions} sessions are open`)
  await each(sessions * voters, 10, (n) => crowd.press(Math.floor(n / voters), 1 + (n % voters), /^Join$/))
  say('everybody is in')
  await each(sessions, 10, (n) => crowd.press(n, 0, /^Start$/))
  const all = Array.from({ length: sessions }, (_, n) => n)
  await until('hooks in every message', () => all.every((n) => votesOpen(crowd, n)))
  await wait(2000)
  say('there is something to vote for')

  const before = all.map((n) => crowd.message(n).edits)
  const times: number[] = []
  const began = performance.now()
  const total = sessions * voters * votesEach
  const pressed: Promise<void>[] = []
  const last = new Map<string, number>()
  for (let n = 0; n < total; n++) {
    const due = began + (n * seconds * 1000) / total
    const early = due - performance.now()
    if (early > 1) await wait(early)
    const [session, voter, choice] = [
      n % sessions,
      1 + (Math.floor(n / sessions) % voters),
      1 + ((n + Math.floor(n / 97)) % 3),
    ]
    last.set(`${session} ${voter}`, choice)
    const press = crowd.press(session, voter, option(choice))
    pressed.push(press.then((ms) => void times.push(ms ?? Number.POSITIVE_INFINITY)))
  }
  await Promise.all(pressed)
  const isTrue = (session: number) => {
    const counts = votesIn(crowd.message(session).text)
    return [1, 2, 3].every((choice) => {
      const wanted = Array.from({ length: voters }, (_, at) => last.get(`${session} ${at + 1}`)).filter(
        (one) => one === choice,
      )
      return counts[choice - 1] === wanted.length
    })
  }
  const stale = await until('the last votes in every message', () => all.every(isTrue))
  const lasted = (performance.now() - began) / 1000
  const edits = all.map((n, at) => crowd.message(n).edits - before[at]!)
  times.sort((one, other) => one - other)
  return {
    votes: total,
    p50: Math.round(percentile(times, 0.5) ?? 0),
    p95: Math.round(percentile(times, 0.95) ?? Number.POSITIVE_INFINITY),
    lastWordMs: Math.round(stale),
    editsASecondAtMost: Number((Math.max(...edits) / lasted).toFixed(2)),
    complaints: crowd.complaints.length,
    ...(crowd.complaints.length > 0 && { complained: [...new Set(crowd.complaints)].slice(0, 3) }),
  }
}

/** From the end of the process that talks with Discord until the next one has answered somebody, in ms. */
async function takeOver(crowd: Crowd, first: MeasuredService): Promise<number> {
  await first.kill()
  const gone = performance.now()
  // The platform hears that the line is cut.
  await wait(50)
  await crowd.press(0, 1, option(1))
  return Math.round(performance.now() - gone)
}

const votesOpen = (crowd: Crowd, n: number): boolean => /\b0 votes\b/.test(crowd.message(n).text)

export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const sessions = quick ? 20 : 100
  const figures: Record<string, unknown> = { sessions, voters, seconds }
  let met = true
  for (const [name, begin] of [
    ['slack', slackCrowd],
    ['discord', discordCrowd],
  ] as const) {
    const [databases, crowd] = await Promise.all([twoDatabases(), begin()])
    const settings = {
      DATABASE_URL: databases.ours.href,
      LMM_ROLES: `web,worker,${name}`,
      // Two processes of one service share them.
      JWT_SECRET: randomBytes(48).toString('base64'),
      ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      ...crowd.settings,
    }
    const service = await startService(settings)
    let second: MeasuredService | undefined
    try {
      crowd.serveAt(service.url)
      const measured = await measure(name, crowd, sessions)
      figures[name] = measured
      met &&= measured.p95 < targetMs && measured.complaints === 0 && measured.editsASecondAtMost <= 1
      if (name === 'discord') {
        // Slack posts to an address, and whoever answers there takes it; a gateway has one process at a time.
        second = await startService(settings)
        const takeOverMs = await takeOver(crowd, service)
        Object.assign(figures, { takeOverMs })
        met &&= takeOverMs < takeOverTargetMs
      }
    } finally {
      await second?.stop()
      await service.stop()
      await crowd.close()
      await databases.drop()
    }
  }
  return { ...figures, targetMs, takeOverTargetMs, met }
}
