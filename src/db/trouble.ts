import { AppError } from '../errors.js'

/** SQLSTATE classes and codes (PostgreSQL, appendix A) that say the server cannot serve now, whatever was asked of it. */
const away = [
  /^08/, // connection exception
  /^53/, // insufficient resources: too many connections, disk full
  /^57P0[1-5]$/, // shut down, crashed, starting up, dropped, idle too long
  /^25P03$/, // idle in transaction too long
]
const network = /^(ECONNREFUSED|ECONNRESET|ENOENT|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/
const severed =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout/

/** True when the database is away, as far as an error or one of its causes tells. */
export function isAway(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = deeper(error)) {
    const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
    if (away.some((pattern) => pattern.test(code)) || network.test(code) || severed.test(error.message)) return true
    if (/^SequelizeConnection/.test(error.name)) return true
  }
  return false
}

/** Sequelize wraps the driver's error as `original`, everyone else as `cause`. */
const deeper = (error: Error): unknown => (error as Error & { original?: unknown }).original ?? error.cause

/** An error of a query as callers should see it: `unavailable` when the database is away, itself otherwise. */
export function asDatabaseError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !isAway(thrown)) return thrown
  return new AppError('unavailable', 'The database does not answer just now. Please try again in a moment.', {
    cause: thrown,
    retryAfter: 5,
  })
}
