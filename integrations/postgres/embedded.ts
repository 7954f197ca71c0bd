import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { AppError } from '../../src/errors.js'
import type { Logger } from '../../src/logger.js'
import { Cluster } from './cluster.js'

export interface EmbeddedPostgres {
  /** Of the superuser; ends with the process that owns it. */
  url: string
  /** Shuts the server down. Close pools first: their transactions would be undone. */
  stop(): Promise<void>
}

const lock = `SELECT pg_try_advisory_lock(hashtext('lmm owner')) AS mine`
const holder = `
  SELECT application_name AS name FROM pg_locks JOIN pg_stat_activity USING (pid)
  WHERE locktype = 'advisory' AND objid = hashtext('lmm owner')::oid AND granted`

/** Uses the server of a DATA_DIR beside its owner, who may stop it at any time; owns it when nobody does. For short commands. */
export async function joinEmbeddedPostgres(dataDir: string, log: Logger): Promise<EmbeddedPostgres> {
  try {
    return await startEmbeddedPostgres(dataDir, log)
  } catch (error) {
    const url = error instanceof AppError && error.code === 'conflict' ? await new Cluster(dataDir).url() : null
    if (!url) throw error
    return { url, stop: async () => {} }
  }
}

/** Starts the cluster of a DATA_DIR, or takes over the server that a killed owner left behind. Refuses one that has an owner. */
export async function startEmbeddedPostgres(dataDir: string, log: Logger): Promise<EmbeddedPostgres> {
  const cluster = new Cluster(dataDir)
  let stopping = false
  let ownership = await own(cluster, dataDir)

  // The lock is lost only with the server itself: start it again, for as long as this process lives.
  const guard = ({ client }: Ownership) => {
    client.once('end', () => {
      if (stopping) return
      log.error('the embedded PostgreSQL is gone; starting it again')
      void recover().then(guard, () => {})
    })
  }
  const recover = async (): Promise<Ownership> => {
    for (;;) {
      if (stopping) throw new AppError('cancelled', 'The service stops.')
      try {
        ownership = await own(cluster, dataDir)
        return ownership
      } catch (err) {
        log.error({ err }, 'the embedded PostgreSQL could not be started')
        await pause(2000, undefined, { ref: false })
      }
    }
  }
  guard(ownership)
  return {
    url: ownership.url,
    async stop() {
      stopping = true
      await ownership.client.end().catch(() => {})
      await cluster.stop()
    },
  }
}

interface Ownership {
  url: string
  client: pg.Client
}

async function own(cluster: Cluster, dataDir: string): Promise<Ownership> {
  const url = await cluster.url()
  const found = url ? await connect(url) : null
  if (url && found) return { url, client: await claim(found, dataDir) }

  await cluster.start().catch(async (error: unknown) => {
    // Somebody else was starting it: what counts is who gets the lock.
    const now = await cluster.url()
    const other = now ? await connect(now) : null
    if (!other) throw error
    await other.end()
  })
  const started = await cluster.url()
  const client = started ? await connect(started) : null
  if (!started || !client) throw new AppError('unavailable', 'The embedded PostgreSQL started, but does not answer.')
  return { url: started, client: await claim(client, dataDir) }
}

/** `null` when nothing answers there. Waits for one that is starting up or shutting down (57P03). */
async function connect(url: string): Promise<pg.Client | null> {
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({
      connectionString: url,
      application_name: `lmm process ${process.pid}`,
      connectionTimeoutMillis: 5000,
    })
    client.on('error', () => {})
    try {
      await client.connect()
      return client
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== '57P03') return null
      if (tries === 600) throw error
      await pause(100)
    }
  }
}

async function claim(client: pg.Client, dataDir: string): Promise<pg.Client> {
  let owner: string | undefined
  // The server may need a moment to see that an owner was killed.
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query<{ mine: boolean }>(lock)
    if (rows[0]?.mine) return client
    owner = (await client.query<{ name: string }>(holder)).rows[0]?.name
    if (owner && isAlive(Number(/\d+/.exec(owner)?.[0]))) break
    await pause(100)
  }
  await client.end()
  throw new AppError(
    'conflict',
    `The database in ${dataDir} is in use by another ${owner ?? 'process'}. Stop that one first, give this one a DATA_DIR of its own, or set DATABASE_URL for both.`,
  )
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
