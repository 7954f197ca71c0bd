import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Context } from '../context.js'
import { type Actor, roleSchema } from '../domain/actor.js'
import { AppError } from '../errors.js'
import { takePageCode } from './page-code.js'

/** How a page's token is told apart from an API token (RFC 8725, 3.11). */
const type = 'page+jwt'
const minutes = 60
/** However often it is renewed, a page begins again from its course on the next day. */
const hoursAtMost = 12

const claimsSchema = z.object({
  tenant: z.uuid(),
  sub: z.string().min(1),
  role: roleSchema,
  launch: z
    .object({ id: z.uuid(), course: z.uuid(), assignment: z.uuid().nullable(), about: z.uuid().nullish() })
    .optional(),
  /** When the launch was, in seconds. */
  since: z.int(),
})

export interface PageSession {
  token: string
  expiresAt: Date
}

const over = () =>
  new AppError('unauthenticated', 'This page has been open for long. Open the activity again from your course.', {
    reason: 'page_session_over',
  })

/** From the next request on nobody of a school comes in whose platform was switched off, whatever their token says. */
export async function refuseClosed(ctx: Context, { tenant }: Pick<Actor, 'tenant'>): Promise<void> {
  if (!(await ctx.closedTenants.has(tenant))) return
  throw new AppError(
    'forbidden',
    'This service is switched off for your learning platform. Nothing that was made is lost. Please ask the person who looks after the platform.',
    { reason: 'platform_disabled' },
  )
}

async function sign(ctx: Context, actor: Actor, since: number): Promise<PageSession> {
  const now = Math.floor(ctx.now().getTime() / 1000)
  const expires = Math.min(now + minutes * 60, since + hoursAtMost * 3600)
  const token = await new SignJWT({ tenant: actor.tenant, role: actor.role, launch: actor.launch, since })
    .setProtectedHeader({ alg: 'HS256', typ: type })
    .setSubject(actor.person)
    .setIssuedAt(now)
    .setExpirationTime(expires)
    .sign(ctx.config.jwtSecret)
  return { token, expiresAt: new Date(expires * 1000) }
}

async function read(ctx: Context, token: string): Promise<{ actor: Actor; since: number }> {
  const { payload } = await jwtVerify(token, ctx.config.jwtSecret, {
    algorithms: ['HS256'],
    typ: type,
    currentDate: ctx.now(),
    requiredClaims: ['exp'],
  }).catch((cause: unknown) => {
    throw new AppError('unauthenticated', over().message, { reason: 'page_session_over', cause })
  })
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) throw over()
  const { tenant, sub: person, role, launch, since } = parsed.data
  await refuseClosed(ctx, { tenant })
  return { actor: { tenant, person, role, scopes: null, ...(launch ? { launch } : {}) }, since }
}

export const isPageSession = (token: string): boolean => {
  try {
    return decodeProtectedHeader(token).typ === type
  } catch {
    return false
  }
}

/** The short-lived token of one tab, for the code that its launch gave it. Refuses a code that is old or was used. */
export async function exchangePageCode(ctx: Context, code: string): Promise<PageSession> {
  const actor = await takePageCode(ctx, code)
  if (!actor)
    throw new AppError(
      'unauthenticated',
      'This page was opened already, or too long ago. Open the activity again from your course.',
      { reason: 'page_code_used' },
    )
  await refuseClosed(ctx, actor)
  return await sign(ctx, actor, Math.floor(ctx.now().getTime() / 1000))
}

/** A later token for a page that is still open; refuses on the day after its launch. */
export async function renewPageSession(ctx: Context, token: string): Promise<PageSession> {
  const { actor, since } = await read(ctx, token)
  return await sign(ctx, actor, since)
}

export async function verifyPageSession(ctx: Context, token: string): Promise<Actor> {
  return (await read(ctx, token)).actor
}
