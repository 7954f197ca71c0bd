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
