import type { Response } from 'express'
import type { Lifecycle } from './lifecycle.js'

/** Server-sent events (WHATWG HTML, 9.2) on one response. */
export interface EventStream {
  readonly opened: boolean
  send(event: string, data: unknown): void
  end(): void
}

/** Proxies close what is silent for a minute; a comment line keeps it open and no client sees it. */
const heartbeat = 15_000

/**
 * Nothing is written before the first event or heart-beat, so what is wrong with the request itself can still be answered
 * with its own status. When the service stops, the client is told by an event `closing`, once.
 */
export function eventStream(res: Response, { stopping }: Lifecycle, every = heartbeat): EventStream {
  let opened = false

  const write = (text: string) => {
    if (res.writableEnded || res.destroyed) return
    if (!opened) {
      opened = true
      // no-transform and X-Accel-Buffering: a proxy that compresses or buffers would hold events back.
      res.writeHead(200, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store, no-transform',
        'X-Accel-Buffering': 'no',
      })
    }
    res.write(text)
  }
  const send = (event: string, data: unknown) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)

  const timer = setInterval(() => write(': still here\n\n'), every)
  const tell = () => send('closing', { message: 'The service is about to restart. What is running may finish.' })
  stopping.addEventListener('abort', tell, { once: true })
  res.once('close', () => {
    clearInterval(timer)
    stopping.removeEventListener('abort', tell)
  })

  return {
    get opened() {
      return opened
    },
    send,
    end: () => {
      send('end', {})
      res.end()
    },
  }
}
