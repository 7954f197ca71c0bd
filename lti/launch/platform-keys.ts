import { createLocalJWKSet, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import type { Outbound } from '../outbound/outbound.js'
import { refuse } from '../refusals.js'

/** RFC 7517: what we need of a key set. Keys of other kinds may stand beside ours and are passed over. */
const keySetSchema = z.object({
  keys: z.array(z.looseObject({ kty: z.string(), kid: z.string().optional() })).max(100),
})

interface Known {
  keySet: JSONWebKeySet
  resolve: JWTVerifyGetKey
  fetchedAt: number
  /** When the platform was last asked, whether it answered or not. */
  askedAt: number
}

const freshMs = 10 * 60_000
/** A key that we have not seen makes us look again, but not more often than this: a stranger can invent any number of them. */
const lookAgainMs = 20_000
/** Keys that were good a while ago are better than none while the platform cannot be asked. */
const goodForMs = 24 * 60 * 60_000

/** The platforms' public keys, fetched once and kept; one fetch at a time for each address. */
export class PlatformKeys {
  readonly #known = new Map<string, Known>()
  readonly #fetching = new Map<string, Promise<Known>>()

  constructor(
    private readonly outbound: Outbound,
    private readonly now: () => Date,
  ) {}

  /** The set that holds `kid`, fetched anew when it is old or does not hold it. Refuses `token_key` or `keys_unreachable`. */
  async holding(kid: string, url: string): Promise<{ resolve: JWTVerifyGetKey; key: JWK }> {
    let known = this.#known.get(url)
    if (!known || this.#isToBeAsked(known, kid)) known = await this.#fetch(url, known)
    const key = find(known, kid)
    if (!key) throw refuse('token_key')
    return { resolve: known.resolve, key }
  }

  forget(url: string): void {
    this.#known.delete(url)
  }

  #isToBeAsked(known: Known, kid: string): boolean {
    const now = this.now().getTime()
    const isMissed = now - known.fetchedAt > freshMs || !find(known, kid)
    return isMissed && now - known.askedAt > lookAgainMs
  }

  async #fetch(url: string, before: Known | undefined): Promise<Known> {
    const running = this.#fetching.get(url)
    const fetching = running ?? this.#load(url).finally(() => this.#fetching.delete(url))
    if (!running) this.#fetching.set(url, fetching)
    try {
      return await fetching
    } catch (error) {
      const now = this.now().getTime()
      if (!before || now - before.fetchedAt > goodForMs) throw error
      // Each launch of a class would else wait for a platform that does not answer.
      before.askedAt = now
      return before
    }
  }

  async #load(url: string): Promise<Known> {
    const answer = await this.outbound({ method: 'GET', url }).catch((cause: unknown) => {
      throw refuse('keys_unreachable', cause instanceof Error ? cause.message : undefined, { cause })
    })
    if (answer.status !== 200) throw refuse('keys_unreachable', `the key address answered ${answer.status}`)
    const parsed = keySetSchema.safeParse(readJson(answer.body))
    if (!parsed.success) throw refuse('keys_unreachable', 'the key address did not answer with a key set')
    const keySet = parsed.data as JSONWebKeySet
    const now = this.now().getTime()
    const known = { keySet, resolve: createLocalJWKSet(keySet), fetchedAt: now, askedAt: now }
    this.#known.set(url, known)
    return known
  }
}

const find = (known: Known, kid: string): JWK | undefined =>
  known.keySet.keys.find((key) => key.kid === kid && key.kty === 'RSA') as JWK | undefined

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
