import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type pg from 'pg'
import { pino } from 'pino'
import { z } from 'zod'
import { Database } from '../../src/db/database.js'
import { ApiToken } from '../../src/db/models/api-token.js'
import { openOwner } from '../../src/db/owner.js'
import { localTenant } from '../../src/domain/tenant.js'
import { createJobs, type Job, type JobRun, type Jobs } from '../../src/jobs.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'

const log = pino({ level: 'silent' })
const note: Job<{ text: string }> = { name: 'note', payload: z.strictObject({ text: z.string() }) }

let fresh: FreshDatabase
let db: Database
let owner: pg.Pool
let jobs: Jobs

beforeAll(async () => {
  fresh = await freshDatabase()
  db = new Database({ url: fresh.url, log })
  owner = openOwner(fresh.url, log)
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await fresh.drop()
})
beforeEach(() => {
  jobs = createJobs({ owner, db, log, patienceMs: 50 })
})
afterEach(async () => {
  await jobs.stop()
  await owner.query('DELETE FROM graphile_worker._private_jobs')
})

/** A handler, and what it was called with, call by call. */
function heard<P>(work: (payload: P, run: JobRun) => Promise<void> = async () => {}) {
  const calls: P[] = []
  const waiting: (() => void)[] = []
  return {
    calls,
    handler: async (payload: P, run: JobRun) => {
      calls.push(payload)
      for (const wake of waiting.splice(0)) wake()
      await work(payload, run)
    },
    until: async (count: number) => {
      while (calls.length < count) await new Promise<void>((resolve) => waiting.push(resolve))
    },
  }
}

const queued = async () => (await owner.query('SELECT attempts, locked_by FROM graphile_worker.jobs')).rows
const enqueue = (text: string, options = {}) =>
  db.inTenant(localTenant, (tx) => jobs.enqueue(tx, note, { text }, options))

describe('jobs', () => {
  test('long ones that fill all their slots keep no short one waiting', async () => {
    const song: Job<{ text: string }> = { name: 'song', payload: note.payload, long: true }
    let finish = () => {}
    const held = new Promise<void>((resolve) => {
      finish = resolve
    })
    const songs = heard<{ text: string }>(() => held)
    const notes = heard<{ text: string }>()
    jobs.handle(song, songs.handler)
    jobs.handle(note, notes.handler)
    await jobs.start()
    await db.inTenant(localTenant, async (tx) => {
      for (let n = 0; n < 9; n++) await jobs.enqueue(tx, song, { text: String(n) })
    })
    await songs.until(4)
    await enqueue('a grade')
    await notes.until(1)
    expect([songs.calls.length, notes.calls]).toEqual([4, [{ text: 'a grade' }]])
    finish()
  })

  test('a job is there if, and only if, its row is', async () => {
    const { calls, handler, until } = heard<{ text: string }>()
    jobs.handle(note, handler)
    await jobs.start()
    const write = (id: string, then: () => Promise<void>) =>
      db.inTenant(localTenant, async (tx) => {
        const row = { id, name: 'n', person: 'p', role: 'teacher' as const, scopes: null, expiresAt: new Date() }
        await db.of(ApiToken).create(row, { transaction: tx })
        await jobs.enqueue(tx, note, { text: id })
        await then()
      })
    const [kept, undone] = [randomUUID(), randomUUID()]
    const failure = new Error('later in the same transaction')
    await expect(write(undone, async () => Promise.reject(failure))).rejects.toBe(failure)
    await write(kept, async () => {})
    await until(1)
    expect(calls).toEqual([{ text: kept }])
    const rows = await db.inTenant(localTenant, (tx) => db.of(ApiToken).findAll({ transaction: tx }))
    expect(rows.map(({ id }) => id)).toEqual([kept])
  })

  test('a payload of the wrong shape is refused when it is enqueued', async () => {
    const wrong = db.inTenant(localTenant, (tx) => jobs.enqueue(tx, note, { text: 7 } as never))
    await expect(wrong).rejects.toThrow()
    expect(await queued()).toEqual([])
  })

  test('a job of the same key that has not begun is replaced', async () => {
    const { calls, handler, until } = heard<{ text: string }>()
    await enqueue('first', { key: 'k' })
    await enqueue('second', { key: 'k' })
    jobs.handle(note, handler)
    await jobs.start()
    await until(1)
    expect(calls).toEqual([{ text: 'second' }])
  })

  test('a job for later waits, and the jobs of one queue go one by one in their order', async () => {
    let atOnce = 0
    let most = 0
    const { calls, handler, until } = heard<{ text: string }>(async () => {
      most = Math.max(most, ++atOnce)
      await new Promise((resolve) => setImmediate(resolve))
      atOnce--
    })
    await enqueue('tomorrow', { runAt: new Date(Date.now() + 86_400_000) })
    for (const text of ['a', 'b', 'c']) await enqueue(text, { queue: 'in line' })
    jobs.handle(note, handler)
    await jobs.start()
    await until(3)
    expect([calls.map(({ text }) => text), most]).toEqual([['a', 'b', 'c'], 1])
  })

  test('a job that fails is tried again', async () => {
    const attempts: number[] = []
    const { handler, until } = heard<{ text: string }>(async (_, { attempt }) => {
      attempts.push(attempt)
      if (attempt === 1) throw new Error('the first try')
    })
    jobs.handle(note, handler)
    await jobs.start()
    await enqueue('again')
    await until(2)
    expect(attempts).toEqual([1, 2])
  })

  test('a stop lets short work finish', async () => {
    let done = false
    const { handler, until } = heard<{ text: string }>(async () => {
      await new Promise((resolve) => setImmediate(resolve))
      done = true
    })
    jobs.handle(note, handler)
    await jobs.start()
    await enqueue('short')
    await until(1)
    await jobs.stop()
    expect([done, await queued()]).toEqual([true, []])
  })

  test('a stop gives long work back, and the next start goes on with it', async () => {
    const long = heard<{ text: string }>(
      (_, { signal }) =>
        new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')))),
    )
    jobs.handle(note, long.handler)
    await jobs.start()
    await enqueue('long')
    await long.until(1)
    await jobs.stop()
    expect(await queued()).toEqual([{ attempts: 0, locked_by: null }])

    const next = createJobs({ owner, db, log, patienceMs: 50 })
    const { calls, handler, until } = heard<{ text: string }>()
    next.handle(note, handler)
    await next.start()
    await until(1)
    await next.stop()
    expect([calls, await queued()]).toEqual([[{ text: 'long' }], []])
  })

  test('what a killed process left locked is given back at the next start, and what a living one works on is not', async () => {
    await enqueue('left behind')
    await owner.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = 'worker-of-the-dead', locked_at = now(), attempts = 1`,
    )
    let finish: () => void = () => {}
    const living = heard<{ text: string }>((payload) =>
      payload.text === 'in work' ? new Promise((resolve) => (finish = resolve)) : Promise.resolve(),
    )
    jobs.handle(note, living.handler)
    await jobs.start()
    await living.until(1)
    await enqueue('in work')
    await living.until(2)

    const second = createJobs({ owner, db, log, patienceMs: 50 })
    const other = heard<{ text: string }>()
    second.handle(note, other.handler)
    await second.start()
    expect((await queued()).filter(({ locked_by }) => locked_by)).toHaveLength(1)
    finish()
    await second.stop()
    expect([living.calls.map(({ text }) => text), other.calls]).toEqual([['left behind', 'in work'], []])
  })

  test('two handlers for one job are one too many', () => {
    jobs.handle(note, async () => {})
    expect(() => jobs.handle(note, async () => {})).toThrow(/note/)
  })
})
