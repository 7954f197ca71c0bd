import { type Request, type Response, Router } from 'express'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'
import type { Gate } from './gate.js'
import type { Lifecycle } from './lifecycle.js'
import { readInput } from './read-input.js'
import { requestIdOf } from './request-id.js'
import type { Route } from './route.js'
import { sendReply } from './send.js'

/**
 * Raised when the client leaves before its answer, or when the time to finish is over. By hand and not AbortSignal.any, which
 * leaves a trace of every request on a signal that lives as long as the process.
 */
function signalOf(res: Response, { stopped }: Lifecycle): AbortSignal {
  const run = new AbortController()
  const stop = () => run.abort(stopped.reason)
  if (stopped.aborted) stop()
  stopped.addEventListener('abort', stop, { once: true })
  res.once('close', () => {
    stopped.removeEventListener('abort', stop)
    if (!res.writableFinished) run.abort()
  })
  return run.signal
}

async function answer(
  ctx: Context,
  route: Route,
  gate: Gate,
  lifecycle: Lifecycle,
  req: Request,
  res: Response,
): Promise<void> {
  const signal = signalOf(res, lifecycle)
  const actor = route.access === 'actor' ? await gate.admit(req, res, route) : null
  const input = await readInput(route, req, res)
  const requestId = requestIdOf(res)
  const reply = await route.handler({ ctx, actor, ...input, req, res, requestId, signal, lifecycle })
  if (reply) sendReply(req, res, reply)
}

/** Every route of the table, and 405 with what is allowed (RFC 9110, 15.5.6) for the methods that a path has not. */
export function mount(ctx: Context, routes: readonly Route[], gate: Gate, lifecycle: Lifecycle): Router {
  const router = Router({ strict: true, caseSensitive: true })
  for (const path of new Set(routes.map((route) => route.path))) {
    const here = routes.filter((route) => route.path === path)
    const methods = here.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    const handlers = router.route(path)
    handlers.all((_req, res, next) => {
      res.locals.endpoint = path
      next()
    })
    for (const route of here) handlers[route.method]((req, res) => answer(ctx, route, gate, lifecycle, req, res))
    handlers.all((req, res) => {
      res.set('Allow', methods.join(', '))
      if (req.method === 'OPTIONS') res.status(204).end()
      else throw new AppError('method_not_allowed', `${req.method} is not possible here. Use ${methods.join(' or ')}.`)
    })
  }
  return router
}
