import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type pg from 'pg'
import { pino } from 'pino'
import { migrateDown, migrateUp } from '../../src/db/migrate.js'
import { openOwner } from '../../src/db/owner.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'

const log = pino({ level: 'silent' })
const folder = fileURLToPath(new URL('../../migrations', import.meta.url))
let fresh: FreshDatabase
let owner: pg.Pool

beforeAll(async () => {
  fresh = await freshDatabase({ migrated: false })
  owner = openOwner(fresh.url, log)
})
afterAll(async () => {
  await owner.end()
  await fresh.drop()
})

/** All that is in the database but for what PostgreSQL itself lays, in words that can be compared. */
async function shape(): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(`
    SELECT format('column %s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS what
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('policy %s %s %s', tablename, policyname, qual) FROM pg_policies
    UNION ALL SELECT format('function %s', oid::regprocedure) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT format('grant %s %s %s', table_name, grantee, privilege_type) FROM information_schema.role_table_grants WHERE table_schema = 'public'
    UNION ALL SELECT format('schema %s', nspname) FROM pg_namespace WHERE nspname = 'graphile_worker'
    ORDER BY what`)
  return rows.map(({ what }) => what)
}

describe('migrations', () => {
  test('go up, down to nothing, and up again to the same', async () => {
    const nothing = await shape()
    const names = await migrateUp({ owner, folder, log })
    const all = await shape()
    expect(names[0]).toBe('0001-ground')
    expect(all.some((what) => what.startsWith('policy songs tenant'))).toBe(true)

    expect(await migrateDown({ owner, folder }, { all: true })).toEqual([...names].reverse())
    expect(await shape()).toEqual(nothing)

    expect(await migrateUp({ owner, folder, log })).toEqual(names)
    expect(await shape()).toEqual(all)
  })

  test('each goes down and up by itself', async () => {
    const all = await shape()
    const names: string[] = []
    for (
      let undone = await migrateDown({ owner, folder });
      undone.length > 0;
      undone = await migrateDown({ owner, folder })
    ) {
      names.unshift(...undone)
    }
    expect(await migrateUp({ owner, folder, log })).toEqual(names)
    expect(await shape()).toEqual(all)
    expect(await migrateUp({ owner, folder, log })).toEqual([])
  })

  test('two processes that migrate at once do it once', async () => {
    const names = await migrateDown({ owner, folder }, { all: true })
    const second = openOwner(fresh.url, log)
    try {
      const done = await Promise.all([migrateUp({ owner, folder, log }), migrateUp({ owner: second, folder, log })])
      expect(done.flat().sort()).toEqual([...names].sort())
    } finally {
      await second.end()
    }
  })
})
