import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'

/** Discord's side of the gateway: https://discord.com/developers/docs/events/gateway */

const frameSchema = z.object({ op: z.int(), d: z.unknown() })
const identifySchema = z.object({ token: z.string(), intents: z.int(), shard: z.tuple([z.int(), z.int()]) })
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.int() })

const ops = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, invalidSession: 9, hello: 10, heartbeatAck: 11 }
const guildsAlone = 1

interface Gateway {
  /** Sends an event to whoever listens; what is sent while a line is down is sent again when it is resumed. */
  dispatch(name: string, data: unknown): void
  /** Resolves when somebody listens. */
  ready(): Promise<void>
  /** Cuts the line as a network does. */
  drop(): void
  /** Cuts the line and refuses the token from now on. */
  revoke(): void
  /** How lines were begun: "identify", "resume". */
  readonly begun: readonly string[]
  close(): void
}

interface Options {
  server: Server
  token: string
  url: () => string
  /** What READY says. */
  readyData: () => object
  complain: (what: string) => void
}

export function discordGateway({ server, token, url, readyData, complain }: Options): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' })
  const begun: string[] = []
  const sent: { t: string; s: number; d: unknown }[] = []
  const waiting = new Set<() => void>()
  let listening: WebSocket | null = null
  let session = ''
  let isRevoked = false

  const send = (socket: WebSocket, frame: object) => socket.send(JSON.stringify(frame))
  const dispatch = (name: string, data: unknown) => {
    const event = { op: ops.dispatch, t: name, s: sent.length + 1, d: data }
    sent.push(event)
    if (listening) send(listening, event)
  }
  const begin = (socket: WebSocket, how: string) => {
    if (listening && listening !== socket) complain('two lines are open at once')
    listening = socket
    begun.push(how)
  }
  const opened = () => {
    for (const tell of waiting) tell()
    waiting.clear()
  }

  sockets.on('connection', (socket, request) => {
    const asked = new URL(request.url ?? '/', 'http://gateway')
    if (asked.searchParams.get('v') !== '10' || asked.searchParams.get('encoding') !== 'json')
      complain(`the gateway was asked for ${asked.search}`)
    send(socket, { op: ops.hello, d: { heartbeat_interval: 41_250 } })
    socket.on('close', () => {
      if (listening === socket) listening = null
    })
    socket.on('message', (raw: Buffer) => {
      const { op, d } = frameSchema.parse(JSON.parse(raw.toString('utf8')))
      if (op === ops.heartbeat) send(socket, { op: ops.heartbeatAck })
      else if (op === ops.identify) {
        const asks = identifySchema.parse(d)
        if (asks.token !== token || isRevoked) return socket.close(4004, 'Authentication failed.')
        if (asks.intents !== guildsAlone) complain(`intents ${asks.intents} are more than Guilds`)
        begin(socket, 'identify')
        session = `session-${begun.length}`
        dispatch('READY', { v: 10, session_id: session, resume_gateway_url: url(), shard: asks.shard, ...readyData() })
        opened()
      } else if (op === ops.resume) {
        const asks = resumeSchema.parse(d)
        if (asks.token !== token || isRevoked) return socket.close(4004, 'Authentication failed.')
        if (asks.session_id !== session) return send(socket, { op: ops.invalidSession, d: false })
        begin(socket, 'resume')
        for (const event of sent.slice(asks.seq)) send(socket, { op: ops.dispatch, ...event })
        dispatch('RESUMED', {})
        opened()
      } else complain(`the gateway was sent op ${op}`)
    })
  })

  return {
    dispatch,
    begun,
    ready: () => (listening ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    drop: () => listening?.terminate(),
    revoke() {
      isRevoked = true
      listening?.close(4004, 'Authentication failed.')
    },
    close() {
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
    },
  }
}
