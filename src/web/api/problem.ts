/** What went wrong, as the service tells it (RFC 9457), or that it could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly faults: readonly { at: string; message: string }[] = [],
    /** Seconds after which trying again makes sense. */
    readonly retryAfter: number | null = null,
    /** Under which the log of the service knows it. */
    readonly reference?: string,
  ) {
    super(message)
    this.name = 'Problem'
  }
}

interface Told {
  code?: string
  detail?: string
  instance?: string
  errors?: { at: string; message: string }[]
}

export const problemOf = ({ code, detail, instance, errors }: Told, retryAfter: number | null = null): Problem =>
  new Problem(code ?? 'internal', detail ?? 'Something went wrong.', errors, retryAfter, instance?.split('#')[1])

/** A failed fetch says nothing of why; whether this machine has a network is all that can be known. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof DOMException && thrown.name === 'AbortError') return new Problem('cancelled', 'Stopped.')
  if (thrown instanceof TypeError)
    return new Problem(navigator.onLine ? 'away' : 'offline', 'The service was not reached.')
  return new Problem('internal', thrown instanceof Error ? thrown.message : String(thrown))
}
