import type { Request, Response } from 'express'
import { type AppError, errorStatus } from '../errors.js'
import { etagOf, isKnown } from './etag.js'
import { problemMediaType, toProblem } from './problem.js'
import type { Reply } from './reply.js'

/** Node leaves the body out for HEAD. */
export function sendReply(req: Request, res: Response, { status, mediaType, content, headers }: Reply): void {
  res.status(status).set(headers)
  if (status === 200 || status === 201) {
    const etag = etagOf(content)
    res.set('ETag', etag)
    if (/^(GET|HEAD)$/.test(req.method) && isKnown(req.get('If-None-Match'), etag)) return void res.status(304).end()
  }
  res.type(mediaType).set('Content-Length', String(Buffer.byteLength(content)))
  res.end(content)
}

/** RFC 6750, 3: the challenge says whether a token was missing or not good. */
const challenge = (req: Request): string =>
  req.headers.authorization ? 'Bearer realm="mashup", error="invalid_token"' : 'Bearer realm="mashup"'

export function sendProblem(req: Request, res: Response, error: AppError, requestId: string): void {
  const status = errorStatus[error.code]
  res.status(status).set('Cache-Control', 'no-store')
  res.removeHeader('Content-Disposition')
  if (error.retryAfter !== undefined) res.set('Retry-After', String(error.retryAfter))
  if (status === 401) res.set('WWW-Authenticate', challenge(req))
  // RFC 9110, 15.5.16: tell what would have been taken.
  if (status === 415) res.set('Accept', 'application/json')
  const content = JSON.stringify(toProblem(error, { path: req.path, requestId }))
  res.setHeader('Content-Type', problemMediaType)
  res.end(content)
}
