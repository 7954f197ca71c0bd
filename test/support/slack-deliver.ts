import { createHmac } from 'node:crypto'
import type { Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SlackState } from './slack-state.js'

// biome-ignore lint/suspicious/noExplicitAny: payloads of every kind
type Any = any

export type Kind = 'slash_commands' | 'interactive' | 'events_api'

export interface Delivered {
  ackMs: number
  status: number
  body: Any
}

/** The way from Slack to the app: what somebody did, to the app's address or through its socket. */
export interface Delivery {
  deliver(kind: Kind, payload: Any, headers?: Record<string, string>): Promise<Delivered>
  close(): void
}

const latestMs = 3_000

/** Signed as Slack signs. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signed(secret: string, body: string, at = Math.floor(Date.now() / 1000)): Record<string, string> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return { 'X-Slack-Request-Timestamp': String(at), 'X-Slack-Signature': `v0=${signature}` }
}

function timed(state: SlackState, kind: Kind, began: number): number {
  const ms = performance.now() - began
  if (ms > latestMs) state.complain(`${kind}: heard after ${Math.round(ms)} ms`)
  return ms
}

export function overHttp(state: SlackState, secret: string, service: () => string): Delivery {
  const once = async (kind: Kind, payload: Any, more: Record<string, string>): Promise<Delivered> => {
    const [type, body] =
      kind === 'events_api'
        ? ['application/json', JSON.stringify(payload)]
        : [
            'application/x-www-form-urlencoded',
            new URLSearchParams(kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload).toString(),
          ]
    const began = performance.now()
    const answer = await fetch(`${service()}/slack/events`, {
      method: 'POST',
      headers: { 'Content-Type': type, ...signed(secret, body), ...more },
      body,
    })
    const text = await answer.text()
    const ackMs = timed(state, kind, began)
    return { ackMs, status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : null }
  }
  return {
    async deliver(kind, payload, headers = {}) {
      const first = await once(kind, payload, headers)
      // Events alone are said again: three times, in an hour in fact.
      if (kind !== 'events_api' || first.status === 200) return first
      for (let attempt = 1; attempt <= 3; attempt++) {
        const retry = { 'X-Slack-Retry-Num': String(attempt), 'X-Slack-Retry-Reason': 'http_error' }
        const again = await once(kind, payload, { ...headers, ...retry })
        if (again.status === 200) return again
      }
      return first
    },
    close: () => {},
  }
}

export interface Sockets extends Delivery {
  newTicket(): string
  /** Every socket is cut; as in a broken line, nothing is said. */
  drop(): void
  /** Slack asks for a new connection, and closes this one. */
  refresh(): void
  /** How many are connected now. */
  count(): number
}

export function overSockets(state: SlackState, server: Server): Sockets {
  const tickets = new Set<string>()
  const sockets: WebSocket[] = []
  const open = new Map<string, { frame: Any; heard: (payload: Any) => void }>()
  const doors = new WebSocketServer({ noServer: true })

  server.on('upgrade', (req, socket, head) => {
    const ticket = String(req.url).split('/')[2] ?? ''
    if (!tickets.delete(ticket)) {
      state.complain('a socket without a ticket')
      socket.destroy()
      return
    }
    doors.handleUpgrade(req, socket, head, (ws) => {
      sockets.push(ws)
      ws.on('close', () => {
        sockets.splice(sockets.indexOf(ws), 1)
        state.changed()
      })
      ws.on('message', (data) => {
        const { envelope_id, payload } = JSON.parse((data as Buffer).toString())
        const waiting = open.get(envelope_id)
        if (!waiting) return
        open.delete(envelope_id)
        waiting.heard(payload)
      })
      ws.send(JSON.stringify({ type: 'hello', num_connections: sockets.length }))
      // What was not heard on a connection that broke is said again on the next.
      for (const { frame } of open.values()) ws.send(JSON.stringify({ ...frame, retry_attempt: 1 }))
      state.changed()
    })
  })

  return {
    newTicket() {
      const ticket = state.nextId('ticket')
      tickets.add(ticket)
      return ticket
    },
    async deliver(kind, payload) {
      await state.until(
        () => 'a socket of the app',
        () => sockets.length > 0,
      )
      const began = performance.now()
      const envelope_id = state.nextId('envelope')
      const frame = { envelope_id, type: kind, payload, accepts_response_payload: kind !== 'events_api' }
      const heard = new Promise<Any>((resolve) => open.set(envelope_id, { frame, heard: resolve }))
      // Slack chooses one of the connections.
      sockets[open.size % sockets.length]?.send(JSON.stringify(frame))
      const body = await heard
      const isEmpty = Object.keys(body ?? {}).length === 0
      return { ackMs: timed(state, kind, began), status: 200, body: isEmpty ? null : body }
    },
    drop: () => {
      for (const ws of [...sockets]) ws.terminate()
    },
    refresh: () => {
      for (const ws of [...sockets]) ws.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }))
    },
    count: () => sockets.length,
    close: () => {
      for (const ws of [...sockets]) ws.terminate()
      doors.close()
    },
  }
}
