import pg from 'pg'
import type { Logger } from '../logger.js'

/**
 * Connections as the user of DATABASE_URL, who owns the tables: for migrations and for the runner of jobs. No use case gets
 * hold of it, as the context does not carry it.
 */
export function openOwner(url: string, log: Logger): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'lmm owner',
    max: 10,
    connectionTimeoutMillis: 3000,
    keepAlive: true,
  })
  // An idle connection that breaks says so here; unheard, it would end the process.
  pool.on('error', (err) => log.warn({ err }, 'a connection to the database broke'))
  // And one that breaks while it is lent out says so on the client.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** All or nothing, as the owner. `first` makes of the transaction what the work needs. */
export async function asOwner<T>(
  owner: pg.Pool,
  first: (client: pg.PoolClient) => Promise<unknown>,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query('BEGIN')
    await first(client)
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // Closing the connection undoes the transaction, whatever state it is in.
    client.release(true)
    throw error
  }
}

/**
 * System work over all tenants (a retention run): a transaction of the owner, whom the policies let see every row while
 * `lmm.system` is on. Only the composition root and the command line hold a pool to call it with.
 */
export const acrossTenants = <T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  asOwner(owner, (client) => client.query(`SELECT set_config('lmm.system', 'on', true)`), work)
