import { AsyncLocalStorage } from 'node:async_hooks'
import { createPublicKey, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { JWK } from 'jose'
import type { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'

/** A launch that our own door has admitted, and what it found out on the way. */
export interface Admitted {
  registration: Registration
  key: JWK
  idToken: string
  state: string
}

interface Asked extends Admitted {
  agree(): void
  object(why: string): void
}

/** The part of ltijs that we call. Its own types are of version 5.0 and of Express 4. */
interface LtijsProvider {
  setup(key: KeyObject, database: { plugin: object }, options: object): unknown
  app: (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void
  onConnect(heard: () => void): unknown
  onDeepLinking(heard: () => void): unknown
  onInvalidToken(
    heard: (request: unknown, response: { locals: { err?: { details?: { message?: string } } } }) => void,
  ): unknown
  onUnregisteredPlatform(heard: () => void): unknown
  onInactivePlatform(heard: () => void): unknown
}

const asked = new AsyncLocalStorage<Asked>()

const keyObjects = new WeakMap<JWK, KeyObject>()

/** A key as ltijs's JWT library takes it without reading it anew. Keys are kept from launch to launch (platform-keys.ts). */
function keyObjectOf(key: JWK): KeyObject {
  const known = keyObjects.get(key) ?? createPublicKey({ key, format: 'jwk' })
  keyObjects.set(key, known)
  return known
}

/** The rows that ltijs reads, by its own names: those of the launch it is asked about, and of no other. */
const rows: Record<string, (launch: Admitted) => object> = {
  platform: ({ registration, key }) => ({
    platformName: registration.name,
    platformUrl: registration.issuer,
    clientId: registration.clientId,
    authEndpoint: registration.authUrl,
    accesstokenEndpoint: registration.tokenUrl,
    authorizationServer: registration.tokenAudience,
    kid: registration.id,
    // The key that our door has found already: ltijs would fetch the whole set again at every launch.
    authConfig: {
      method: 'RSA_KEY',
      key: keyObjectOf(key),
    },
  }),
  platformStatus: ({ registration }) => ({ id: registration.id, active: registration.disabledAt === null }),
}

/** ltijs's database. It keeps nothing: state and nonce are ours, one-time and atomic (states.ts), and so is the launch row. */
const plugin = {
  setup: async () => true,
  Close: async () => true,
  Get: async (_key: string | false, collection: string, query?: { clientId?: string; platformUrl?: string }) => {
    const launch = asked.getStore()
    const row = rows[collection]
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

let hosted: Promise<LtijsProvider> | undefined

/**
 * ltijs is one object for each process and is set up once, with the first launch or when the service has time; its own routes for
 * logins, keys and registration stay unreachable.
 */
export function hostLtijs(): Promise<LtijsProvider> {
  hosted ??= setUp()
  return hosted
}

async function setUp(): Promise<LtijsProvider> {
  const { Provider } = await import('ltijs')
  const provider = Provider as unknown as LtijsProvider
  provider.setup(
    createSecretKey(randomBytes(32)),
    { plugin },
    // `ltiaas` is its mode without cookies, redirects and tokens in URLs. `devMode` leaves out its state cookie, which holds
    // the issuer alone and which our door has replaced by a proof that is secret.
    { appRoute: '/launch', cors: false, devMode: true, ltiaas: true, tokenMaxAge: false },
  )
  const object = (why: string) => asked.getStore()?.object(why)
  provider.onConnect(() => asked.getStore()?.agree())
  provider.onDeepLinking(() => asked.getStore()?.agree())
  provider.onInvalidToken((_request, { locals }) => object(locals.err?.details?.message ?? 'invalid token'))
  provider.onUnregisteredPlatform(() => object('unregistered platform'))
  provider.onInactivePlatform(() => object('inactive platform'))
  return provider
}

/**
 * Has ltijs look at a launch that our door has admitted, in its own way and with its own JWT library; resolves when it agrees.
 * What it minds and we did not is refused as `claims_malformed` and named in the log. It answers into a response that goes
 * nowhere, so that its headers, cookies and raw error pages reach nobody.
 */
export async function secondOpinion(launch: Admitted): Promise<void> {
  const ltijs = await hostLtijs()
  const request = Object.assign(new IncomingMessage(new Socket()), {
    method: 'POST',
    url: '/launch',
    body: { id_token: launch.idToken, state: launch.state },
    // body-parser's own sign that there is nothing left to read.
    _body: true,
  })
  await new Promise<void>((agree, reject) => {
    const object = (why: string) => reject(refuse('claims_malformed', `ltijs: ${why}`))
    const response = new ServerResponse(request)
    // Where it answers by itself and tells none of its listeners, nobody would hear of it.
    response.end = () => {
      object(`it answered ${response.statusCode}`)
      return response
    }
    asked.run({ ...launch, agree, object }, () => {
      ltijs.app(request, response, (error) => object(error instanceof Error ? error.message : 'no route'))
    })
  })
}
