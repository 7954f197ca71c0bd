import type { RequestHandler } from 'express'
import type { Door } from './door.js'
import { Registration } from './models/registration.js'

const keepMs = 30_000

/** The origins of every registered platform: where our pages may be framed, and where their forms may go. */
function platformOrigins({ ctx }: Door): () => Promise<string[]> {
  let known: { origins: string[]; at: number } | undefined
  return async () => {
    const now = ctx.now().getTime()
    if (known && now - known.at < keepMs) return known.origins
    const registrations = await ctx.db.outsideTenants((tx) =>
      ctx.db.of(Registration).findAll({ where: { disabledAt: null }, attributes: ['origins'], transaction: tx }),
    )
    known = { origins: [...new Set(registrations.flatMap(({ origins }) => origins ?? []))].sort(), at: now }
    return known.origins
  }
}

const framersOf = (door: Door) => {
  const origins = platformOrigins(door)
  return async () => ["'self'", ...(await origins().catch(() => []))].join(' ')
}

/** `frame-ancestors` names the registered platforms; the rest is as strict as everywhere. */
export function pageHeaders(door: Door): RequestHandler {
  const framers = framersOf(door)
  return async (_request, response, next) => {
    response.set({
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${await framers()}`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    })
    next()
  }
}

/** For pages that a launch leads to: as they are, but shown in a frame by the registered platforms too. */
export function frameable(door: Door): RequestHandler {
  const framers = framersOf(door)
  return async (_request, response, next) => {
    const policy = String(response.getHeader('Content-Security-Policy') ?? '')
    response.set(
      'Content-Security-Policy',
      policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${await framers()}`),
    )
    next()
  }
}
