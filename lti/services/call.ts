import { AppError } from '../../src/errors.js'
import type { Door } from '../door.js'
import type { Registration } from '../models/registration.js'
import type { OutboundAnswer, OutboundRequest } from '../outbound/outbound.js'
import type { AccessTokens } from './access-tokens.js'

/** What every call to a platform's services needs: who is called, with which rights, and when it is to stop. */
export interface Caller {
  door: Door
  tokens: AccessTokens
  registration: Registration
  signal?: AbortSignal
}

/** Calls a service with an access token, and once more with a new one after a 401. Any other status is the caller's to read. */
export async function callService(
  { door, tokens, registration, signal }: Caller,
  scopes: readonly string[],
  request: Pick<OutboundRequest, 'method' | 'url' | 'headers' | 'body'>,
): Promise<OutboundAnswer> {
  const hosts = [
    ...new Set([
      ...registration.hosts,
      new URL(registration.issuer).host,
      new URL(registration.tokenUrl).host,
      new URL(registration.authUrl).host,
    ]),
  ]
  const send = async () => {
    const { token } = await tokens.get(registration, scopes)
    const answer = await door.outbound({ ...request, bearer: { token, hosts }, ...(signal ? { signal } : {}) })
    return { token, answer }
  }
  const first = await send()
  if (first.answer.status !== 401) return first.answer
  tokens.forget(registration, scopes, first.token)
  return (await send()).answer
}

/** A body that must be JSON. Rejects with `unavailable` and a short reason; the body itself is nobody's to read. */
export function readServiceJson(answer: OutboundAnswer): unknown {
  try {
    return JSON.parse(answer.body)
  } catch (cause) {
    throw new AppError('unavailable', 'The learning platform answered with something that is no JSON.', { cause })
  }
}

/**
 * The address of the next page (RFC 8288, 3). Moodle writes curly quotes where straight ones belong, in UTF-8, which node
 * reads as Latin-1 (RFC 9110, 5.5).
 */
export function nextPage(answer: OutboundAnswer): string | null {
  const header = answer.headers.link
  const text = Buffer.from(Array.isArray(header) ? header.join(', ') : (header ?? ''), 'latin1').toString('utf8')
  const links = text.matchAll(/<([^>]*)>([^<]*)/g)
  for (const [, target = '', parameters = ''] of links) {
    if (/;\s*rel\s*=\s*["“”]?next["“”]?/i.test(parameters)) return new URL(target, answer.url).href
  }
  return null
}
