import { STATUS_CODES } from 'node:http'
import { z } from 'zod'
import { type AppError, type ErrorCode, errorStatus } from '../errors.js'

export const problemMediaType = 'application/problem+json'

/** RFC 9457. `code` is ours and stable; `detail` is written for the person who reads it. */
export const problemSchema = z.strictObject({
  type: z.string().describe('Where the problem is explained, relative to the service'),
  title: z.string(),
  status: z.int().min(400).max(599),
  code: z.enum(Object.keys(errorStatus) as [ErrorCode, ...ErrorCode[]]),
  detail: z.string(),
  instance: z.string().describe('This occurrence: the path, and the id under which the log knows it'),
  errors: z
    .array(
      z.strictObject({
        at: z.string().describe('A JSON pointer into the body, or the name of a parameter'),
        message: z.string(),
      }),
    )
    .optional(),
})
export type Problem = z.infer<typeof problemSchema>

/** What each code means, short: the `title` of a problem, and its line on the documentation page. */
export const problemTitles: Record<ErrorCode, string> = {
  invalid_request: 'The request is not well formed',
  unsafe_topic: 'The topic does not suit the grade',
  facts_needed: 'Too little is known of the topic',
  artist_style: 'A living artist’s style was asked for',
  existing_lyrics: 'Existing lyrics were asked for',
  unknown_genre: 'A genre is not known',
  genre_count: 'A mashup blends two to four genres',
  unauthenticated: 'Nobody is signed in',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  method_not_allowed: 'The method is not allowed here',
  not_acceptable: 'No such representation',
  conflict: 'In conflict with the present state',
  gone: 'No longer there',
  payload_too_large: 'The body is too large',
  unsupported_media_type: 'The body is of the wrong type',
  range_not_satisfiable: 'The range lies outside the file',
  too_many_requests: 'Too many requests',
  cancelled: 'Cancelled',
  internal: 'An error on our side',
  model_failed: 'No model could answer',
  unavailable: 'Not available at the moment',
  timeout: 'It took too long',
  storage_full: 'No space is left',
}

export const problemType = (code: ErrorCode): string => `/docs#problem-${code}`

/** An error as it is told to the outside; `path` without its query, which may hold what people wrote. */
export function toProblem(error: AppError, { path, requestId }: { path: string; requestId: string }): Problem {
  const status = errorStatus[error.code]
  return {
    type: problemType(error.code),
    title: problemTitles[error.code] ?? STATUS_CODES[status] ?? 'Error',
    status,
    code: error.code,
    detail: error.message,
    instance: `${path}#${requestId}`,
    ...(error.faults.length > 0 && { errors: error.faults }),
  }
}
