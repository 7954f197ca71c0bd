import { execFileSync } from 'node:child_process'
import { Agent, type IncomingMessage, request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { environment } from '../src/config.js'
import { startBareLtijs } from './support/bare-ltijs.js'
import { percentile } from './support/percentile.js'
import { type BenchPlatform, benchPlatform } from './support/platform.js'
import { startService } from './support/service.js'
import { twoDatabases } from './support/two-databases.js'

/**
 * Logins with their launches, as many as a tool lets through: ours with all its checks, and a bare ltijs application, by turns in
 * one run and on one PostgreSQL. Sixteen browsers come one after the other; a launch counts up to the redirect to its page.
 */
const browsers = 16

interface Target {
  login: string
  launch: string
}

interface Measured {
  perSecond: number
  times: number[]
  errors: number
}

const agent = new Agent({ keepAlive: true, maxSockets: browsers })

function send(url: string, { body, cookie }: { body?: string; cookie?: string } = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(cookie ? { Cookie: cookie } : {}),
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }),
    }
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', agent, headers }, (answer) => {
      answer.once('error', reject).once('end', () => resolve(answer))
      answer.resume()
    })
    sent.once('error', reject).end(body)
  })
}

/** A login that was begun, with what the platform answers to it. */
interface Begun {
  ms: number
  form: string
  cookie: string
}

async function login(platform: BenchPlatform, { login, launch }: Target, n: number): Promise<() => Promise<Begun>> {
  const url = new URL(login)
  const asked = { iss: platform.issuer, login_hint: `${n}`, target_link_uri: launch, client_id: platform.clientId }
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value)
  const began = performance.now()
  const answer = await send(url.href)
  const ms = performance.now() - began
  const { searchParams } = new URL(answer.headers.location ?? 'http://nowhere')
  const cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
  return async () => {
    const idToken = await platform.idToken(n, searchParams.get('nonce') ?? '', launch)
    const form = new URLSearchParams({ id_token: idToken, state: searchParams.get('state') ?? '' }).toString()
    return { ms, form, cookie }
  }
}

/** Milliseconds for login and launch together, or `null` when nobody was let in. */
async function launch({ launch }: Target, { ms, form, cookie }: Begun): Promise<number | null> {
  const began = performance.now()
  const { statusCode, headers } = await send(launch, { body: form, cookie })
  const letIn = (statusCode === 303 || statusCode === 302) && headers.location !== undefined
  return letIn ? ms + performance.now() - began : null
}

/** Does `work` for all, by as many browsers as there are. Resolves with what came of it, and the seconds that it took. */
async function byBrowsers<T, R>(
  all: readonly T[],
  work: (each: T) => Promise<R>,
): Promise<{ done: R[]; seconds: number }> {
  const began = performance.now()
  const queue = all.values()
  const done: R[] = []
  await Promise.all(
    Array.from({ length: browsers }, async () => {
      for (const each of queue) done.push(await work(each))
    }),
  )
  return { done, seconds: (performance.now() - began) / 1000 }
}

/** Logins, then their launches; what the platform signs in between is no work of the tool's and is not counted. */
async function measure(platform: BenchPlatform, target: Target, count: number): Promise<Measured> {
  const numbers = Array.from({ length: count }, (_, n) => n)
  const logins = await byBrowsers(numbers, (n) => login(platform, target, n))
  const begun = await byBrowsers(logins.done, (sign) => sign())
  const launches = await byBrowsers(begun.done, (each) => launch(target, each))
  const times = launches.done.filter((ms) => ms !== null)
  return { perSecond: times.length / (logins.seconds + launches.seconds), times, errors: count - times.length }
}

/** As an administrator would do it. */
function register(database: URL, { issuer, clientId, authUrl, tokenUrl, jwksUrl }: BenchPlatform): void {
  const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url))
  const options = {
    name: 'Bench',
    issuer,
    'client-id': clientId,
    deployment: '1',
    'auth-url': authUrl,
    'token-url': tokenUrl,
    'jwks-url': jwksUrl,
  }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
  execFileSync(process.execPath, [cli, 'lti', 'add', ...args], {
    env: { ...environment(), DATABASE_URL: database.href },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const [platform, databases] = await Promise.all([benchPlatform(), twoDatabases()])
  const service = await startService({ DATABASE_URL: databases.ours.href, LMM_ROLES: 'web' })
  try {
    register(databases.ours, platform)
    const bare = await startBareLtijs(databases.bare, platform)
    const targets = {
      ours: { login: `${service.url}/lti/login`, launch: `${service.url}/lti/launch` },
      bare: { login: `${bare.url}/login`, launch: `${bare.url}/` },
    }
    const count = quick ? 150 : 500
    const rounds = quick ? 7 : 9
    const measured: Record<keyof typeof targets, Measured[]> = { ours: [], bare: [] }
    try {
      for (const target of Object.values(targets)) await measure(platform, target, 200)
      for (let round = 0; round < rounds; round++)
        for (const name of ['ours', 'bare'] as const) measured[name].push(await measure(platform, targets[name], count))
    } finally {
      await bare.stop()
    }
    return {
      launches: count * rounds,
      browsers,
      ...figures('ours', measured.ours),
      ...figures('bare', measured.bare),
      ratio: ratio(measured),
      targets: { ratio: 2, errors: 0 },
    }
  } finally {
    agent.destroy()
    await service.stop()
    await databases.drop()
    await platform.close()
  }
}

const median = (values: number[]): number =>
  percentile(
    values.sort((a, b) => a - b),
    0.5,
  ) ?? Number.NaN

/** Of each turn its own ratio, and of these the middle one: what else the machine does falls on a turn here and there. */
const ratio = ({ ours, bare }: Record<'ours' | 'bare', Measured[]>): number =>
  Number(
    (
      median(ours.map(({ perSecond }, turn) => (100 * perSecond) / (bare[turn]?.perSecond ?? Number.NaN))) / 100
    ).toFixed(2),
  )

function figures(name: string, rounds: Measured[]): Record<string, number | null> {
  const times = rounds.flatMap((round) => round.times).sort((a, b) => a - b)
  return {
    [`${name}PerSecond`]: median(rounds.map(({ perSecond }) => perSecond)),
    [`${name}P50Ms`]: percentile(times, 0.5),
    [`${name}P95Ms`]: percentile(times, 0.95),
    [`${name}Errors`]: rounds.reduce((sum, { errors }) => sum + errors, 0),
  }
}
