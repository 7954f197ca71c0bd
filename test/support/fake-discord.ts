import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { fakeCommands } from './discord-commands.js'
import { discordGateway } from './discord-gateway.js'
import { allParts, componentFaults, markUpFaults, modalFaults, type Part } from './discord-limits.js'
import { type Body, bodySchema, DiscordPlace, Refusal, type SentFile } from './discord-place.js'

export const token = 'discord-token-for-tests'
export const applicationId = '100000000000000001'

interface Call {
  method: string
  path: string
  body: unknown
  files: SentFile[]
}
interface Failure {
  path: string
  status: number
  retryAfter: number
  times: number
}

export type FakeDiscord = Awaited<ReturnType<typeof fakeDiscord>>

/** Discord on a free port: HTTP and gateway, one server with one channel. It notes what a bot does against Discord's rules. */
export async function fakeDiscord() {
  const complaints: string[] = []
  const complain = (what: string) => complaints.push(what)
  const failures: Failure[] = []
  const place = new DiscordPlace(complain)
  const commands = fakeCommands(complain)
  let isRevoked = false
  let base = ''

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof Refusal) return json(response, error.status, { code: error.code, message: error.message })
      complain(`the stand-in fell over: ${String(error)}`)
      response.writeHead(500).end()
    })
  })
  const gateway = discordGateway({
    server,
    token,
    url: () => `${base.replace('http', 'ws')}/gateway`,
    readyData: () => ({
      user: { id: applicationId, username: 'lit-music-mashup', bot: true },
      application: { id: applicationId, flags: 0 },
      guilds: place.isIn ? [{ id: place.guild, unavailable: true }] : [],
    }),
    complain,
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await read(request)
    const failure = failures.find(({ path, times }) => times > 0 && call.path.includes(path))
    if (failure) {
      failure.times--
      if (failure.status !== 429) return json(response, failure.status, { code: 0, message: 'made to fail' })
      const headers = { 'retry-after': String(failure.retryAfter), 'x-ratelimit-scope': 'user' }
      const said = { message: 'You are being rate limited.', retry_after: failure.retryAfter, global: false }
      return json(response, 429, said, headers)
    }
    const needsToken = !/^\/(interactions|webhooks)\//.test(call.path)
    if (needsToken && (request.headers.authorization !== `Bot ${token}` || isRevoked))
      throw new Refusal(401, 0, '401: Unauthorized')
    if (!needsToken && request.headers.authorization) complain(`${call.path.split('/')[1]} was sent the bot's token`)
    const made = route(call)
    if (made === undefined) json(response, 204)
    else json(response, 200, made)
  }

  function route({ method, path, body: sent, files }: Call): unknown {
    const parts = path.split('/').slice(1)
    const [kind, id = '', third = '', fourth = '', fifth = ''] = parts
    const on = (pattern: string) =>
      pattern === `${method} ${parts.map((part, at) => (at % 2 === 1 ? ':' : part)).join('/')}`
    if (path === '/gateway/bot' && method === 'GET') return gatewayBot()
    if (path === '/applications/@me' && method === 'GET') return { id: applicationId, name: 'Lit Music Mashup' }
    if (method === 'PUT' && path === `/applications/${applicationId}/commands`) return commands.put(sent)
    const body = readBody(sent)
    if (on('GET guilds/:')) return place.readGuild(id)
    if (on('POST channels/:/messages')) {
      checkMessage(body, files)
      return place.post(id, body, files)
    }
    if (on('PATCH channels/:/messages/:')) {
      checkMessage(body, files)
      return place.edit(id, fourthOf(parts), body)
    }
    if (on('DELETE channels/:/messages/:')) return place.remove(id, fourthOf(parts))
    if (method === 'POST' && kind === 'channels' && fifth === 'threads') return place.openThread(id, fourth, body)
    if (on('PATCH channels/:')) return place.changeThread(id, body)
    if (method === 'POST' && kind === 'interactions' && fourth === 'callback') return callBack(id, third, body)
    if (method === 'PATCH' && kind === 'webhooks' && fourth === 'messages') {
      checkMessage(body, files)
      return place.editAnswer(third, body)
    }
    if (method === 'POST' && kind === 'webhooks') {
      checkMessage(body, files)
      return place.follow(third, body)
    }
    complain(`there is no ${method} ${path}`)
    throw new Refusal(404, 0, '404: Not Found')
  }

  function readBody(sent: unknown): Body {
    const parsed = bodySchema.safeParse(sent)
    if (parsed.success) return parsed.data
    complain(`a body: ${z.prettifyError(parsed.error)}`)
    throw new Refusal(400, 50_035, 'Invalid Form Body')
  }

  const gatewayBot = () => ({
    url: `${base.replace('http', 'ws')}/gateway`,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
  })

  function callBack(id: string, secret: string, body: Body): undefined {
    const data = readBody(body.data ?? {})
    if (body.type === 4) checkMessage(data, [])
    if (body.type === 9) for (const fault of modalFaults(body.data)) complain(fault)
    if (body.type === 8) for (const fault of commands.choiceFaults(data)) complain(fault)
    place.callBack(id, secret, body.type ?? 0, data, body.data)
  }

  function checkMessage(body: Body, files: readonly SentFile[]): void {
    if (body.allowed_mentions?.parse.length !== 0) complain('a message may ping: allowed_mentions is not { parse: [] }')
    const isOfComponents = (body.flags & (1 << 15)) !== 0
    if (isOfComponents && (body.content || body.embeds)) complain('a message of components has content or embeds')
    const faults = body.components ? componentFaults(body.components) : []
    const parts = allParts((body.components ?? []) as Part[])
    if (!isOfComponents && parts.some(({ type }) => type > 3)) faults.push('components of version 2 without their flag')
    const content = body.content ?? ''
    if (content.length > 2000) faults.push('content is longer than 2,000')
    if (!content && parts.length === 0 && files.length === 0) faults.push('an empty message')
    for (const index of files.keys()) {
      const description = body.attachments[index]?.description ?? ''
      if (!description || description.length > 1024) faults.push('a file has no alt text, or too much of it')
    }
    if (files.length > 10) faults.push('more than 10 files')
    for (const fault of [...faults, ...markUpFaults(content)]) complain(fault)
    if (faults.length > 0) throw new Refusal(400, 50035, 'Invalid Form Body')
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    url: `${base}/api`,
    complaints,
    place,
    gateway,
    commands,
    fail: (
      path: string,
      { status, retryAfter = 1, times = 1 }: { status: number; retryAfter?: number; times?: number },
    ) => failures.push({ path, status, retryAfter, times }),
    revoke() {
      isRevoked = true
      gateway.revoke()
    },
    close: async () => {
      gateway.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const fourthOf = (parts: readonly string[]): string => parts[3] ?? ''

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const method = request.method ?? 'GET'
  const [path = ''] = (request.url ?? '').replace(/^\/api\/v10/, '').split('?')
  const type = request.headers['content-type'] ?? ''
  if (!type.startsWith('multipart/'))
    return { method, path, body: raw.length > 0 ? JSON.parse(String(raw)) : {}, files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const files: SentFile[] = []
  for (const [name, value] of form) {
    if (typeof value === 'string') continue
    files.push({ field: name, name: value.name, content: new Uint8Array(await value.arrayBuffer()) })
  }
  const json = form.get('payload_json')
  return { method, path, body: typeof json === 'string' ? JSON.parse(json) : {}, files }
}

function json(response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void {
  if (body === undefined) response.writeHead(204).end()
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}
