import express, { type Request, type Response } from 'express'
import type { z } from 'zod'
import { plainFault } from '../domain/plain-fault.js'
import { AppError, type ErrorCode, type Fault } from '../errors.js'

export const bodyLimit = 64 * 1024

/** Not inflated: a few compressed bytes would otherwise grow past the limit before it is seen. */
const parseJson = express.json({ limit: bodyLimit, inflate: false, type: 'application/json', strict: false })

const bodyErrors: Record<string, [ErrorCode, string]> = {
  'entity.too.large': ['payload_too_large', 'The body is larger than 64 KB.'],
  'entity.parse.failed': ['invalid_request', 'The body is not valid JSON.'],
  'encoding.unsupported': ['unsupported_media_type', 'Send the body without a content encoding.'],
  'charset.unsupported': ['unsupported_media_type', 'Send the body in UTF-8.'],
  'request.size.invalid': ['invalid_request', 'The body is not as long as its Content-Length says.'],
  'request.aborted': ['cancelled', 'The request was broken off.'],
}

/** Express's and body-parser's own errors (http-errors with a `type`) as ours; everything else is left as it is. */
export function fromHttpError(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error) || !('status' in thrown)) return thrown
  const [code, message] = bodyErrors['type' in thrown ? String(thrown.type) : ''] ?? []
  if (code && message) return new AppError(code, message, { cause: thrown })
  // What is left of 4xx is a path that does not decode (RFC 3986, 2.1) or the like.
  return Number(thrown.status) < 500
    ? new AppError('invalid_request', 'The request cannot be read.', { cause: thrown })
    : thrown
}

async function readJson(req: Request, res: Response): Promise<unknown> {
  // `null`: there is no body, of whatever type.
  if (req.is('application/json') === false) {
    throw new AppError('unsupported_media_type', 'Send a JSON body with "Content-Type: application/json".')
  }
  await new Promise<void>((resolve, reject) => {
    parseJson(req, res, (error?: unknown) => (error ? reject(error as Error) : resolve()))
  })
  return req.body
}

const pointer = (path: PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Unknown keys are told one by one, at their own place. */
function faultsOf(error: z.ZodError, at: (path: PropertyKey[]) => string): Fault[] {
  const faults = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ at: at([...issue.path, key]), message: 'is not known here' }))
      : [{ at: at(issue.path), message: issue.message }],
  )
  return faults.slice(0, 20)
}

function parse<T>(schema: z.ZodType<T>, value: unknown, at: (path: PropertyKey[]) => string): T {
  const result = schema.safeParse(value, { error: plainFault })
  if (result.success) return result.data
  const faults = faultsOf(result.error, at)
  const first = faults[0]
  const where = first?.at ? `${first.at}: ` : 'The body '
  throw new AppError('invalid_request', `${where}${first?.message ?? 'The request is not as described.'}`, { faults })
}

/** JSON that somebody sent, by whatever way. Refuses with `invalid_request`, each fault at its JSON pointer. */
export const parseBody = <T>(schema: z.ZodType<T>, value: unknown): T => parse(schema, value, pointer)

interface Schemas {
  params?: z.ZodType
  query?: z.ZodType
  body?: { schema: z.ZodType }
}

/** All that a request brings, parsed. A path whose parameters do not fit names nothing we have: 404. */
export async function readInput({ params, query, body }: Schemas, req: Request, res: Response) {
  const place = params?.safeParse(req.params)
  if (place && !place.success) throw new AppError('not_found', 'There is nothing here.')
  const name = (path: PropertyKey[]) => path.map(String).join('.')
  return {
    params: place?.data,
    query: query ? parse(query, req.query, name) : undefined,
    body: body ? parseBody(body.schema, await readJson(req, res)) : undefined,
  }
}
