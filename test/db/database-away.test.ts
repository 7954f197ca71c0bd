import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emptyCheckpoint } from '@langchain/langgraph'
import type pg from 'pg'
import { pino } from 'pino'
import { z } from 'zod'
import { Cluster } from '../../integrations/postgres/cluster.js'
import { createCheckpoints } from '../../src/db/checkpoints.js'
import { Database } from '../../src/db/database.js'
import { migrateUp } from '../../src/db/migrate.js'
import { Tenant } from '../../src/db/models/tenant.js'
import { openOwner } from '../../src/db/owner.js'
import { isAway } from '../../src/db/trouble.js'
import { localTenant } from '../../src/domain/tenant.js'
import { createJobs, type Job } from '../../src/jobs.js'

const log = pino({ level: 'silent' })
let folder: string
let cluster: Cluster
let url: string
let owner: pg.Pool
let db: Database

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lmm-away-'))
  await chmod(folder, 0o755)
  cluster = new Cluster(folder)
  await cluster.start()
  url = String(await cluster.url())
  owner = openOwner(url, log)
  await migrateUp({ owner, folder: fileURLToPath(new URL('../../migrations', import.meta.url)), log })
  db = new Database({ url, log })
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

const count = () => db.inTenant(localTenant, (tx) => db.of(Tenant).count({ transaction: tx }))

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve))
}

/** A server that lets somebody in and stops in the same breath (PostgreSQL, "Message Formats": R, Z, E). */
const fleeting = createServer((socket) => {
  const fatal = 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'
  const message = (type: string, body: Buffer) => {
    const size = Buffer.alloc(4)
    size.writeInt32BE(4 + body.length)
    return Buffer.concat([Buffer.from(type), size, body])
  }
  socket.once('data', () =>
    socket.end(
      Buffer.concat([message('R', Buffer.alloc(4)), message('Z', Buffer.from('I')), message('E', Buffer.from(fatal))]),
    ),
  )
})

describe('a database that goes away', () => {
  test('is said to be away within seconds, in whatever state it catches us, and comes back by itself', async () => {
    expect([await count(), await db.ready()]).toEqual([1, true])
    const caught = db.inTenant(localTenant, async (tx) => {
      await cluster.stop()
      await db.of(Tenant).count({ transaction: tx })
    })
    await expect(caught).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })

    const started = performance.now()
    const failures = await Promise.all(Array.from({ length: 20 }, () => count().catch((error: unknown) => error)))
    for (const failure of failures) expect(failure).toMatchObject({ code: 'unavailable' })
    await expect(db.alone('SELECT 1')).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })
    expect(await db.ready()).toBe(false)
    expect(performance.now() - started).toBeLessThan(6000)

    await cluster.start()
    expect([await count(), await db.ready()]).toEqual([1, true])
    expect(await db.alone('SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('is said to be away, too, when it goes in the moment in which a connection is made', async () => {
    await once(fleeting.listen(0, '127.0.0.1'), 'listening')
    const { port } = fleeting.address() as AddressInfo
    const unlucky = new Database({ url: `postgres://lmm@127.0.0.1:${port}/lmm`, log })
    await expect(unlucky.outsideTenants(async () => 1)).rejects.toMatchObject({ code: 'unavailable', retryAfter: 5 })
    await unlucky.close()
    fleeting.close()
  })

  test('is heard again by those who listen', async () => {
    const heard: string[] = []
    const stop = await db.listen('news', (payload) => heard.push(payload))
    await owner.query(`NOTIFY news, 'before'`)
    await until(async () => heard.includes('before'))
    await cluster.stop()
    await cluster.start()
    await until(async () => {
      await owner.query(`NOTIFY news, 'after'`).catch(() => {})
      return heard.includes('after')
    })
    await stop()
  })

  test('ends a workflow that is saving just then, and not the process; the next one saves', async () => {
    const { open, close } = createCheckpoints(url, log)
    const saver = await open()
    const thread = { configurable: { thread_id: 'cut', checkpoint_ns: '' } }
    const save = () => saver.put(thread, emptyCheckpoint(), { source: 'input', step: -1, parents: {} }, {})
    const held = await owner.connect()
    await held.query('BEGIN; LOCK TABLE lmm_workflow.checkpoints')
    const caught = save().catch((error: unknown) => error)
    const its = `application_name = 'lmm workflow' AND wait_event_type = 'Lock'`
    const isWaiting = async () => (await owner.query(`SELECT FROM pg_stat_activity WHERE ${its}`)).rowCount === 1
    await until(isWaiting)
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${its}`)
    expect(isAway(await caught)).toBe(true)

    await held.query('ROLLBACK')
    held.release()
    await expect(save()).resolves.toMatchObject({ configurable: { thread_id: 'cut' } })
    await close()
  })

  test('keeps its jobs, and the worker takes them up again', async () => {
    const note: Job<{ n: number }> = { name: 'note', payload: z.strictObject({ n: z.int() }) }
    const jobs = createJobs({ owner, db, log, patienceMs: 50 })
    const seen = new Set<number>()
    jobs.handle(note, async ({ n }) => {
      // In the middle of this job its database goes, and the worker cannot say that it is done.
      if (n === 1 && seen.size === 0) await cluster.stop()
      seen.add(n)
    })
    await jobs.start()
    await db.inTenant(localTenant, (tx) => jobs.enqueue(tx, note, { n: 1 }))
    await until(async () => seen.has(1))
    await cluster.start()
    await until(async () => {
      const enqueued = db.inTenant(localTenant, (tx) => jobs.enqueue(tx, note, { n: 2 }, { key: 'two' }))
      return await enqueued.then(
        () => true,
        () => false,
      )
    })
    const left = async () => (await owner.query('SELECT id FROM graphile_worker.jobs')).rows.length
    await until(async () => seen.has(2) && (await left().catch(() => 1)) === 0)
    await jobs.stop()
  }, 30_000)
})
