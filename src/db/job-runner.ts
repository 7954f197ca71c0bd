import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type pg from 'pg'
import type { Logger } from '../logger.js'
import { queueLogger } from './queue-logger.js'
import { keepVigil } from './worker-vigil.js'

interface Options {
  owner: pg.Pool
  log: Logger
  tasks: TaskList
  concurrency: number
  patienceMs: number
}

export interface JobRunner {
  /** Resolves when nothing runs any more. What its signal stopped has been given back. */
  stop(): Promise<void>
}

const again = 'SELECT graphile_worker.reschedule_jobs($1::bigint[], run_at => now(), attempts => $2::int)'

/** Runs graphile-worker, and runs it anew when it ends by itself. */
export async function runJobs({ owner, log, tasks, concurrency, patienceMs }: Options): Promise<JobRunner> {
  const vigil = await keepVigil(owner, log)
  const events: WorkerEvents = new EventEmitter()
  /** Jobs that a stop cut short, by id, with the attempts they had before. */
  const cutShort = new Map<string, number>()
  let stopping = false
  let renewing = false

  const open = (): Promise<Runner> =>
    run({
      pgPool: owner,
      taskList: tasks,
      parsedCronItems: [],
      concurrency,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: patienceMs,
      events,
      logger: queueLogger(log),
      // Asked, and waited for, before each job is taken: no worker holds one that the vigil has no lock for.
      forbiddenFlags: async () => {
        await vigil.ready()
        return null
      },
    })

  const openAgain = async (): Promise<Runner | null> => {
    for (let delay = 250; !stopping; delay = Math.min(delay * 2, 5000)) {
      const next = await open().catch((err: unknown) => log.warn({ err }, 'the queue cannot be worked; trying again'))
      if (next) return next
      await pause(delay, undefined, { ref: false })
    }
    return null
  }

  events.on('worker:create', ({ worker }) => vigil.keep(worker.workerId))
  events.on('job:error', ({ job, error }) => {
    if (stopping) cutShort.set(String(job.id), job.attempts - 1)
    else log.error({ err: error, job: job.task_identifier, attempt: job.attempts }, 'a job failed')
  })
  // A worker that cannot say how its job ended (the database is away) ends itself, and graphile-worker puts nobody in its place.
  events.on('worker:fatalError', ({ worker }) => {
    vigil.drop(worker.workerId)
    if (stopping || renewing) return
    renewing = true
    log.warn('a worker ended; the queue is opened anew')
    runner = runner
      .then((broken) => broken?.stop())
      .catch(() => {})
      .then(openAgain)
      .finally(() => {
        renewing = false
      })
  })

  let runner: Promise<Runner | null> = open()
  await runner
  return {
    async stop() {
      stopping = true
      const last = await runner
      await last?.stop()
      await vigil.close()
      // A stop is no failure of theirs: the next start goes on with them at once, and the attempt does not count.
      for (const [id, attempts] of cutShort) {
        await owner.query(again, [[id], attempts])
      }
    },
  }
}
