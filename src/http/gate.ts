import type { Request, Response } from 'express'
import { isPageSession, verifyPageSession } from '../access/page-session.js'
import { verifyToken } from '../access/verify-token.js'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { localTenant } from '../domain/tenant.js'
import { AppError } from '../errors.js'
import { createGuests, type Guest } from './guests.js'
import { createRateLimits } from './rate-limits.js'
import type { Route } from './route.js'

export interface Gate {
  /** Who is asking, counted against the limits; refuses with `unauthenticated` or `too_many_requests`. */
  admit(req: Request, res: Response, route: Pick<Route, 'costly' | 'shareable'>): Promise<Actor>
}

const bearer = /^Bearer +([\w~+/.=-]+)$/i

/** The token of an Authorization header (RFC 6750, 2.1), whatever it is worth. */
export const bearerOf = (authorization: string | undefined): string | undefined => bearer.exec(authorization ?? '')?.[1]

/** Who comes with a share link and is not known otherwise: by themself they may do nothing. */
const holder: Actor = { tenant: localTenant, person: 'holder-of-a-link', role: 'observer', scopes: null }

/** Who holds a token: of a page that was opened from a course, or of the API. */
export const actorOfToken = (ctx: Context, token: string): Promise<Actor> =>
  (isPageSession(token) ? verifyPageSession : verifyToken)(ctx, token)

export function createGate(ctx: Context): Gate {
  const limits = createRateLimits(ctx)
  const guests = createGuests(ctx.config)

  function welcome(req: Request, res: Response): Guest {
    if (!ctx.config.guests) throw new AppError('unauthenticated', 'Send an API token: "Authorization: Bearer …".')
    return guests.welcome(req, res)
  }

  return {
    async admit(req, res, { costly = false, shareable = false }) {
      await limits.address(req, res, costly)
      const { authorization } = req.headers
      if (authorization !== undefined) {
        const token = bearerOf(authorization)
        if (!token) throw new AppError('unauthenticated', 'The Authorization header must be "Bearer" and an API token.')
        const actor = await actorOfToken(ctx, token)
        await limits.person(res, `${actor.tenant}:${actor.person}`, costly)
        return actor
      }
      if (!ctx.config.guests && shareable && req.query.share !== undefined) return holder
      const { person, isNew } = welcome(req, res)
      // Whoever throws the cookie away each time would otherwise be a new person each time.
      await limits.person(res, isNew ? `new:${req.ip}` : `guest:${person}`, costly)
      return { tenant: localTenant, person, role: 'guest', scopes: null }
    },
  }
}
