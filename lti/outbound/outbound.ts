import { lookup as dnsLookup } from 'node:dns'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { AppError } from '../../src/errors.js'
import { isPublicAddress } from './addresses.js'

export interface OutboundRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  url: string
  headers?: Record<string, string>
  body?: string
  /** An access token, and the hosts that the registration names: to any other host the request is refused, not sent without. */
  bearer?: { token: string; hosts: readonly string[] }
  signal?: AbortSignal
}

export interface OutboundAnswer {
  status: number
  headers: IncomingMessage['headers']
  body: string
  /** Where the answer came from, after redirects. */
  url: string
}

export type Outbound = (request: OutboundRequest) => Promise<OutboundAnswer>

interface Rules {
  /** Plain http and private addresses are for a developer's own machine. */
  development: boolean
  /** Hosts that an administrator names although their addresses are private: a Moodle inside the school's network. */
  privateHosts: readonly string[]
  maxBytes?: number
  /** For the whole exchange, redirects included. */
  timeoutMs?: number
}

const maxRedirects = 3

/** What kept a request from being sent or answered; `cause` has the detail. The message names the host, never a token. */
const failed = (host: string, what: string, cause?: unknown) =>
  new AppError('unavailable', `${host}: ${what}`, { cause })

/** Looks the name up once, and connects to what was looked at: an answer that changes between check and use changes nothing. */
function guardedLookup(allowed: boolean): LookupFunction {
  return (hostname, options, done) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '')
      const refused = allowed ? undefined : addresses.find(({ address }) => !isPublicAddress(address))
      const [first] = addresses
      if (refused || !first) return done(new Error('its address is private or link-local'), '')
      if (options.all) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
}

/**
 * The one way out of the house for LTI: https only and public addresses only outside development, redirects only within the
 * host and only for GET, sizes and times capped, the bearer only to hosts that the registration names.
 * Rejects with AppError `unavailable`; any status that the other side answers is an answer.
 */
export function createOutbound({ development, privateHosts, maxBytes = 4 << 20, timeoutMs = 10_000 }: Rules): Outbound {
  const check = (url: URL, bearer: OutboundRequest['bearer']): boolean => {
    const known = development || privateHosts.includes(url.hostname) || privateHosts.includes(url.host)
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && development))
      throw failed(url.host, 'only https addresses are called')
    if (url.username || url.password) throw failed(url.host, 'an address with a password in it is not called')
    if (bearer && !bearer.hosts.includes(url.host))
      throw failed(url.host, 'its registration does not name this host, so no access token is sent to it')
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (!known && isIP(literal) && !isPublicAddress(literal))
      throw failed(url.host, 'its address is private or link-local')
    return known
  }

  const exchange = (url: URL, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> =>
    new Promise((resolve, reject) => {
      const known = check(url, request.bearer)
      const headers: Record<string, string> = { accept: 'application/json', ...request.headers }
      if (request.bearer) headers.authorization = `Bearer ${request.bearer.token}`
      if (request.body !== undefined) headers['content-length'] = String(Buffer.byteLength(request.body))
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest
      const sent: ClientRequest = send(
        url,
        { method: request.method, headers, signal, lookup: guardedLookup(known) },
        (answer) => {
          const chunks: Buffer[] = []
          let bytes = 0
          answer.on('data', (chunk: Buffer) => {
            bytes += chunk.length
            if (bytes <= maxBytes) return void chunks.push(chunk)
            reject(new Error(`the answer is larger than ${maxBytes} bytes`))
            sent.destroy()
          })
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(chunks).toString('utf8'),
              url: url.href,
            }),
          )
        },
      )
      sent.on('error', reject)
      sent.end(request.body)
    })

  return async (request) => {
    let url = parse(request.url)
    const timeout = AbortSignal.timeout(timeoutMs)
    const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
    for (let hop = 0; ; hop++) {
      const answer = await exchange(url, request, signal).catch((thrown: unknown) => {
        if (thrown instanceof AppError) throw thrown
        if (timeout.aborted) throw failed(url.host, `did not answer within ${timeoutMs / 1000} s`, thrown)
        throw failed(url.host, thrown instanceof Error ? thrown.message : 'could not be reached', thrown)
      })
      const { location } = answer.headers
      if (answer.status < 300 || answer.status > 399 || !location) return answer
      if (request.method !== 'GET') throw failed(url.host, 'answered a request that changes something with a redirect')
      const next = new URL(location, url)
      if (next.host !== url.host) throw failed(url.host, `redirects to another host, ${next.host}`)
      if (hop === maxRedirects) throw failed(url.host, 'redirects in a circle')
      url = next
    }
  }
}

function parse(url: string): URL {
  try {
    return new URL(url)
  } catch (cause) {
    throw new AppError('unavailable', 'An address of the learning platform is not a URL.', { cause })
  }
}
