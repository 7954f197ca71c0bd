import { AsyncLocalStorage } from 'node:async_hooks'
import { createPublicKey, randomBytes } from 'node:crypto'
import type { Handler, RequestHandler } from 'express'
import type { JWK } from 'jose'
import ltijs from 'ltijs'
import type { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'

/** What our door has found out about the launch that ltijs is about to look at. */
interface Admitted {
  registration: Registration
  key: JWK
}

/** The rows ltijs asks for, by its names: those of the launch that our door has just admitted, and of no other. */
const admitted = new AsyncLocalStorage<Admitted>()

const found: Record<string, (launch: Admitted) => object> = {
  platform: ({ registration, key }) => ({
    platformName: registration.name,
    platformUrl: registration.issuer,
    clientId: registration.clientId,
    authEndpoint: registration.authUrl,
    accesstokenEndpoint: registration.tokenUrl,
    authorizationServer: registration.tokenAudience,
    kid: registration.id,
    // The key our door has already found: ltijs would fetch the whole set again at every launch.
    authConfig: {
      method: 'RSA_KEY',
      key: createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
    },
  }),
  platformStatus: ({ registration }) => ({ id: registration.id, active: registration.disabledAt === null }),
}

/**
 * ltijs's database: it reads the admitted launch and keeps nothing. State and nonce are ours, one-time and atomic
 * (lti/launch/states.ts); what it would store of a person we keep once, in our own launch row.
 */
const plugin = {
  setup: async () => true,
  Close: async () => true,
  Get: async (_key: string | false, collection: string, query?: { clientId?: string; platformUrl?: string }) => {
    const launch = admitted.getStore()
    const row = found[collection]
    if (!launch || !row) return false
    const { issuer, clientId } = launch.registration
    if (query?.clientId !== undefined && query.clientId !== clientId) return false
    if (query?.platformUrl !== undefined && query.platformUrl !== issuer) return false
    return [{ ...row(launch), createdAt: Date.now() }]
  },
  Insert: async () => true,
  Replace: async () => true,
  Modify: async () => true,
  Delete: async () => true,
}

/**
 * ltijs as a second pair of eyes: it checks the token again in its own way and hands the launch on. `ltiaas` is its mode
 * without cookies, redirects and tokens in URLs; `devMode` turns off the check of a cookie that holds no secret, and which
 * our door has replaced by one that does. One for each process: ltijs allows no second.
 * `welcome` answers a launch that both have admitted.
 */
export function hostLtijs(welcome: Handler): (launch: Admitted) => RequestHandler {
  const { Provider } = ltijs
  const provider = Provider.setup(
    randomBytes(32).toString('hex'),
    { plugin } as never,
    {
      appRoute: '/launch',
      loginRoute: '/unused/login',
      keysetRoute: '/unused/keys',
      dynRegRoute: '/unused/register',
      cors: false,
      devMode: true,
      ltiaas: true,
      tokenMaxAge: false as never,
    } as never,
  )
  provider.onConnect((_token, request, response, next) => welcome(request as never, response as never, next as never))
  provider.onDeepLinking((_token, request, response, next) =>
    welcome(request as never, response as never, next as never),
  )
  provider.onInvalidToken((_request, response) => {
    const error = (response.locals as { err?: { details?: { message?: string } } }).err
    // Whatever ltijs minds and we did not is a hole in our own door: it is refused, and the log names it.
    ;(response as unknown as { req: { next(error: unknown): void } }).req.next(
      refuse('claims_malformed', error?.details?.message),
    )
  })
  return (launch) => (request, response, next) => {
    admitted.run(launch, () => provider.app(request as never, response as never, next))
  }
}
