import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Deed } from '../../src/domain/session/commands.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { startProcess } from '../main/run-process.js'
import { freePort } from '../support/free-port.js'

const secrets = {
  JWT_SECRET: randomBytes(48).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
}

/** What a process says when it is ready; one with both says first the one, then the other, within a moment. */
const says = (said: string) => /the web is open|the worker takes jobs/.test(said)

export interface ServiceProcess {
  url: string
  /** As when the machine loses power. */
  kill(): Promise<void>
  /** At the same address as before. */
  start(): Promise<void>
  end(): Promise<void>
  /** All that it has said since it was last started. */
  said(): string
}

/** The service in a process of its own that can be killed and started anew; several share a database and their secrets. */
export async function serviceProcess(
  settings: Record<string, string>,
  isOpen: (said: string) => boolean = says,
): Promise<ServiceProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-sessions-'))
  const port = String(await freePort())
  const url = `http://127.0.0.1:${port}`
  let running: ReturnType<typeof startProcess> | undefined

  const start = async () => {
    const begun = startProcess('main', [], {
      NODE_ENV: 'test',
      LMM_MODELS: 'embedded',
      LMM_SANDBOX: 'false',
      LMM_RATE_PER_MINUTE: '10000',
      DATA_DIR: folder,
      PORT: port,
      PUBLIC_URL: url,
      ...secrets,
      ...settings,
    })
    running = begun
    const opened = new Promise<void>((resolve) => {
      begun.child.stderr?.on('data', () => isOpen(begun.said.err) && resolve())
    })
    const code = await Promise.race([opened, begun.ended])
    if (typeof code === 'number') throw new Error(begun.said.err)
  }
  const kill = async () => {
    running?.child.kill('SIGKILL')
    await running?.ended
    running = undefined
  }
  await start()
  return {
    url,
    kill,
    start,
    said: () => running?.said.err ?? '',
    async end() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody who has a browser and patience: what does not get through is sent again. */
export class Guest {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  static async come(url: string): Promise<Guest> {
    const welcome = await fetch(`${url}/api/v1/education/genres?limit=1`)
    return new Guest(url, welcome.headers.get('set-cookie')!.split(';')[0]!)
  }

  async ask(method: string, path: string, body?: object) {
    for (const end = performance.now() + 60_000; ; ) {
      const response = await fetch(this.url + path, {
        method,
        headers: { Cookie: this.cookie, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }).catch(() => null)
      const text = await response?.text().catch(() => null)
      if (response && text != null && response.status !== 503)
        return { status: response.status, json: JSON.parse(text) }
      if (performance.now() > end) throw new Error(`${method} ${path} did not get through`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  give(session: string, deed: Deed, invitation?: string) {
    const body = { id: randomUUID(), deed, ...(invitation && { invitation }) }
    return this.ask('POST', `/api/v1/sessions/${session}/commands`, body)
  }

  async sees(session: string): Promise<SessionView> {
    return (await this.ask('GET', `/api/v1/sessions/${session}`)).json.view
  }
}

/** A host and others, in a session about photosynthesis. */
export async function gather(urls: readonly string[], count: number, settings: object = {}) {
  const people = await Promise.all(Array.from({ length: count }, (_, n) => Guest.come(urls[n % urls.length]!)))
  const { id: session, invitation } = (
    await people[0]!.ask('POST', '/api/v1/sessions', {
      request: { topic: 'photosynthesis', genres: ['trap', 'baroque'], gradeLevel: 5 },
      settings: { closeWhenAllVoted: false, ...settings },
    })
  ).json
  for (const person of people.slice(1)) await person.give(session, { type: 'join' }, invitation)
  return { people, session: session as string }
}
