import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Context } from './context.js'
import { AppError, asAppError } from './errors.js'
import { createGate } from './http/gate.js'
import type { Lifecycle } from './http/lifecycle.js'
import { mount } from './http/mount.js'
import { pages } from './http/pages.js'
import { fromHttpError } from './http/read-input.js'
import { requestIdOf, requestIds } from './http/request-id.js'
import { routesOf } from './http/routes.js'
import { securityHeaders } from './http/security-headers.js'
import { sendProblem } from './http/send.js'
import { withRequestId } from './logger.js'
import type { Rooms } from './surface.js'

/** One line and one count for each answer: what was asked for by its pattern, never who asked nor what was written. */
const observe =
  ({ log, metrics }: Context): RequestHandler =>
  (req, res, next) => {
    const began = performance.now()
    const { method } = req
    res.once('close', () => {
      const endpoint = String(res.locals.endpoint ?? 'none')
      metrics.apiRequests.inc({ endpoint })
      const ms = Math.round(performance.now() - began)
      log.info(
        { requestId: requestIdOf(res), method, endpoint, status: res.statusCode, ms, left: !res.writableFinished },
        'request',
      )
    })
    withRequestId(requestIdOf(res), next)
  }

const sayGoodbye =
  ({ stopping }: Lifecycle): RequestHandler =>
  (_req, res, next) => {
    if (stopping.aborted) res.set('Connection', 'close')
    next()
  }

/** The one place where an error becomes an answer. Four parameters are how Express knows it (Express, "Error handling"). */
const answerErrors =
  ({ log }: Context): ErrorRequestHandler =>
  (thrown, req, res, _next) => {
    const error = asAppError(fromHttpError(thrown))
    if (error.code === 'internal') log.error({ err: error.cause ?? error }, 'a request failed')
    else if (error.code === 'unavailable') log.warn({ err: error }, 'a request could not be served')
    if (res.headersSent) res.destroy()
    else sendProblem(req, res, error, requestIdOf(res))
  }

/** The web as one Express application, ready to listen (see http/server.ts). */
export function createApp(ctx: Context, lifecycle: Lifecycle, rooms: Rooms = []): Express {
  const app = express()
  app.disable('x-powered-by')
  // Behind https there is a proxy, as we speak http: it and others like it on private addresses say where a request comes from.
  app.set('trust proxy', ctx.config.publicUrl.startsWith('https:') ? 'loopback, linklocal, uniquelocal' : false)
  app.use(requestIds, observe(ctx), sayGoodbye(lifecycle), securityHeaders(ctx.config))
  for (const [path, room] of rooms)
    app.use(path, (req, res, next) => {
      res.locals.endpoint = path
      room(req, res, next)
    })
  app.use(pages())
  app.use(mount(ctx, routesOf(ctx.config), createGate(ctx), lifecycle))
  app.use(() => {
    throw new AppError('not_found', 'There is nothing here.')
  })
  app.use(answerErrors(ctx))
  return app
}
