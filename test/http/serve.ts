import { inlineCompute } from '../../integrations/compute/inline.js'
import { memoryState } from '../../integrations/memory/shared-state.js'
import { embedded } from '../../integrations/models/embedded.js'
import { createApp } from '../../src/app.js'
import { type Config, readConfig } from '../../src/config.js'
import type { Context } from '../../src/context.js'
import { Database } from '../../src/db/database.js'
import { Song } from '../../src/db/models/song.js'
import { openOwner } from '../../src/db/owner.js'
import { localTenant } from '../../src/domain/tenant.js'
import { createEvents, type EventMap, type EventName } from '../../src/events.js'
import { serveWeb, type WebServer } from '../../src/http/server.js'
import { createJobs } from '../../src/jobs.js'
import { createLogger } from '../../src/logger.js'
import { handleQueuedMashups } from '../../src/mashups/compose-queued.js'
import { createMetrics } from '../../src/metrics.js'
import type { Model, SharedState } from '../../src/ports.js'
import { freshDatabase } from '../support/database.js'

interface Options {
  config?: Partial<Config>
  model?: Model
  shared?: SharedState
  /** Stands between the service and its database; see breakable-proxy.ts. */
  through?: (databaseUrl: string) => Promise<string>
}

interface Sent {
  /** Sent as JSON. */
  body?: unknown
  raw?: string
  headers?: Record<string, string>
  cookie?: string
}

export interface Answer {
  status: number
  headers: Headers
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is what the test finds out
  json(): any
}

export interface Served {
  url: string
  ctx: Context
  server: WebServer
  /** Lines of the log, as they were written. */
  log: string[]
  ask(method: string, path: string, sent?: Sent): Promise<Answer>
  send(method: string, path: string, sent?: Sent, signal?: AbortSignal): Promise<Response>
  /** The cookie of a guest whom nobody has met. */
  newGuest(): Promise<string>
  songsStored(): Promise<number>
  startJobs(): Promise<void>
  untilEvent<N extends EventName>(name: N): Promise<EventMap[N]>
  close(): Promise<void>
}

const secrets = {
  JWT_SECRET: 'a secret that is long enough to sign with',
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
}

/** The web on a free port, with a database of its own behind it. */
export async function serve({
  config = {},
  model,
  shared,
  through = async (url) => url,
}: Options = {}): Promise<Served> {
  const database = await freshDatabase()
  const lines: string[] = []
  const log = createLogger({ logLevel: 'info' }, { write: (line) => void lines.push(line) })
  const settings: Config = {
    ...readConfig({ NODE_ENV: 'test', ...secrets }),
    ratePerMinute: 10_000,
    guests: true,
    ...config,
  }
  const db = new Database({ url: await through(database.url), log })
  const owner = openOwner(database.url, log)
  const jobs = createJobs({ owner, db, log })
  const compute = inlineCompute()
  const ctx: Context = {
    config: settings,
    log,
    metrics: createMetrics(),
    db,
    model: model ?? embedded(compute),
    compute,
    shared: shared ?? memoryState(),
    events: createEvents(log),
    jobs,
    now: () => new Date(),
  }
  handleQueuedMashups(ctx)
  const server = await serveWeb((lifecycle) => createApp(ctx, lifecycle), { port: 0, host: '127.0.0.1' })
  const url = `http://127.0.0.1:${server.port}`

  const send: Served['send'] = (method, path, { body, raw, headers = {}, cookie } = {}, signal) => {
    const given = body === undefined ? raw : JSON.stringify(body)
    return fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(cookie && { Cookie: cookie }),
        ...headers,
      },
      ...(given !== undefined && { body: given }),
      ...(signal && { signal }),
    })
  }
  const ask: Served['ask'] = async (method, path, sent) => {
    const response = await send(method, path, sent)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
  }

  return {
    url,
    ctx,
    server,
    log: lines,
    ask,
    send,
    async newGuest() {
      const welcome = await ask('GET', '/api/v1/education/genres?limit=1')
      return welcome.headers.get('set-cookie')!.split(';')[0]!
    },
    songsStored: () => db.inTenant(localTenant, (transaction) => db.of(Song).count({ transaction })),
    startJobs: () => jobs.start(),
    untilEvent: (name) =>
      new Promise((resolve) => {
        const stop = ctx.events.on(name, (event) => {
          stop()
          resolve(event)
        })
      }),
    async close() {
      await server.close(2_000)
      await jobs.stop()
      await Promise.all([db.close(), owner.end(), ctx.shared.close(), compute.close()])
      await database.drop()
    },
  }
}
