import { randomUUID } from 'node:crypto'
import type { RequestHandler, Response } from 'express'

const sane = /^[A-Za-z0-9._-]{8,64}$/

/** A proxy's id is kept, so that its log and ours tell of the same request; anything else could forge log lines. */
export const requestIds: RequestHandler = (req, res, next) => {
  const given = req.get('X-Request-Id')
  const id = given !== undefined && sane.test(given) ? given : randomUUID()
  res.locals.requestId = id
  res.set('X-Request-Id', id)
  next()
}

export const requestIdOf = (res: Response): string => String(res.locals.requestId)
