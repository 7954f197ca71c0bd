import { stopped } from '../../src/domain/stopped.js'
import { AppError } from '../../src/errors.js'

export interface Patience {
  /** Milliseconds until the first sign of life: a model may have to be loaded and the prompt read. */
  first: number
  /** Milliseconds of silence between two signs of life. */
  quiet: number
  /** Characters after which an answer counts as endless. */
  characters: number
}

const stall = (ms: number) => new AppError('timeout', `stopped answering: nothing came for ${ms / 1000} s`)

/**
 * Hears an answer to its end. Rejects with `timeout` when nothing comes for too long, `model_failed` when it does not end,
 * and at once with what stopped it when the signal is raised, whether or not the stream listens to its own signal.
 */
export async function listen(
  open: (signal: AbortSignal) => AsyncIterable<string>,
  {
    signal,
    patience,
    onToken,
  }: { signal: AbortSignal; patience: Patience; onToken?: ((text: string) => void) | undefined },
): Promise<string> {
  if (signal.aborted) throw stopped(signal)
  const hangUp = new AbortController()
  const line = AbortSignal.any([signal, hangUp.signal])
  const cut = new Promise<never>((_, reject) =>
    line.addEventListener('abort', () => reject(stopped(line)), { once: true }),
  )
  cut.catch(() => {})
  const wait = (ms: number) => setTimeout(() => hangUp.abort(stall(ms)), ms)
  let timer = wait(patience.first)
  const words = open(line)[Symbol.asyncIterator]()
  let answer = ''
  try {
    for (;;) {
      const heard = words.next()
      heard.catch(() => {})
      const next = await Promise.race([heard, cut])
      if (next.done) return answer
      clearTimeout(timer)
      timer = wait(patience.quiet)
      answer += next.value
      if (answer.length > patience.characters) {
        throw new AppError('model_failed', `gave an answer without an end (over ${patience.characters} characters)`)
      }
      if (next.value) onToken?.(next.value)
    }
  } catch (thrown) {
    throw line.aborted ? stopped(line) : thrown
  } finally {
    clearTimeout(timer)
    hangUp.abort()
  }
}
