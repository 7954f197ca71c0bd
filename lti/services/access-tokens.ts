import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { AppError } from '../../src/errors.js'
import type { Door } from '../door.js'
import { signingKey } from '../keys/signing-keys.js'
import type { Registration } from '../models/registration.js'

const answerSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().default(3600),
  scope: z.string().optional(),
})

export interface AccessToken {
  token: string
  /** What the platform granted, which may be less than was asked. */
  scopes: string[]
}

interface Kept extends AccessToken {
  until: number
}

/** A token is not used in its last minute: a request may be on its way for a while. */
const marginSeconds = 60

/** Access tokens of the platforms (IMS Security Framework 1.0, 4.1), kept until shortly before they end, one fetch at a time. */
export class AccessTokens {
  readonly #kept = new Map<string, Kept>()
  readonly #fetching = new Map<string, Promise<Kept>>()

  constructor(private readonly door: Door) {}

  async get(registration: Registration, scopes: readonly string[]): Promise<AccessToken> {
    const name = nameOf(registration, scopes)
    const kept = this.#kept.get(name)
    if (kept && kept.until > this.#now()) return kept
    const running = this.#fetching.get(name)
    if (running) return await running
    const fetching = this.#fetch(registration, scopes).finally(() => this.#fetching.delete(name))
    this.#fetching.set(name, fetching)
    return await fetching
  }

  /** After a 401: the next `get` fetches anew, unless that has happened meanwhile. */
  forget(registration: Registration, scopes: readonly string[], token: string): void {
    const name = nameOf(registration, scopes)
    if (this.#kept.get(name)?.token === token) this.#kept.delete(name)
  }

  #now(): number {
    return this.door.ctx.now().getTime() / 1000
  }

  async #fetch(registration: Registration, scopes: readonly string[]): Promise<Kept> {
    const { ctx, outbound } = this.door
    const { kid, key } = await signingKey(ctx)
    // Moodle allows no leeway for our clock: a few seconds back are right on both sides.
    const issuedAt = Math.floor(this.#now()) - 5
    const assertion = await new SignJWT({})
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(registration.clientId)
      .setSubject(registration.clientId)
      .setAudience(registration.tokenAudience ?? registration.tokenUrl)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 300)
      .setJti(randomUUID())
      .sign(key)
    const answer = await outbound({
      method: 'POST',
      url: registration.tokenUrl,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
        scope: scopes.join(' '),
      }).toString(),
    })
    const parsed = answer.status === 200 ? answerSchema.safeParse(readJson(answer.body)) : undefined
    if (!parsed?.success) {
      throw new AppError('unavailable', `${registration.name} gave no access token (it answered ${answer.status}).`, {
        reason: answer.status >= 500 || answer.status === 429 ? 'token_unavailable' : 'token_refused',
      })
    }
    const { access_token: token, expires_in: seconds, scope } = parsed.data
    const kept = { token, scopes: scope?.split(' ') ?? [...scopes], until: this.#now() + seconds - marginSeconds }
    this.#kept.set(nameOf(registration, scopes), kept)
    return kept
  }
}

const nameOf = (registration: Registration, scopes: readonly string[]): string =>
  `${registration.id} ${[...scopes].sort().join(' ')}`

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
