import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../../integrations/postgres/embedded.js'
import type { Config } from '../config.js'
import { Database } from '../db/database.js'
import { migrateUp } from '../db/migrate.js'
import { openOwner } from '../db/owner.js'
import { asDatabaseError, isAway } from '../db/trouble.js'
import { AppError } from '../errors.js'
import type { Logger } from '../logger.js'

export interface Store {
  url: string
  db: Database
  owner: pg.Pool
  close(): Promise<void>
}

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url))

/** In a deployment the database may be started at the same time as we are. */
const patienceMs = 60_000

/** The database, up to date and open. `join`: beside a service that runs the embedded one, for a command of a moment. */
export async function openStore(config: Config, log: Logger, { join = false } = {}): Promise<Store> {
  const { url, owner, close } = await openOwnerStore(config, log, { join })
  try {
    await patiently(log, async () => {
      const names = await migrateUp({ owner, folder: migrationsFolder, log })
      if (names.length > 0) log.info({ names }, 'the database was brought up to date')
    })
  } catch (error) {
    await close()
    throw asOpenError(config, error)
  }
  const db = new Database({ url, log })
  return {
    url,
    db,
    owner,
    async close() {
      await db.close()
      await close()
    },
  }
}

/** The database as its owner alone, whatever state it is in: for migrations. */
export async function openOwnerStore(config: Config, log: Logger, { join = false } = {}) {
  const open = join ? joinEmbeddedPostgres : startEmbeddedPostgres
  const embedded = config.databaseUrl === null ? await open(config.dataDir, log) : null
  const url = embedded?.url ?? String(config.databaseUrl)
  const owner = openOwner(url, log)
  return {
    url,
    owner,
    close: async () => {
      await owner.end()
      await embedded?.stop()
    },
  }
}

/** SQLSTATEs (PostgreSQL, appendix A) by which a server lets nobody in, and what of DATABASE_URL is wrong then. */
const refusals: readonly [RegExp, string][] = [
  [/^28/, 'its server does not take the user or the password'],
  [/^3D000$/, 'its server has no such database'],
]

/** Why the database cannot be opened, in words that whoever set DATABASE_URL can act on. */
export function asOpenError({ databaseUrl }: Pick<Config, 'databaseUrl'>, thrown: unknown): unknown {
  if (databaseUrl === null) return asDatabaseError(thrown)
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const refusal = refusals.find(([pattern]) => pattern.test(code))?.[1]
  const why = refusal ?? (isAway(thrown) ? 'its server does not answer' : null)
  return why === null ? thrown : new AppError('unavailable', `DATABASE_URL: ${why}.`, { cause: thrown })
}

async function patiently(log: Logger, work: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + patienceMs; ; await pause(1000)) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error) || Date.now() > end) throw error
      log.warn({ err: error }, 'waiting for the database')
    }
  }
}
