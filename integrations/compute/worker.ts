import { asAppError } from '../../src/errors.js'
import { heavy } from '../../src/music/heavy.js'
import type { Task, Told } from './task.js'

/** One piece of work in a worker thread. Errors travel as plain values: a thread's copy of an error is no AppError. */
export default function work({ name, input, dropped }: Task): Told {
  if (Atomics.load(dropped, 0) === 1) return { ok: false, code: 'cancelled', message: 'It was cancelled.', stack: '' }
  try {
    return { ok: true, value: (heavy[name] as (value: unknown) => unknown)(input) }
  } catch (thrown) {
    const { code, message, cause } = asAppError(thrown)
    return { ok: false, code, message, stack: String(cause instanceof Error ? cause.stack : cause) }
  }
}
