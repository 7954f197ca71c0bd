import type { RequestHandler } from 'express'
import type { Lms } from './lms.js'

/** What can be made to go wrong. Shares are from 0 to 1, of the calls to the services. */
export interface Faults {
  /** Every answer comes this much later. */
  slowMs: number
  /** 503: one half of them before anything was done, the other half after. */
  serverErrors: number
  tooMany: number
  retryAfterSeconds: number
  /** 409 for a score that the gradebook does not have. */
  conflicts: number
  /** Canvas's way to say "too many": 403. */
  rateLimited: boolean
  /** Access tokens are refused once: 401. */
  revoked: boolean
  /** id_tokens are expired when they arrive. */
  expiredTokens: boolean
  clockSeconds: number
  /** The frame around the tool promises to keep data and does not answer, as Canvas's mobile app. */
  silentStorage: boolean
  /** No gradebook column takes a score. */
  locked: boolean
  random(): number
}

export const newFaults = (): Faults => ({
  slowMs: 0,
  serverErrors: 0,
  tooMany: 0,
  retryAfterSeconds: 1,
  conflicts: 0,
  rateLimited: false,
  revoked: false,
  expiredTokens: false,
  clockSeconds: 0,
  silentStorage: false,
  locked: false,
  random: Math.random,
})

/** Before every service: lateness, errors and refusals as they are switched on, and a line for each call in `traffic`. */
export const misbehave =
  (lms: Lms): RequestHandler =>
  (request, response, next) => {
    const { faults, traffic } = lms
    response.once('finish', () => {
      traffic.push({ method: request.method, path: request.originalUrl, status: response.statusCode })
    })
    const go = () => {
      if (faults.revoked) {
        faults.revoked = false
        lms.accessTokens.clear()
      }
      if (faults.rateLimited) return void response.status(403).type('text').send('403 Forbidden (Rate Limit Exceeded)')
      const dice = faults.random()
      if (dice < faults.tooMany)
        return void response.status(429).set('Retry-After', `${faults.retryAfterSeconds}`).json({ error: 'too many' })
      if (dice < faults.tooMany + faults.conflicts && request.path.endsWith('/scores'))
        return void response.status(409).json({ error: 'refused score with older timestamp' })
      if (dice > 1 - faults.serverErrors) {
        if (dice > 1 - faults.serverErrors / 2) return void response.status(503).json({ error: 'try later' })
        answerIsLost(response)
      }
      next()
    }
    if (faults.slowMs > 0) setTimeout(go, faults.slowMs)
    else go()
  }

/** The work is done, and its answer is an error all the same. */
function answerIsLost(response: Parameters<RequestHandler>[1]): void {
  const send = response.send.bind(response)
  response.send = () => {
    response.send = send
    return response.status(503).type('json').send('{"error":"try later"}')
  }
}
