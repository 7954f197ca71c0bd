import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import type { Umzug } from 'umzug'
import type { Logger } from '../logger.js'
import { asOwner } from './owner.js'
import { queueLogger } from './queue-logger.js'

/** A migration is given a connection inside the one transaction that all of a run share. */
export type Step = (client: pg.ClientBase) => Promise<void>

interface Options {
  owner: pg.Pool
  /** Where the numbered files are: `.ts` among the sources, `.js` among what was built. */
  folder: string
  log: Logger
}

/** "lmm" in ASCII: whoever migrates a database holds this advisory lock, so that of two processes one waits. */
const lock = 0x6c6d6d

/** Brings the database up to date: the queue's schema, then each migration it has not had. Returns the names of those. */
export async function migrateUp({ owner, folder, log }: Options): Promise<string[]> {
  const names = await alone(owner, async (client) => {
    await runMigrations({ pgPool: owner, logger: queueLogger(log) })
    const [had, files] = await Promise.all([executed(client), filesOf(folder)])
    // Nearly every start finds nothing to do, and has no need of umzug to see that.
    if (files.every((file) => had.includes(nameOf(file)))) return []
    const umzug = await plan(client, folder)
    return (await umzug.up()).map(({ name }) => name)
  })
  // Over connections of its own, which see the role that the first migration makes only once that is committed.
  const { setUpCheckpoints } = await import('./checkpoints.js')
  await alone(owner, () => setUpCheckpoints(owner))
  return names
}

/** Takes the last migration back, or all of them and the queue with them. Returns the names of those taken back. */
export async function migrateDown({ owner, folder }: Omit<Options, 'log'>, { all = false } = {}): Promise<string[]> {
  return await alone(owner, async (client) => {
    const umzug = await plan(client, folder)
    const undone = await umzug.down(all ? { to: 0 } : {})
    if (all) {
      await client.query(
        'DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA IF EXISTS lmm_workflow CASCADE; DROP TABLE lmm_migrations',
      )
    }
    return undone.map(({ name }) => name)
  })
}

/** All or nothing, and one at a time: a migration that fails leaves the database as it was. */
const alone = <T>(owner: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> =>
  asOwner(owner, (client) => client.query('SELECT pg_advisory_xact_lock($1)', [lock]), work)

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((file) => /^\d{4}-[a-z0-9-]+\.(ts|js)$/.test(file)).sort()

const nameOf = (file: string): string => file.replace(/\.(ts|js)$/, '')

/** The migrations that the database has had. */
async function executed(client: pg.PoolClient): Promise<string[]> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS lmm_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
  )
  const { rows } = await client.query<{ name: string }>('SELECT name FROM lmm_migrations ORDER BY name')
  return rows.map(({ name }) => name)
}

async function plan(client: pg.PoolClient, folder: string): Promise<Umzug<pg.PoolClient>> {
  const [{ Umzug }, files] = await Promise.all([import('umzug'), filesOf(folder)])
  return new Umzug({
    context: client,
    logger: undefined,
    migrations: files.map((file) => {
      const load = () => import(pathToFileURL(join(folder, file)).href) as Promise<{ up: Step; down: Step }>
      return {
        name: nameOf(file),
        up: async () => (await load()).up(client),
        down: async () => (await load()).down(client),
      }
    }),
    storage: {
      executed: () => executed(client),
      logMigration: async ({ name }) =>
        void (await client.query('INSERT INTO lmm_migrations (name) VALUES ($1)', [name])),
      unlogMigration: async ({ name }) =>
        void (await client.query('DELETE FROM lmm_migrations WHERE name = $1', [name])),
    },
  })
}
