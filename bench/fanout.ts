import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { percentile } from './support/percentile.js'
import { startService } from './support/service.js'
import { twoDatabases } from './support/two-databases.js'

/**
 * Sessions with five people each, all on one process: how long a command takes to come to every other member, at a steady rate
 * and at rising ones. The clients run in this process, on the same machine: its work is in the figures too.
 */
const perSession = 5
/** Commands a second while the latency is measured: half a school at work. */
const steadyRate = 50
const targetMs = 100

interface Member {
  socket: Socket
  cookie: string
}

interface Group {
  session: string
  members: Member[]
}

/** When a command was due, by its session and what it says; and how many have still to hear of it. */
interface Pending {
  due: number
  left: number
}

const post = async (url: string, cookie: string, body: object) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  return { body: (await response.json()) as Record<string, string>, cookie: response.headers.get('set-cookie') }
}

async function guest(url: string): Promise<string> {
  const welcome = await fetch(`${url}/api/v1/education/genres?limit=1`)
  return welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function openGroup(url: string): Promise<Group> {
  const cookies = await Promise.all(Array.from({ length: perSession }, () => guest(url)))
  const request = { topic: 'photosynthesis', genres: ['trap', 'baroque'] }
  const { body } = await post(`${url}/api/v1/sessions`, cookies[0]!, { request })
  const { id: session = '', invitation } = body
  for (const cookie of cookies.slice(1))
    await post(`${url}/api/v1/sessions/${session}/commands`, cookie, {
      id: randomUUID(),
      deed: { type: 'join' },
      invitation,
    })
  const members = await Promise.all(cookies.map((cookie) => connect(url, session, cookie)))
  return { session, members }
}

async function connect(url: string, session: string, cookie: string): Promise<Member> {
  const socket = io(`${url}/sessions`, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { Cookie: cookie },
    auth: { session },
  })
  await new Promise((resolve, reject) => {
    socket.once('welcome', resolve)
    socket.once('connect_error', reject)
  })
  return { socket, cookie }
}

/** A topic for each command, in syllables: some numbers are words that a class should not sing. */
const named = (n: number): string => [...String(n)].map((digit) => syllables[Number(digit)]).join(' ')
const syllables = ['bo', 'da', 'fe', 'gi', 'ko', 'la', 'me', 'ni', 'po', 'ra']

/** Hears for all groups; `send` gives a command of a group's host and counts until every other member has heard of it. */
function listen(groups: readonly Group[]) {
  const pending = new Map<string, Pending>()
  let times: number[] = []
  for (const { session, members } of groups)
    for (const { socket } of members.slice(1))
      socket.on('change', ({ events }: { events: { event: { request?: { topic: string } } }[] }) => {
        const now = performance.now()
        for (const { event } of events) {
          const key = `${session} ${event.request?.topic}`
          const sent = pending.get(key)
          if (!sent) continue
          times.push(now - sent.due)
          if (--sent.left === 0) pending.delete(key)
        }
      })
  let n = 0
  return {
    send({ session, members }: Group, due: number) {
      const topic = named(n++)
      pending.set(`${session} ${topic}`, { due, left: perSession - 1 })
      members[0]!.socket.emit('command', { id: randomUUID(), deed: { type: 'setRequest', request: { topic } } })
    },
    /** Latencies since the last time it was asked, once all is heard or patience is over; and what was not heard. */
    async take(patienceMs: number) {
      for (const end = performance.now() + patienceMs; pending.size > 0 && performance.now() < end; ) await wait(20)
      const unheard = [...pending.values()].reduce((sum, { left }) => sum + left, 0)
      const taken = times.sort((a, b) => a - b)
      pending.clear()
      times = []
      return { times: taken, unheard }
    },
  }
}

/** Commands at a rate, each when it is due, whether or not those before it were heard. */
async function load(groups: readonly Group[], ears: ReturnType<typeof listen>, rate: number, seconds: number) {
  const began = performance.now()
  for (let n = 0; n < rate * seconds; n++) {
    const due = began + (n * 1000) / rate
    const early = due - performance.now()
    if (early > 1) await wait(early)
    ears.send(groups[n % groups.length]!, due)
  }
  return await ears.take(5_000)
}

export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const databases = await twoDatabases()
  const service = await startService({ DATABASE_URL: databases.ours.href })
  const groups: Group[] = []
  try {
    const count = quick ? 40 : 200
    // One for what is loaded once.
    groups.push(await openGroup(service.url))
    const before = await service.memory()
    while (groups.length < count)
      groups.push(
        ...(await Promise.all(
          Array.from({ length: Math.min(10, count - groups.length) }, () => openGroup(service.url)),
        )),
      )
    const after = await service.memory()

    const ears = listen(groups)
    await load(groups, ears, steadyRate, 3)
    service.resetBurden()
    const seconds = quick ? 5 : 20
    const steady = await load(groups, ears, steadyRate, seconds)
    const { loopMax, cpu } = await service.burden()

    let breaksAt: number | null = null
    let holdsAt = 0
    for (let rate = 100; rate <= 1200 && breaksAt === null; rate += rate < 400 ? 50 : 100) {
      const { times, unheard } = await load(groups, ears, rate, quick ? 2 : 4)
      if (unheard > 0 || (percentile(times, 0.95) ?? targetMs) >= targetMs) breaksAt = rate
      else holdsAt = rate
    }
    return {
      sessions: groups.length,
      sockets: groups.length * perSession,
      commandsPerSecond: steadyRate,
      seconds,
      unheard: steady.unheard,
      p50Ms: percentile(steady.times, 0.5),
      p95Ms: percentile(steady.times, 0.95),
      p99Ms: percentile(steady.times, 0.99),
      maxMs: percentile(steady.times, 1),
      eventLoopDelayMaxMs: loopMax,
      cpuMsPerCommand: Math.round((cpu / (seconds * steadyRate)) * 10) / 10,
      holdsAtCommandsPerSecond: holdsAt,
      breaksAtCommandsPerSecond: breaksAt,
      deliveriesPerSecondHeld: holdsAt * perSession,
      kilobytesPerSession: Math.round((after - before) / 1024 / (groups.length - 1)),
      targets: { p95Ms: targetMs, unheard: 0 },
    }
  } finally {
    for (const { members } of groups) for (const { socket } of members) socket.disconnect()
    await service.stop()
    await databases.drop()
  }
}
