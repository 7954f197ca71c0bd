/** What may go wrong, by code. The number is the HTTP status that a web surface answers with (RFC 9110). */
export const errorStatus = {
  invalid_request: 400,
  unsafe_topic: 422,
  facts_needed: 422,
  artist_style: 422,
  existing_lyrics: 422,
  unknown_genre: 422,
  genre_count: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  conflict: 409,
  gone: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  range_not_satisfiable: 416,
  too_many_requests: 429,
  cancelled: 499,
  internal: 500,
  model_failed: 502,
  unavailable: 503,
  timeout: 504,
  storage_full: 507,
} as const

export type ErrorCode = keyof typeof errorStatus

/** One place of an input that was wrong: where (a JSON pointer or an option's name) and what to do about it. */
export interface Fault {
  at: string
  message: string
}

interface Extras {
  cause?: unknown
  faults?: Fault[]
  /** Seconds after which trying again makes sense. */
  retryAfter?: number
  /** A finer name than the code, where a surface tells its cases apart: "state_used". */
  reason?: string
}

/**
 * The project's one error. `message` is written for the person who reads it and holds no secret and no personal data;
 * what went wrong inside travels as `cause` and is seen in the log alone.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly faults: Fault[]
  readonly retryAfter: number | undefined
  readonly reason: string | undefined

  constructor(code: ErrorCode, message: string, { cause, faults = [], retryAfter, reason }: Extras = {}) {
    super(message, { cause })
    this.name = 'AppError'
    this.code = code
    this.faults = faults
    this.retryAfter = retryAfter
    this.reason = reason
  }
}

/** Any thrown value as an AppError; one that we did not raise becomes `internal` and keeps the original as its cause. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  return new AppError('internal', 'Something went wrong on our side. Please try again.', { cause: thrown })
}
