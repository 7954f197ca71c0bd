import type { TaskList } from 'graphile-worker'
import type pg from 'pg'
import type { z } from 'zod'
import type { Database, Tx } from './db/database.js'
import { type JobRunner, runJobs } from './db/job-runner.js'
import type { Logger } from './logger.js'

/** Work that must not be lost: its name, and what it is told. Whoever enqueues it knows no more of it than this. */
export interface Job<P> {
  readonly name: string
  readonly payload: z.ZodType<P>
  /** It takes as long as a model takes. Such jobs have slots of their own, so that no grade waits for a song. */
  readonly long?: true
}

export interface JobRun {
  /** Raised when the process has to stop before the job is done; it is then given back and run again later. */
  signal: AbortSignal
  /** Counts from 1. */
  attempt: number
}

export type JobHandler<P> = (payload: P, run: JobRun) => Promise<void>

export interface EnqueueOptions {
  /** A job of the same key that has not begun is replaced. */
  key?: string
  runAt?: Date
  /** 25 if not said; from try to try it waits longer, up to days. */
  maxAttempts?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
}

export interface Jobs {
  /** In the caller's transaction: the job is there if, and only if, the row it is about is. */
  enqueue<P>(tx: Tx, job: Job<P>, payload: P, options?: EnqueueOptions): Promise<void>
  /** Says who does a job; before `start`. A handler that rejects is called again later. */
  handle<P>(job: Job<P>, handler: JobHandler<P>): void
  /** Begins to work. */
  start(): Promise<void>
  /** Takes no more, lets what runs finish for a while, then raises its signal; resolves when nothing runs. */
  stop(): Promise<void>
}

interface Options {
  /** Where the queue is; see openOwner. */
  owner: pg.Pool
  db: Database
  log: Logger
  /** Jobs that run at once in this process: so many that are long, and so many that are not. */
  concurrency?: number
  /** How long running jobs may go on after `stop`, before their signal is raised. */
  patienceMs?: number
}

/** graphile-worker behind `Jobs`. Delivery is at least once: a handler must bear to be called again for the same payload. */
export function createJobs({ owner, db, log, concurrency = 4, patienceMs = 10_000 }: Options): Jobs {
  const long: TaskList = {}
  const short: TaskList = {}
  const runners: Promise<JobRunner>[] = []

  return {
    async enqueue(tx, { name, payload: schema }, payload, { key, runAt, maxAttempts, queue } = {}) {
      const told = JSON.stringify(schema.parse(payload))
      const values = [name, told, key ?? null, runAt?.toISOString() ?? null, maxAttempts ?? null, queue ?? null]
      await db.query(tx, 'SELECT lmm_enqueue($1, $2::json, $3, $4::timestamptz, $5::int, $6)', values)
    },
    handle({ name, payload: schema, long: isLong }, handler) {
      if (name in long || name in short) throw new Error(`Two handlers for the job ${name}`)
      const tasks = isLong ? long : short
      tasks[name] = async (told, { job, abortSignal }) => {
        const signal = abortSignal ?? new AbortController().signal
        await handler(schema.parse(told), { signal, attempt: job.attempts })
      }
    },
    async start() {
      if (runners.length > 0) return
      for (const tasks of [long, short])
        if (Object.keys(tasks).length > 0) runners.push(runJobs({ owner, log, tasks, concurrency, patienceMs }))
      await Promise.all(runners)
    },
    async stop() {
      // One that could not be opened has nothing to stop.
      const last = await Promise.allSettled(runners.splice(0))
      await Promise.all(last.map(async (runner) => (runner.status === 'fulfilled' ? await runner.value.stop() : null)))
    },
  }
}
