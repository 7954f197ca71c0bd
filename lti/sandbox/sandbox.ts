import type { RequestHandler } from 'express'
import { Router } from 'express'
import type { Context } from '../../src/context.js'
import { saveRegistration } from '../registration/save-registration.js'
import { addresses, scopes as asked } from '../registration/tool.js'
import { addActivity, createLms } from './lms.js'
import { type Lms, type Manners, manners } from './model.js'
import { barePage } from './pages/page.js'
import { sandboxRouter } from './router.js'

/** Told to the platform by hand, as an administrator would who does not use dynamic registration. */
const clientId = 'lit-music-mashup'
const deployment = '1'

/** The same server under its other name, so that tool and platform are two sites here as they are in a school. */
function originOf(publicUrl: string): string {
  const url = new URL(publicUrl)
  if (url.hostname === 'localhost') url.hostname = '127.0.0.1'
  return url.origin
}

/** A platform with our tool in it and one activity to begin with, which keeps its id from start to start. */
async function openPlatform(publicUrl: string, family: Manners): Promise<Lms> {
  const lms = await createLms({ base: `${originOf(publicUrl)}/sandbox/${family}`, manners: family })
  const { login, launch, keys } = addresses(publicUrl)
  lms.clients.set(clientId, {
    id: clientId,
    loginUrl: login,
    redirectUris: [launch],
    jwksUrl: keys,
    targetUrl: launch,
    deployment,
    scopes: [...asked],
    custom: {},
  })
  addActivity(lms, {
    id: '1',
    client: clientId,
    title: 'A song about what we learn',
    text: 'Not set up yet: launch it as the teacher first.',
  })
  return lms
}

const register = (ctx: Context, { base, manners: family }: Lms) =>
  saveRegistration(ctx, {
    name: `Sandbox (${family})`,
    family,
    issuer: base,
    clientId,
    authUrl: `${base}/auth`,
    tokenUrl: `${base}/token`,
    jwksUrl: `${base}/jwks`,
    scopes: [...asked],
    deploymentIds: [deployment],
  })

const choice = (base: string) =>
  barePage(
    `${base}/moodle`,
    'Choose',
    `<h1>Sandbox LMS</h1>
<p>A pocket learning platform that speaks LTI 1.3, for trying things out. Two of them, as the two big ones behave:</p>
<p><a class="button strong" href="${base}/moodle">With the manners of Moodle</a>
<a class="button strong" href="${base}/canvas">With the manners of Canvas</a></p>`,
  )

/** What stands at /sandbox in development: both platforms, registered with the service. */
export async function openSandbox(ctx: Context): Promise<RequestHandler> {
  const origin = originOf(ctx.config.publicUrl)
  const router = Router()
  router.use((request, response, next) => {
    if (request.get('Host') === new URL(origin).host) return next()
    response.redirect(307, `${origin}${request.originalUrl}`)
  })
  for (const family of manners) {
    const lms = await openPlatform(ctx.config.publicUrl, family)
    await register(ctx, lms)
    router.use(`/${family}`, sandboxRouter(lms))
  }
  router.get('/', (_request, response) => {
    response.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
    )
    response.send(choice(`${origin}/sandbox`))
  })
  return router
}
