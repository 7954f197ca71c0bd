import type { Server as HttpServer } from 'node:http'
import { type LtiRooms, openLti } from '../../lti/surface.js'
import { createApp } from '../app.js'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'
import { type Adapter, openLive } from '../http/live/live.js'
import { serveWeb, type WebServer } from '../http/server.js'
import type { Surface } from '../surface.js'
import { warmUp } from './warm-up.js'

interface Bridge {
  adapter: Adapter
  close(): void
}

/** To the other processes, where there may be any. */
async function openBridge({ config, log }: Context): Promise<Bridge | undefined> {
  if (!config.redisUrl) return undefined
  return (await import('../../integrations/redis/socket-bridge.js')).redisBridge({ url: config.redisUrl, log })
}

export function webSurface(): Surface {
  let server: WebServer | undefined
  let lti: LtiRooms | undefined
  let bridge: Bridge | undefined
  const closing = new AbortController()
  return {
    name: 'web',
    async start(ctx) {
      const { port, host } = ctx.config
      lti = await openLti(ctx)
      const { rooms } = lti
      bridge = await openBridge(ctx)
      const attach = (http: HttpServer) => openLive(ctx, http, bridge?.adapter)
      server = await serveWeb((lifecycle) => createApp(ctx, lifecycle, rooms), { port, host, attach }).catch(
        (cause: NodeJS.ErrnoException) => {
          if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause
          const why = cause.code === 'EACCES' ? 'may not be used by this account' : 'is in use already'
          throw new AppError('unavailable', `Port ${port} of ${host} ${why}. Set PORT to another one.`, { cause })
        },
      )
      ctx.log.info({ port: server.port, host }, 'the web is open')
      void warmUp(ctx, closing.signal)
    },
    async stop() {
      closing.abort()
      lti?.close()
      await server?.close()
      bridge?.close()
    },
  }
}
