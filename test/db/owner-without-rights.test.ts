import { randomBytes, randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { Database } from '../../src/db/database.js'
import { migrateUp } from '../../src/db/migrate.js'
import { Tenant } from '../../src/db/models/tenant.js'
import { acrossTenants, openOwner } from '../../src/db/owner.js'
import { localTenant } from '../../src/domain/tenant.js'
import { asAdministrator, type FreshDatabase, freshDatabase } from '../support/database.js'

const log = pino({ level: 'silent' })
const user = `lmm_test_user_${randomBytes(4).toString('hex')}`
let fresh: FreshDatabase
let url: string

beforeAll(async () => {
  fresh = await freshDatabase({ migrated: false })
  const at = new URL(fresh.url)
  await asAdministrator(async (client) => {
    await client.query(`CREATE ROLE ${user} LOGIN PASSWORD 'p'`)
    await client.query(`ALTER DATABASE ${at.pathname.slice(1)} OWNER TO ${user}`)
  })
  at.username = user
  at.password = 'p'
  url = at.href
})
afterAll(async () => {
  await fresh.drop()
  await asAdministrator((client) => client.query(`DROP ROLE ${user}`))
})

/** As hosted databases are often handed out: it owns its database, and can neither make roles nor take another's. */
describe('a database user that may not make roles', () => {
  test('migrates, works under row-level security itself, and does system work', async () => {
    const owner = openOwner(url, log)
    const db = new Database({ url, log })
    try {
      await migrateUp({ owner, folder: fileURLToPath(new URL('../../migrations', import.meta.url)), log })
      const other = randomUUID()
      await db.inTenant(other, (tx) => db.of(Tenant).create({ id: other, name: 'other' }, { transaction: tx }))
      const [who] = await db.outsideTenants((tx) => db.query<{ name: string }>(tx, 'SELECT current_user AS name'))
      expect(who?.name).toBe(user)
      const seen = await db.inTenant(other, (tx) => db.of(Tenant).findAll({ transaction: tx }))
      expect(seen.map(({ id }) => id)).toEqual([other])
      expect(await db.outsideTenants((tx) => db.of(Tenant).count({ transaction: tx }))).toBe(0)
      const all = await acrossTenants(owner, (client) => client.query('SELECT id FROM tenants ORDER BY name'))
      expect(all.rows.map(({ id }) => id)).toEqual([localTenant, other])
      expect((await owner.query('SELECT id FROM tenants')).rows).toEqual([])
    } finally {
      await db.close()
      await owner.end()
    }
  })
})

describe('a role that row-level security does not bind', () => {
  test('is refused, by name', async () => {
    await asAdministrator((client) => client.query(`ALTER ROLE ${user} BYPASSRLS`))
    const db = new Database({ url, log })
    try {
      await expect(db.outsideTenants((tx) => db.query(tx, 'SELECT 1'))).rejects.toThrow(
        new RegExp(`${user} bypasses row-level security`),
      )
    } finally {
      await db.close()
    }
  })
})
