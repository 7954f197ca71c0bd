import type { Request, Response } from 'express'
import { AppError, errorStatus } from '../errors.js'
import { rangeOf } from './byte-range.js'
import { etagOf, isKnown } from './etag.js'
import { problemMediaType, toProblem } from './problem.js'
import type { Reply } from './reply.js'

/** Node leaves the body out for HEAD. */
export function sendReply(req: Request, res: Response, { status, mediaType, content, headers, ranges }: Reply): void {
  res.status(status).set(headers)
  if (status === 200 || status === 201) {
    const etag = etagOf(content)
    res.set('ETag', etag)
    if (/^(GET|HEAD)$/.test(req.method) && isKnown(req.get('If-None-Match'), etag)) return void res.status(304).end()
  }
  if (ranges && status === 200) {
    sendRange(req, res, { mediaType, bytes: asBuffer(content) })
    return
  }
  if (status === 204) return void res.end()
  res.type(mediaType).set('Content-Length', String(Buffer.byteLength(content)))
  res.end(content)
}

/** The same memory: a song's sound is some megabytes. */
const asBuffer = (content: string | Uint8Array): Buffer =>
  typeof content === 'string'
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)

/** RFC 9110, 14: one range, several as the whole; `If-Range` lets a range be of the same bytes as those before, or the whole. */
function sendRange(req: Request, res: Response, { mediaType, bytes }: { mediaType: string; bytes: Buffer }): void {
  res.set('Accept-Ranges', 'bytes')
  const ifRange = req.get('If-Range')
  const fits = ifRange === undefined || ifRange === res.get('ETag')
  const range = req.method === 'GET' && fits ? rangeOf(req.get('Range'), bytes.length) : null
  if (range === 'outside') {
    res.set('Content-Range', `bytes */${bytes.length}`)
    throw new AppError('range_not_satisfiable', `The file has ${bytes.length} bytes; the range lies outside of it.`)
  }
  const part = range ? bytes.subarray(range.first, range.last + 1) : bytes
  if (range) res.status(206).set('Content-Range', `bytes ${range.first}-${range.last}/${bytes.length}`)
  res.type(mediaType).set('Content-Length', String(part.length))
  res.end(part)
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
