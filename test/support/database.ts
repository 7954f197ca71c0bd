import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { databaseUrl } from './ground.js'

export interface FreshDatabase {
  /** Of the server's superuser, as a DATABASE_URL would be. */
  url: string
  /** Once all who are connected have closed. */
  drop(): Promise<void>
}

interface Ground {
  server: string
  run: string
  template: string
  /** RSA, PEM: of the platform, and of the tool. */
  keys: [string, string]
}

/** Where the run's server is; see ground.ts. */
export const testGround = (): Ground => JSON.parse(String(process.env.LMM_TEST_GROUND)) as Ground

/** A database of this test's own: migrated, and with nothing else in it; or with nothing in it at all. */
export async function freshDatabase({ migrated = true } = {}): Promise<FreshDatabase> {
  const { server, run, template } = testGround()
  const name = `${run}_${randomBytes(6).toString('hex')}`
  await asAdministrator(async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${migrated ? template : 'template0'}`)
    // What is killed here is the service, never the server: no test waits for its disk.
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`)
  })
  return {
    url: databaseUrl(server, name),
    drop: () => asAdministrator((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)),
  }
}

/** One statement or more on the server's own database, as its superuser. */
export async function asAdministrator(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: testGround().server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
