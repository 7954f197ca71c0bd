import { asAppError } from '../../src/errors.js'
import { render } from '../../src/score/render.js'
import type { Task, Told } from './task.js'

/** One file in a worker thread. Errors travel as plain values: a thread's copy of an error is no AppError. */
export default async function work({ song, wanted }: Task): Promise<Told> {
  try {
    // A copy without slack: a pooled Buffer would take its whole pool along.
    return { ok: true, bytes: Uint8Array.from(await render(song, wanted)) }
  } catch (thrown) {
    const { code, message, cause } = asAppError(thrown)
    return { ok: false, code, message, stack: String(cause instanceof Error ? cause.stack : cause) }
  }
}
