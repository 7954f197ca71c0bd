import { once, setMaxListeners } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../errors.js'
import type { Lifecycle } from './lifecycle.js'

export interface WebServer {
  /** The port that it listens on, also when any free one was asked for. */
  port: number
  /** Stops taking in, lets what runs finish within `grace` milliseconds, then cancels it. Resolves when the last is answered. */
  close(grace?: number): Promise<void>
}

/** What else lives on the same port: connections that stay open. */
export interface Attached {
  close(): Promise<void>
}

/** What was cancelled still has to say so. */
const lastWords = 1_000

/** Listens on `port` (0: any free one). Rejects when it cannot, with the system's error. */
export async function serveWeb(
  appOf: (lifecycle: Lifecycle) => RequestListener,
  { port, host, attach }: { port: number; host: string; attach?: (server: Server) => Attached },
): Promise<WebServer> {
  const stopping = new AbortController()
  const stopped = new AbortController()
  // Every running request listens; each takes its listener away again.
  setMaxListeners(0, stopping.signal, stopped.signal)
  const app = appOf({ stopping: stopping.signal, stopped: stopped.signal })
  let running = 0

  const server = createServer((req, res) => {
    running++
    res.once('close', () => {
      running--
      setImmediate(leave)
    })
    app(req, res)
  })
  // Connections that clients keep for later requests, or have opened ahead of any, would hold up the end.
  const leave = () => {
    if (stopping.signal.aborted && running === 0) server.closeAllConnections()
  }
  server.listen(port, host)
  await once(server, 'listening')
  // Not before: what is attached has a life of its own, and a port that is taken would leave it behind.
  const attached = attach?.(server)

  async function stop(grace: number): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    stopping.abort()
    await attached?.close()
    leave()
    const cancel = setTimeout(() => {
      const message = 'The service is restarting. Please try again in a moment.'
      stopped.abort(new AppError('unavailable', message, { retryAfter: 5 }))
    }, grace)
    const cut = setTimeout(() => server.closeAllConnections(), grace + lastWords)
    await closed
    clearTimeout(cancel)
    clearTimeout(cut)
  }

  let closing: Promise<void> | undefined
  return {
    port: (server.address() as AddressInfo).port,
    close: (grace = 10_000) => (closing ??= stop(grace)),
  }
}
