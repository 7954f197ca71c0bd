import { asAppError } from '../../src/errors.js'
import type { Task, Told } from './task.js'

/** One piece of work in a worker thread. Errors travel as plain values: a thread's copy of an error is no AppError. */
export async function carryOut(table: object, { name, input, dropped }: Task): Promise<Told> {
  if (Atomics.load(dropped, 0) === 1) return { ok: false, code: 'cancelled', message: 'It was cancelled.', stack: '' }
  try {
    const work = (table as Record<Task['name'], (value: unknown) => unknown>)[name]
    return { ok: true, value: await work(input) }
  } catch (thrown) {
    const { code, message, cause } = asAppError(thrown)
    return { ok: false, code, message, stack: String(cause instanceof Error ? cause.stack : cause) }
  }
}
