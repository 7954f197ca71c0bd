import type { Server as HttpServer } from 'node:http'
import { hostLtijs } from '../../lti/launch/second-opinion.js'
import { openLti } from '../../lti/surface.js'
import { createApp } from '../app.js'
import type { Context } from '../context.js'
import { type Adapter, openLive } from '../http/live/live.js'
import { serveWeb, type WebServer } from '../http/server.js'
import { openPort } from '../open-port.js'
import type { Rooms, Surface } from '../surface.js'
import { whenQuiet } from './quiet.js'
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

/** For whoever develops the service; loaded where it is shown. */
async function previews(ctx: Context): Promise<Rooms> {
  if (ctx.config.environment === 'production') return []
  return (await import('../../bots/preview/preview.js')).previewRooms(ctx)
}

/** Makes ready, once there is time, what the first people would otherwise wait for. */
async function rehearse(ctx: Context, signal: AbortSignal): Promise<void> {
  try {
    await whenQuiet(signal)
    await Promise.all([hostLtijs(), warmUp(ctx, signal)])
  } catch (err) {
    if (!signal.aborted) ctx.log.warn({ err }, 'the service is not warm')
  }
}

/** `others`: what the surfaces beside it have on the web. */
export function webSurface(others: Rooms = []): Surface {
  let server: WebServer | undefined
  let bridge: Bridge | undefined
  const closing = new AbortController()
  return {
    name: 'web',
    async start(ctx) {
      const { port, host } = ctx.config
      const rooms = [...(await openLti(ctx)), ...(await previews(ctx)), ...others]
      bridge = await openBridge(ctx)
      const attach = (http: HttpServer) => openLive(ctx, http, bridge?.adapter)
      server = await openPort(
        serveWeb((lifecycle) => createApp(ctx, lifecycle, rooms), { port, host, attach }),
        ctx.config,
      )
      ctx.log.info({ port: server.port, host }, 'the web is open')
      // A test's process pays for nothing that it does not ask for, and nothing comes between what it asks.
      if (ctx.config.environment !== 'test') void rehearse(ctx, closing.signal)
    },
    async stop() {
      closing.abort()
      await server?.close()
      bridge?.close()
    },
  }
}
