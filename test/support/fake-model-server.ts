import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a fake model server does with a request. Text is streamed in pieces of a few characters. */
export type Reply =
  | { text: string; pace?: () => Promise<void> }
  | { status: number; error: string }
  /** Begins to answer, then keeps the line open and says nothing more. */
  | { stall: string }
  /** Begins to answer, then cuts the connection. */
  | { reset: string }
  | { endless: string }
  /** Stops as a server does whose answer reached its limit of tokens. */
  | { cutAt: string }

export interface Asked {
  path: string
  headers: IncomingMessage['headers']
  body: Record<string, unknown>
}

/** How one vendor streams. */
export interface Wire {
  contentType: string
  chatPath: string
  begin: string[]
  token: (text: string) => string
  end: (why: 'stop' | 'length') => string[]
  error: (message: string) => string
  /** What is answered on other paths: the list of models. */
  get: (path: string) => unknown
}

export interface FakeModelServer {
  url: string
  asked: Asked[]
  /** Answers the next requests in this order; the last one answers all that follow. */
  script: (...replies: (Reply | ((asked: Asked) => Reply | Promise<Reply>))[]) => void
  /** Resolves when a client has hung up on a chat that was not at its end. */
  hungUp: Promise<void>
  close: () => Promise<void>
}

const pieces = (text: string): string[] => text.match(/[\s\S]{1,12}/g) ?? []

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text ? (JSON.parse(text) as Record<string, unknown>) : {}
}

async function send(response: ServerResponse, wire: Wire, reply: Reply): Promise<void> {
  if ('status' in reply) {
    response.writeHead(reply.status, { 'content-type': 'application/json' }).end(wire.error(reply.error))
    return
  }
  response.writeHead(200, { 'content-type': wire.contentType })
  for (const line of wire.begin) response.write(line)
  if ('endless' in reply) {
    while (!response.destroyed) {
      if (!response.write(wire.token(reply.endless)))
        await Promise.race([once(response, 'drain'), once(response, 'close')])
      else await new Promise((resolve) => setImmediate(resolve))
    }
    return
  }
  const text =
    'text' in reply ? reply.text : 'stall' in reply ? reply.stall : 'reset' in reply ? reply.reset : reply.cutAt
  for (const piece of pieces(text)) {
    if ('text' in reply) await reply.pace?.()
    if (response.destroyed) return
    response.write(wire.token(piece))
  }
  if ('stall' in reply) return
  if ('reset' in reply) {
    response.write(' ', () => response.destroy())
    return
  }
  for (const line of wire.end('cutAt' in reply ? 'length' : 'stop')) response.write(line)
  response.end()
}

/** A model server on a free port of this machine that speaks a vendor's protocol and does what its script says. */
export async function fakeModelServer(wire: Wire): Promise<FakeModelServer> {
  const asked: Asked[] = []
  let replies: Parameters<FakeModelServer['script']> = [{ text: '{}' }]
  let noteHangUp = () => {}
  const hungUp = new Promise<void>((resolve) => {
    noteHangUp = resolve
  })
  const server = createServer((request, response) => {
    const answer = async () => {
      const path = request.url ?? '/'
      if (request.method === 'GET') {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wire.get(path)))
        return
      }
      if (path !== wire.chatPath) {
        response.writeHead(404, { 'content-type': 'application/json' }).end(wire.error('not found'))
        return
      }
      const seen: Asked = { path, headers: request.headers, body: await readBody(request) }
      asked.push(seen)
      response.on('close', () => response.writableFinished || noteHangUp())
      const next = (replies.length > 1 ? replies.shift() : replies[0])!
      await send(response, wire, typeof next === 'function' ? await next(seen) : next)
    }
    answer().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    script: (...next) => {
      replies = next
    },
    hungUp,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
