import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
  static as serveStatic,
  urlencoded,
} from 'express'
import { asAppError, errorStatus } from '../src/errors.js'
import { respondToDeepLinking } from './deep-linking/respond.js'
import type { Door } from './door.js'
import { publicKeys } from './keys/signing-keys.js'
import { launch } from './launch/launch.js'
import { login } from './launch/login.js'
import { pageHeaders } from './page-headers.js'
import { errorPage } from './pages/error-page.js'
import { ltiLimits } from './rate-limits.js'
import { refuse } from './refusals.js'
import { canvasConfiguration } from './registration/canvas-json.js'
import { registerDynamically } from './registration/dynamic.js'

const assets = join(dirname(fileURLToPath(import.meta.url)), 'assets')

/** Our handlers reject with AppErrors; Express 5 passes a rejection on to `refused`. */
const handle =
  (door: Door, handler: (door: Door, request: Request, response: Response) => Promise<void>): RequestHandler =>
  (request, response) =>
    handler(door, request, response)

/** The doors of LTI, to be mounted at /lti before anything else reads a body. */
export function ltiRouter(door: Door): Router {
  const form = urlencoded({ extended: false, limit: '128kb', parameterLimit: 100 })
  const limits = ltiLimits(door)
  const router = Router()
  router.use(pageHeaders(door))
  router.use('/assets', serveStatic(assets, { index: false, maxAge: '1h' }))
  router.use(limits.everything)
  router.get('/login', handle(door, login))
  router.post('/login', form, handle(door, login))
  router.post('/launch', form, handle(door, launch))
  router.post('/deep-link', form, handle(door, respondToDeepLinking))
  router.get('/register', limits.registering, handle(door, registerDynamically))
  router.get('/keys', async (_request, response) => {
    response.set('Cache-Control', 'public, max-age=600').json(await publicKeys(door.ctx))
  })
  router.get('/canvas.json', (_request, response) => {
    response.json(canvasConfiguration(door.ctx.config.publicUrl))
  })
  router.use(() => {
    throw refuse('address_empty')
  })
  router.use(refused(door))
  return router
}

/** What did not come about, where it is not an activity that was opened. */
const titles: Record<string, string> = {
  '/register': 'The tool could not be registered',
  '/deep-link': 'The activity could not be put into the course',
}

/** The one place where an error becomes a page; the log has the same code and id, and what went wrong inside. */
const refused =
  ({ ctx }: Door): ErrorRequestHandler =>
  (thrown, request, response, next) => {
    if (response.headersSent) return next(thrown)
    const unreadable = thrown instanceof Error && 'status' in thrown && Number(thrown.status) < 500
    const error = asAppError(thrown)
    const id = String(response.getHeader('X-Request-Id') ?? '')
    const status = unreadable ? 400 : errorStatus[error.code]
    const level = status >= 500 ? 'error' : 'warn'
    ctx.log[level](
      {
        reason: error.reason ?? error.code,
        faults: error.faults,
        path: request.path,
        ...(status >= 500 ? { err: thrown } : {}),
      },
      'launch refused',
    )
    if (error.retryAfter !== undefined) response.set('Retry-After', String(error.retryAfter))
    response
      .status(status)
      .type('html')
      .send(errorPage(error, id, titles[request.path]))
  }
