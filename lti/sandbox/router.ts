import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  json,
  type Request,
  type RequestHandler,
  type Response,
  Router,
  static as serveStatic,
  text,
  urlencoded,
} from 'express'
import { takeDeepLink } from './deep-linking.js'
import { misbehave } from './faults.js'
import { scopes } from './lms.js'
import type { Lms } from './model.js'
import { pagesRouter } from './pages/router.js'
import { publishedKeys } from './platform-key.js'
import { registerTool, showConfiguration } from './registration.js'
import { changeLineItem, listLineItems, makeLineItem, readLineItem } from './services/line-items.js'
import { listMembers } from './services/roster.js'
import { listResults, takeScore } from './services/scores.js'
import { grantToken, needs } from './services/token.js'
import { signIn } from './sign-in.js'

const assets = join(dirname(fileURLToPath(import.meta.url)), 'assets')

/** The platform's pages frame the tool and send forms to it; nothing else is let in. */
const headers =
  (lms: Lms): RequestHandler =>
  (_request, response, next) => {
    const tools = [...new Set([...lms.clients.values()].map(({ loginUrl }) => new URL(loginUrl).origin))].join(' ')
    response.set({
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self' ${tools}; form-action 'self' ${tools}; base-uri 'none'; frame-ancestors 'self' ${tools}`,
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    })
    // A platform whose clock is wrong says so in every answer.
    if (lms.faults.clockSeconds !== 0) response.set('Date', lms.now().toUTCString())
    next()
  }

/** All addresses of one platform, to be mounted where its `base` says. */
export function sandboxRouter(lms: Lms): Router {
  const bind =
    (handler: (lms: Lms, request: Request, response: Response) => void | Promise<void>): RequestHandler =>
    (request, response) =>
      handler(lms, request, response)
  const form = urlencoded({ extended: false, limit: '256kb' })
  const items = '/courses/:course/lineitems'
  const item = `${items}/:item{/lineitem}`
  const router = Router()
  router.use(headers(lms))
  router.use('/assets', serveStatic(assets, { index: false }))
  router.get('/auth', bind(signIn)).post('/auth', form, bind(signIn))
  router.get('/jwks', async (_request, response) => void response.json(await publishedKeys(lms)))
  router.get('/.well-known/openid-configuration', bind(showConfiguration))
  router.post('/register', json(), bind(registerTool))
  router.post('/deep-link-return', form, bind(takeDeepLink))

  router.use(['/token', '/courses'], misbehave(lms))
  router.post('/token', form, bind(grantToken))
  router.get('/courses/:course/members', needs(lms, scopes.roster), bind(listMembers))
  const itemBody = json({ type: 'application/vnd.ims.lis.v2.lineitem+json' })
  router.get(items, needs(lms, scopes.lineItem, scopes.lineItemReadonly), bind(listLineItems))
  router.post(items, needs(lms, scopes.lineItem), itemBody, bind(makeLineItem))
  router.post(`${item}/scores`, needs(lms, scopes.score), text({ type: () => true }), bind(takeScore))
  router.get(`${item}/results`, needs(lms, scopes.result), bind(listResults))
  router.get(item, needs(lms, scopes.lineItem, scopes.lineItemReadonly), bind(readLineItem))
  router.put(item, needs(lms, scopes.lineItem), itemBody, bind(changeLineItem))
  router.use(pagesRouter(lms))
  return router
}
