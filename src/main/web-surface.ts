import { type LtiRooms, openLti } from '../../lti/surface.js'
import { createApp } from '../app.js'
import { AppError } from '../errors.js'
import { serveWeb, type WebServer } from '../http/server.js'
import type { Surface } from '../surface.js'

export function webSurface(): Surface {
  let server: WebServer | undefined
  let lti: LtiRooms | undefined
  return {
    name: 'web',
    async start(ctx) {
      const { port, host } = ctx.config
      lti = await openLti(ctx)
      const { rooms } = lti
      server = await serveWeb((lifecycle) => createApp(ctx, lifecycle, rooms), { port, host }).catch(
        (cause: NodeJS.ErrnoException) => {
          if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause
          const why = cause.code === 'EACCES' ? 'may not be used by this account' : 'is in use already'
          throw new AppError('unavailable', `Port ${port} of ${host} ${why}. Set PORT to another one.`, { cause })
        },
      )
      ctx.log.info({ port: server.port, host }, 'the web is open')
    },
    async stop() {
      lti?.close()
      await server?.close()
    },
  }
}
