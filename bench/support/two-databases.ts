import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { startEmbeddedPostgres } from '../../integrations/postgres/embedded.js'
import { environment } from '../../src/config.js'

interface Databases {
  ours: URL
  bare: URL
  drop(): Promise<void>
}

/** Two new databases on one server: that of DATABASE_URL, or an embedded one. */
export async function twoDatabases(): Promise<Databases> {
  const given = environment().DATABASE_URL
  const embedded = given ? null : await ownServer()
  const server = given ?? String(embedded?.url)
  const name = `lmm_bench_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  for (const half of ['ours', 'bare']) await admin.query(`CREATE DATABASE ${name}_${half}`)
  const at = (half: string) => Object.assign(new URL(server), { pathname: `/${name}_${half}` })
  return {
    ours: at('ours'),
    bare: at('bare'),
    async drop() {
      for (const half of ['ours', 'bare']) await admin.query(`DROP DATABASE ${name}_${half} WITH (FORCE)`)
      await admin.end()
      await embedded?.stop()
    },
  }
}

async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), 'lmm-bench-'))
  // As root PostgreSQL runs as another account, which has to get in.
  await chmod(folder, 0o755)
  const server = await startEmbeddedPostgres(folder, pino({ level: 'silent' }))
  return {
    url: server.url,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
