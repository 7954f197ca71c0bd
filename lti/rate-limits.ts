import type { RequestHandler } from 'express'
import type { Door } from './door.js'
import { refuse } from './refusals.js'

/**
 * Of one address, for each song that a person may ask for in a minute: at the default of 30 it is 7,500 requests, a school of 1,500
 * behind one address whose people all come in at the bell. Each takes five at most: login and launch, the launch again with the
 * proof out of the platform's storage, and both once more in a tab of its own.
 */
const requestsForEachSong = 250

/**
 * Counts each address, and nothing that a request says of itself: an issuer is a claim that anybody can make, and a limit by
 * it would let one stranger shut a school out. Registering makes us call out, and is done a few times in a school's life.
 */
export function ltiLimits({ ctx: { config, shared } }: Door): {
  everything: RequestHandler
  registering: RequestHandler
} {
  const limit = (name: string, points: number): RequestHandler => {
    const requests = shared.rateLimit(name, points, 60)
    return async (request, _response, next) => {
      const { allowed, resetAfter } = await requests.take(request.ip ?? 'unknown')
      if (!allowed) throw refuse('too_many_requests', undefined, { retryAfter: Math.max(1, resetAfter) })
      next()
    }
  }
  return {
    everything: limit('lti', config.ratePerMinute * requestsForEachSong),
    registering: limit('lti-register', config.ratePerMinute),
  }
}
