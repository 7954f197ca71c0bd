import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { Database } from '../../src/db/database.js'
import { Tenant } from '../../src/db/models/tenant.js'
import { openOwner } from '../../src/db/owner.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'

// One connection for all: what a statement left behind on it, the next would find.
let fresh: FreshDatabase
let db: Database
beforeAll(async () => {
  fresh = await freshDatabase()
  db = new Database({ url: fresh.url, log: pino({ level: 'silent' }), connections: 1 })
})
afterAll(async () => {
  await db.close()
  await fresh.drop()
})

let tenant: string
beforeEach(async () => {
  tenant = randomUUID()
  await db.inTenant(tenant, (transaction) => db.of(Tenant).create({ id: tenant, name: 'a school' }, { transaction }))
})
const tenantsSeen = () => db.alone<{ id: string }>('SELECT id FROM tenants')

test('a statement alone sees what belongs to no tenant, and no tenant’s rows, on a connection that has just served one', async () => {
  expect(await db.inTenant(tenant, (tx) => db.query(tx, 'SELECT id FROM tenants'))).toEqual([{ id: tenant }])
  expect(await tenantsSeen()).toEqual([])
  expect(await db.alone('SELECT count(*)::int AS registrations FROM lti_registrations')).toEqual([{ registrations: 0 }])
})

test('it works as the role that row-level security binds, and writes for no tenant', async () => {
  expect(await db.alone('SELECT current_user AS who')).toEqual([{ who: 'lmm_service' }])
  await expect(
    db.alone('INSERT INTO tenants (id, name) VALUES ($1, $2)', [randomUUID(), 'another school']),
  ).rejects.toMatchObject({ code: '42501' })
})

test('a tenant that a statement names is named no longer than that', async () => {
  const named = await db.alone<{ id: string }>(
    `WITH named AS MATERIALIZED (SELECT set_config('lmm.tenant', $1, true) AS tenant) SELECT lmm_tenant() AS id FROM named`,
    [tenant],
  )
  expect(named).toEqual([{ id: tenant }])
  expect(await tenantsSeen()).toEqual([])
  expect(await db.alone('SELECT lmm_tenant() AS id')).toEqual([{ id: null }])
})

test('values are values, whatever they look like', async () => {
  const nasty = `'; DROP TABLE tenants; --`
  expect(await db.alone('SELECT $1::text AS told, $2::bytea AS bytes', [nasty, Buffer.from([0, 255])])).toEqual([
    { told: nasty, bytes: Buffer.from([0, 255]) },
  ])
})

test('it is written whole or not at all, and one that fails gives its connection back', async () => {
  const failing = Array.from({ length: 5 }, () =>
    db.alone(
      `WITH written AS (INSERT INTO lti_invites (digest, family, expires_at) VALUES ('\\x01', 'moodle', now()) RETURNING 1)
       SELECT 1 / (count(*) - 1)::int AS never FROM written`,
    ),
  )
  for (const answer of await Promise.allSettled(failing))
    expect(answer).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
  expect(await db.alone('SELECT count(*)::int AS invites FROM lti_invites')).toEqual([{ invites: 0 }])
})

test('its plan outlives a table that grows, and texts that differ have plans of their own', async () => {
  const read = () => db.alone<{ name: string }>('SELECT family FROM lti_invites')
  expect(await read()).toEqual([])
  const owner = openOwner(fresh.url, pino({ level: 'silent' }))
  await owner.query('ALTER TABLE lti_invites ADD COLUMN note text')
  await owner.end()
  expect(await read()).toEqual([])
  expect(await db.alone('SELECT note FROM lti_invites')).toEqual([])
})
