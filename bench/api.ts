import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './support/percentile.js'
import { startService } from './support/service.js'

/**
 * POST /api/v1/mashup at a steady rate from outside the service's process. Arrivals do not wait for answers, and a latency
 * counts from when the request was due: a service that falls behind cannot hide it.
 */
const rate = 50
const topics = [
  'photosynthesis',
  'the water cycle',
  'ancient Egypt',
  'fractions',
  'states of matter',
  'nouns',
  'cells',
  'ancient Rome',
  'food chains',
  'punctuation',
]
const blends = [
  'trap x baroque',
  'jazz x reggae',
  'folk x techno',
  'waltz x hip hop',
  'blues x samba',
  'funk x bluegrass',
  'rock x bossa nova',
  'soul x house',
]
const levels = ['beginner', 'intermediate', 'advanced']

const bodyOf = (n: number): string =>
  JSON.stringify({
    prompt: `${blends[n % blends.length]} about ${topics[Math.floor(n / blends.length) % topics.length]}`,
    skillLevel: levels[n % levels.length],
    seed: n,
  })

interface Outcome {
  status: number
  ms: number
}

function post(url: string, agent: Agent, body: string, cookie: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), Cookie: cookie }
    const sent = request(`${url}/api/v1/mashup`, { method: 'POST', agent, headers }, (response) => {
      response.once('error', () => resolve(0)).once('end', () => resolve(response.statusCode ?? 0))
      response.resume()
    })
    sent.once('error', () => resolve(0)).end(body)
  })
}

/** `count` requests, each sent when it is due, whether or not those before it are answered. */
async function load(url: string, cookie: string, first: number, count: number): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
  const began = performance.now()
  const running: Promise<Outcome>[] = []
  for (let n = 0; n < count; n++) {
    const due = began + (n * 1000) / rate
    const early = due - performance.now()
    if (early > 0) await wait(early)
    running.push(
      post(url, agent, bodyOf(first + n), cookie).then((status) => ({ status, ms: performance.now() - due })),
    )
  }
  const outcomes = await Promise.all(running)
  agent.destroy()
  return outcomes
}

export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const service = await startService()
  try {
    const welcome = await fetch(`${service.url}/api/v1/education/genres?limit=1`)
    const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
    const warmUp = 2 * rate
    await load(service.url, cookie, 0, warmUp)
    service.resetBurden()
    const seconds = quick ? 10 : 60
    const outcomes = await load(service.url, cookie, warmUp, seconds * rate)
    const { loopMax, loopP99, cpu } = await service.burden()
    const times = outcomes
      .filter(({ status }) => status === 201)
      .map(({ ms }) => ms)
      .sort((a, b) => a - b)
    const failures = outcomes.filter(({ status }) => status !== 201).map(({ status }) => status)
    return {
      requestsPerSecond: rate,
      seconds,
      done: times.length,
      errors: failures.length,
      errorStatuses: [...new Set(failures)],
      p50Ms: percentile(times, 0.5),
      p95Ms: percentile(times, 0.95),
      p99Ms: percentile(times, 0.99),
      maxMs: percentile(times, 1),
      eventLoopDelayMaxMs: loopMax,
      eventLoopDelayP99Ms: loopP99,
      cpuMsPerRequest: Math.round(cpu / outcomes.length),
      targets: { errors: 0, p95Ms: 300, eventLoopDelayMaxMs: 50 },
    }
  } finally {
    await service.stop()
  }
}
