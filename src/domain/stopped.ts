import { AppError } from '../errors.js'

/** Why a raised signal stopped the work: `timeout` when a clock raised it, else `cancelled`, or the AppError it was raised with. */
export function stopped(signal: AbortSignal): AppError {
  const reason: unknown = signal.reason
  if (reason instanceof AppError) return reason
  if (reason instanceof DOMException && reason.name === 'TimeoutError') {
    return new AppError('timeout', 'It took too long and was stopped.', { cause: reason })
  }
  return new AppError('cancelled', 'It was cancelled.', { cause: reason })
}

/**
 * The work's result, or its rejection at once when the signal is raised, whether or not the work listens to the signal.
 * Work that is left behind may fail unheard.
 */
export async function unlessStopped<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (signal.aborted) throw stopped(signal)
  let stop = () => {}
  const raised = new Promise<never>((_, reject) => {
    stop = () => reject(stopped(signal))
    signal.addEventListener('abort', stop, { once: true })
  })
  const running = work()
  running.catch(() => {})
  try {
    return await Promise.race([running, raised])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/**
 * Does work under a signal that is raised with the given one, or when `ms` milliseconds are over. Clock and listener end with
 * the work: signals of the platform's own (`AbortSignal.timeout`, `any`) would be kept until their time is over, song by song.
 */
export async function within<T>(
  ms: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController()
  const pass = () => own.abort(signal?.reason)
  const timer = setTimeout(() => own.abort(new DOMException('The time is over.', 'TimeoutError')), ms)
  if (signal?.aborted) pass()
  else signal?.addEventListener('abort', pass, { once: true })
  try {
    return await work(own.signal)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', pass)
  }
}
