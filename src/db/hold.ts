import pg from 'pg'
import type { Logger } from '../logger.js'

interface Holding {
  url: string
  log: Logger
  name: string
  /** This process is the one now. When it rejects, the hold is given up and tried for again. */
  taken: () => Promise<void>
  /** It is not any more, or is closing. */
  lost: () => Promise<void>
}

/** The server notices within some eight seconds that the other side is gone, and lets the next one in. */
const vigilance = `
  SET tcp_keepalives_idle = 3; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 2;
  SET statement_timeout = 0`
const triesMs = 2000
/** One key for each name; "hold" in ASCII keeps them apart from other locks. */
const space = 1752132708
const ask = `SELECT pg_try_advisory_lock(${space}, hashtext($1)) AS mine`

/** Whether anybody holds the name that the SQL expression gives, in this database. */
export const isHeld = (name: string): string =>
  `EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid::bigint = ${space}
     AND objid::bigint = hashtext(${name})::bigint & 4294967295
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`

/**
 * Of all processes that ask for a name, one holds it: a session's advisory lock, which PostgreSQL frees when the connection is
 * gone, however the process ended. The others go on asking. Returns the way to let go.
 */
export function hold({ url, log, name, taken, lost }: Holding): () => Promise<void> {
  let client: pg.Client | undefined
  let mine = false
  let stopped = false
  let again: NodeJS.Timeout | undefined
  /** One thing after the other: nobody is told that it is lost while it is still being taken. */
  let line: Promise<void> = Promise.resolve()

  const inLine = (work: () => Promise<void>) => {
    line = line
      .then(work)
      .catch((err: unknown) => log.warn({ err, held: name }, 'what one process does alone did not go well'))
    return line
  }
  const letGo = async () => {
    const had = mine
    mine = false
    const was = client
    client = undefined
    if (had) await lost().catch((err: unknown) => log.error({ err, held: name }, 'what was held did not end well'))
    await was?.end().catch(() => {})
  }
  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: `lmm ${name}`,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
    })
    next.on('error', () => {})
    await next.connect()
    await next.query(vigilance)
    // Heard at once when the server ends it; a silent cut is found by the next look.
    next.once('end', () => {
      if (client === next) void inLine(letGo)
    })
    return next
  }
  /** Also a look after what is held: over a connection that is cut silently it does not come back. */
  const look = async () => {
    try {
      client ??= await connect()
      const { rows } = await inTime(
        client.query<{ mine: boolean }>(mine ? 'SELECT true AS mine' : ask, mine ? [] : [name]),
      )
      if (mine || !rows[0]?.mine) return
      mine = true
      await taken()
      log.info({ held: name }, 'held by this process')
    } catch (err) {
      log.warn({ err, held: name }, 'not held; trying again')
      await letGo()
    }
  }
  const go = () => {
    void inLine(async () => {
      if (!stopped) await look()
    }).finally(() => {
      if (!stopped) again = setTimeout(go, triesMs)
    })
  }

  go()
  return async () => {
    stopped = true
    clearTimeout(again)
    await inLine(letGo)
  }
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the database did not answer')), 4000)
  })
  return await Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
