import type { Server as HttpServer } from 'node:http'
import { createApp } from '../../src/app.js'
import type { Context } from '../../src/context.js'
import { Song } from '../../src/db/models/song.js'
import { localTenant } from '../../src/domain/tenant.js'
import type { EventMap, EventName } from '../../src/events.js'
import { openLive } from '../../src/http/live/live.js'
import { serveWeb, type WebServer } from '../../src/http/server.js'
import { createLogger } from '../../src/logger.js'
import { handleQueuedMashups } from '../../src/mashups/compose-queued.js'
import { type TestContextOptions, testContext } from '../support/context.js'
import { scriptedCompute } from '../support/scripted-compute.js'
import { scriptedModel } from '../support/scripted-model.js'

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
  untilEvent<N extends EventName>(name: N): Promise<EventMap[N]>
  close(): Promise<void>
}

/** The web on a free port with a database of its own behind it. Songs are made by a script, unless `model` and `compute` say how. */
export async function serve({ settings = {}, ...overrides }: TestContextOptions = {}): Promise<Served> {
  const log: string[] = []
  const ctx = await testContext({
    log: createLogger({ logLevel: 'info' }, { write: (line) => void log.push(line) }),
    model: scriptedModel(),
    compute: scriptedCompute(),
    settings: { LMM_RATE_PER_MINUTE: '10000', ...settings },
    ...overrides,
  })
  handleQueuedMashups(ctx)
  const attach = (http: HttpServer) => openLive(ctx, http)
  const server = await serveWeb((lifecycle) => createApp(ctx, lifecycle), { port: 0, host: '127.0.0.1', attach })
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
    log,
    ask,
    send,
    async newGuest() {
      const welcome = await ask('GET', '/api/v1/education/genres?limit=1')
      return welcome.headers.get('set-cookie')!.split(';')[0]!
    },
    songsStored: () => ctx.db.inTenant(localTenant, (transaction) => ctx.db.of(Song).count({ transaction })),
    untilEvent: (name) =>
      new Promise((resolve) => {
        const stop = ctx.events.on(name, (event) => {
          stop()
          resolve(event)
        })
      }),
    async close() {
      await server.close(2_000)
      await ctx.close()
    },
  }
}
