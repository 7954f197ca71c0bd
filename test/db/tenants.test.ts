import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { Database } from '../../src/db/database.js'
import { ApiToken } from '../../src/db/models/api-token.js'
import { Tenant } from '../../src/db/models/tenant.js'
import { acrossTenants, openOwner } from '../../src/db/owner.js'
import { localTenant } from '../../src/domain/tenant.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'

const log = pino({ level: 'silent' })
const other = randomUUID()
/** Looked up to find out whose tenant it is; nothing of any person is in them. */
const beforeTenants = ['lti_deployments', 'lti_page_codes']
let fresh: FreshDatabase
let db: Database

const token = (name: string) => ({
  id: randomUUID(),
  name,
  person: 'p',
  role: 'teacher' as const,
  scopes: null,
  expiresAt: new Date(),
})

beforeAll(async () => {
  fresh = await freshDatabase()
  db = new Database({ url: fresh.url, log })
  await db.inTenant(other, (tx) => db.of(Tenant).create({ id: other, name: 'other' }, { transaction: tx }))
  for (const tenant of [localTenant, other]) {
    await db.inTenant(tenant, (tx) => db.of(ApiToken).create(token(tenant), { transaction: tx }))
  }
})

afterAll(async () => {
  await db.close()
  await fresh.drop()
})

describe('tenants are held apart by the database', () => {
  test('a query that forgets its where sees no other tenant', async () => {
    const rows = await db.inTenant(localTenant, (tx) => db.of(ApiToken).findAll({ transaction: tx }))
    expect(rows.map(({ name }) => name)).toEqual([localTenant])
    const tenants = await db.inTenant(other, (tx) => db.of(Tenant).findAll({ transaction: tx }))
    expect(tenants.map(({ id }) => id)).toEqual([other])
  })

  test('an update or a delete that forgets its where leaves the others alone', async () => {
    await db.inTenant(localTenant, async (tx) => {
      const [changed] = await db.of(ApiToken).update({ person: 'q' }, { where: {}, transaction: tx })
      expect(changed).toBe(1)
    })
    const [row] = await db.inTenant(other, (tx) => db.of(ApiToken).findAll({ transaction: tx }))
    expect(row?.person).toBe('p')
  })

  test('no tenant, no rows', async () => {
    const rows = await db.outsideTenants((tx) => db.of(ApiToken).findAll({ transaction: tx }))
    expect(rows).toEqual([])
  })

  test('a connection that goes back to the pool takes no tenant with it', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => db.inTenant(localTenant, (tx) => db.of(ApiToken).count({ transaction: tx }))),
    )
    const counts = await Promise.all(
      Array.from({ length: 20 }, () => db.outsideTenants((tx) => db.of(ApiToken).count({ transaction: tx }))),
    )
    expect(new Set(counts)).toEqual(new Set([0]))
  })

  test('a row for another tenant is refused, and the transaction with it', async () => {
    const insert = db.inTenant(localTenant, async (tx) => {
      await db.of(ApiToken).create(token('mine'), { transaction: tx })
      await db.of(ApiToken).create({ ...token('theirs'), tenantId: other }, { transaction: tx })
    })
    await expect(insert).rejects.toThrow(/row-level security/)
    const names = await db.inTenant(localTenant, (tx) => db.of(ApiToken).findAll({ transaction: tx }))
    expect(names.map(({ name }) => name)).not.toContain('mine')
  })

  test('a query outside of a transaction is refused', async () => {
    await expect(db.of(ApiToken).findAll()).rejects.toThrow(/transaction/)
  })

  test('the service is no superuser, bypasses nothing and owns nothing', async () => {
    const [role] = await db.outsideTenants((tx) =>
      db.query<{ super: boolean; bypass: boolean; owned: number }>(
        tx,
        `SELECT rolsuper AS super, rolbypassrls AS bypass, (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned
         FROM pg_roles WHERE rolname = current_user`,
      ),
    )
    expect(role).toEqual({ super: false, bypass: false, owned: 0 })
  })

  test('every table that knows tenants is protected, whatever migration made it', async () => {
    const bare = await db.outsideTenants((tx) =>
      db.query<{ name: string }>(
        tx,
        `SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname = 'tenant_id'
           AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
      ),
    )
    expect(bare.map(({ name }) => name).filter((name) => !beforeTenants.includes(name))).toEqual([])
  })

  test('system work sees all tenants, and only while it is system work', async () => {
    const owner = openOwner(fresh.url, log)
    try {
      const { rows } = await acrossTenants(owner, (client) => client.query('SELECT id FROM tenants'))
      expect(rows).toHaveLength(2)
      const { rows: after } = await owner.query(`SELECT coalesce(current_setting('lmm.system', true), '') AS system`)
      expect(after[0].system).toBe('')
    } finally {
      await owner.end()
    }
  })
})
