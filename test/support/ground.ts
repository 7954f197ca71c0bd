import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pino } from 'pino'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../integrations/postgres/embedded.js'
import { migrateUp } from '../../src/db/migrate.js'
import { openOwner } from '../../src/db/owner.js'

const silent = pino({ level: 'silent' })
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url))

let clear: (() => Promise<void>) | undefined

/**
 * Once for a run: a PostgreSQL server (that of LMM_TEST_DATABASE_URL, or an embedded one) and in it a migrated template, of
 * which each test file makes a database of its own (see database.ts).
 */
export async function layGround(): Promise<void> {
  const embedded = process.env.LMM_TEST_DATABASE_URL ? null : await ownServer()
  const server = embedded?.url ?? String(process.env.LMM_TEST_DATABASE_URL)
  const run = `lmm_test_${randomBytes(6).toString('hex')}`
  // Named after the run and open as long as it lasts: by it others see that the run's databases are in use.
  const mark = new pg.Client({ connectionString: server, application_name: run })
  await mark.connect()
  await dropLeftovers(mark)

  const template = `${run}_template`
  await mark.query(`CREATE DATABASE ${template}`)
  const owner = openOwner(databaseUrl(server, template), silent)
  await migrateUp({ owner, folder: migrations, log: silent })
  await owner.end()
  process.env.LMM_TEST_GROUND = JSON.stringify({ server, run, template, keys: [rsaKey(), rsaKey()] })

  clear = async () => {
    await drop(mark, await databasesLike(mark, `${run}\\_%`))
    await mark.end()
    await embedded?.stop()
  }
}

/** Made once for a run: it takes a tenth of a second and more, and there are hundreds of platforms and tools in it. */
const rsaKey = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

export const clearGround = async (): Promise<void> => await clear?.()

/** The same server, another database of it. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.href
}

async function ownServer(): Promise<EmbeddedPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-test-'))
  // As root PostgreSQL runs as another account, which has to get in.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, silent)
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What runs left behind that were killed. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ run: string }>(
    `SELECT DISTINCT application_name AS run FROM pg_stat_activity WHERE application_name LIKE 'lmm\\_test\\_%'`,
  )
  const alive = rows.map(({ run }) => run)
  const found = await databasesLike(client, 'lmm\\_test\\_%')
  await drop(
    client,
    found.filter((name) => !alive.some((run) => name.startsWith(`${run}_`))),
  )
}

async function databasesLike(client: pg.Client, pattern: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
    [pattern],
  )
  return rows.map(({ name }) => name)
}

async function drop(client: pg.Client, databases: string[]): Promise<void> {
  for (const name of databases) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}
