import pg from 'pg'
import type { Logger } from '../logger.js'
import { asDatabaseError } from './trouble.js'

interface Listening {
  url: string
  log: Logger
  channel: string
  hear: (payload: string) => void
  /** It listens again after a while in which it may have missed something. */
  back?: () => void
}

/**
 * A connection of its own that LISTENs. What is notified while it is away is missed, as PostgreSQL keeps nothing for those who
 * are not there: whoever listens reads once after it, and when it is `back` (the first connect rejects, later ones are tried again for ever).
 */
export async function listen({ url, log, channel, hear, back }: Listening): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  const connect = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'lmm listen',
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    })
    next.on('error', () => {})
    next.on('notification', ({ payload }) => hear(payload ?? ''))
    try {
      await next.connect()
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await next.end().catch(() => {})
      throw asDatabaseError(error)
    }
    next.once('end', () => retry(250))
    client = next
  }
  const retry = (delay: number) => {
    if (stopped) return
    log.warn({ channel, delay }, 'not listening; connecting again')
    again = setTimeout(() => void connect().then(back, () => retry(Math.min(delay * 2, 5000))), delay)
  }

  await connect()
  return async () => {
    stopped = true
    clearTimeout(again)
    await client?.end().catch(() => {})
  }
}
