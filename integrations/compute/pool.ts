import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { stopped, unlessStopped, within } from '../../src/domain/stopped.js'
import { AppError } from '../../src/errors.js'
import type { Compute } from '../../src/ports.js'
import type { Task, Told } from './task.js'

/** Milliseconds after which a piece of work is taken to hang, and its thread is ended. */
const longest = 30_000
/** Pieces of work that may wait: beyond it a song would be late anyhow, and it is kinder to say so at once. */
const mostWaiting = 2_000
/** Milliseconds an idle thread beyond the first is kept. Each holds its own dictionary. */
const idle = 60_000

interface PoolOptions {
  threads?: number
  /** The thread's file where it can make whole songs too. */
  songWorker?: URL
}

/**
 * Threads by the number of cores less one, which is the event loop's; one of them stays warm from the first piece of work on. A
 * cancelled piece of work rejects at once; one that has not begun is dropped, one that runs is let finish, since to end its
 * thread would cost more than the milliseconds that are left.
 */
export function poolCompute({ threads = availableParallelism() - 1, songWorker }: PoolOptions = {}): Compute {
  let opened: Piscina<Task, Told> | undefined
  // With the first work, not with the service: a thread takes a second of processor time to load.
  const open = () =>
    new Piscina<Task, Told>({
      filename: (songWorker ?? new URL('./worker.js', import.meta.url)).href,
      minThreads: 1,
      maxThreads: Math.max(1, threads),
      idleTimeout: idle,
    })

  async function told(task: Task): Promise<Told> {
    opened ??= open()
    const pool = opened
    if (pool.queueSize >= mostWaiting) {
      throw new AppError('unavailable', 'Too many songs are being made just now. Please try again in a moment.', {
        retryAfter: 5,
      })
    }
    return within(longest, undefined, (hangs) =>
      pool.run(task, { signal: hangs }).catch((cause: unknown) => {
        throw hangs.aborted ? new AppError('timeout', 'Composing took too long and was stopped.', { cause }) : cause
      }),
    )
  }

  async function run(name: Task['name'], input: unknown, signal?: AbortSignal): Promise<never> {
    const dropped = new Int32Array(new SharedArrayBuffer(4))
    const work = () => told({ name, input, dropped })
    const drop = () => Atomics.store(dropped, 0, 1)
    signal?.addEventListener('abort', drop, { once: true })
    try {
      const result = signal ? await unlessStopped(signal, work) : await work()
      if (result.ok) return result.value as never
      if (signal?.aborted) throw stopped(signal)
      throw new AppError(result.code, result.message, { cause: new Error(result.stack) })
    } finally {
      signal?.removeEventListener('abort', drop)
    }
  }

  return {
    run,
    ...(songWorker && { song: (parts, signal) => run('song', parts, signal) }),
    close: async () => opened?.close(),
  }
}
