import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Logger } from '../logger.js'

/**
 * graphile-worker gives a killed worker's jobs back after four hours. Here each living worker holds an advisory lock named
 * after it, on a connection that dies with its process: a job whose worker's lock is free was left behind, and is given back.
 */
export interface WorkerVigil {
  /** Locks for a worker; before it takes a job, it waits for `ready`. */
  keep(worker: string): void
  /** The worker is no more, though the process lives on: what it had is given back. */
  drop(worker: string): void
  /** Resolves when all locks are held: at once, or when the database is back. */
  ready(): Promise<void>
  close(): Promise<void>
}

const space = `hashtext('lmm worker')`
const lock = `SELECT pg_advisory_lock(${space}, hashtext(name)) FROM unnest($1::text[]) AS name`
const unlock = `SELECT pg_advisory_unlock(${space}, hashtext($1))`
const giveBack = `
  WITH absent AS MATERIALIZED (
    SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs WHERE locked_by IS NOT NULL AND NOT locked_by = ANY ($1)
  ), dead AS MATERIALIZED (
    SELECT worker FROM absent WHERE pg_try_advisory_xact_lock(${space}, hashtext(worker))
  )
  SELECT graphile_worker.force_unlock_workers(array_agg(worker)), count(*)::int AS workers FROM dead HAVING count(*) > 0`

export async function keepVigil(owner: pg.Pool, log: Logger, everyMs = 5000): Promise<WorkerVigil> {
  const workers = new Set<string>()
  let closed = false

  const open = async (): Promise<pg.PoolClient> => {
    const client = await owner.connect()
    try {
      await client.query(lock, [[...workers]])
      client.once('error', () => lose(client))
      return client
    } catch (error) {
      client.release(true)
      throw error
    }
  }
  /** For ever, until there is one; `null` once closed. */
  const connect = async (): Promise<pg.PoolClient | null> => {
    while (!closed) {
      const client = await open().catch((err: unknown) =>
        log.debug({ err }, 'the queue cannot be watched; trying again'),
      )
      if (client) return client
      await pause(500, undefined, { ref: false })
    }
    return null
  }
  let connection = connect()
  let current = await connection

  const lose = (client: pg.PoolClient) => {
    if (client !== current || closed) return
    current = null
    client.release(true)
    connection = connect().then((next) => {
      current = next
      return next
    })
  }
  let line: Promise<unknown> = connection
  /** One statement after the other, in the order of the calls. */
  const say = (sql: string, values: unknown[]) => {
    const said = line.then(async () => {
      const client = await connection
      try {
        return await client?.query<{ workers?: number }>(sql, values)
      } catch {
        if (client) lose(client)
        return undefined
      }
    })
    line = said
    return said
  }
  const rescue = async () => {
    const left = await say(giveBack, [[...workers]])
    if (left?.rows[0])
      log.warn({ workers: left.rows[0].workers }, 'jobs that a dead worker left behind were given back')
  }

  await rescue()
  const timer = setInterval(() => void rescue(), everyMs)
  return {
    keep(worker) {
      workers.add(worker)
      void say(lock, [[worker]])
    },
    drop(worker) {
      workers.delete(worker)
      void say(unlock, [worker])
      void rescue()
    },
    async ready() {
      if (closed) return
      await line
      await connection
    },
    async close() {
      closed = true
      clearInterval(timer)
      await line
      // The locks end with the connection.
      ;(await connection)?.release(true)
    },
  }
}
