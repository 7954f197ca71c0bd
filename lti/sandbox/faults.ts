import type { RequestHandler } from 'express'
import type { Faults, Lms } from './model.js'

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
