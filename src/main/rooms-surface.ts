import express from 'express'
import { requestIds } from '../http/request-id.js'
import { securityHeaders } from '../http/security-headers.js'
import { serveWeb, type WebServer } from '../http/server.js'
import { openPort } from '../open-port.js'
import type { Rooms, Surface } from '../surface.js'

/** In a process without the web: the rooms that its surfaces have on it, on PORT, and /health. Nothing else is there. */
export function roomsSurface(rooms: Rooms): Surface {
  let server: WebServer | undefined
  return {
    name: 'rooms',
    async start(ctx) {
      const { port, host } = ctx.config
      const app = express()
      app.disable('x-powered-by')
      app.use(requestIds, securityHeaders(ctx.config))
      app.get('/health', (_req, res) => void res.set('Cache-Control', 'no-store').json({ status: 'ok' }))
      for (const [path, room] of rooms) app.use(path, room)
      app.use((_req, res) => void res.status(404).type('text').send('There is nothing here.'))
      server = await openPort(
        serveWeb(() => app, { port, host }),
        ctx.config,
      )
      ctx.log.info({ port: server.port, host, paths: rooms.map(([path]) => path) }, 'the rooms are open')
    },
    stop: async () => server?.close(),
  }
}
