import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.js'
import { ApiToken } from '../db/models/api-token.js'
import { type Actor, roleSchema, scopeSchema } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { signClaims } from './token-claims.js'

export const issueTokenSchema = z.strictObject({
  name: z.string().trim().min(1, 'must say what the token is for').max(100, 'must be at most 100 characters'),
  role: roleSchema.exclude(['guest']),
  /** `null`: all that the role may. */
  scopes: z.array(scopeSchema).min(1).nullable(),
  days: z.int().min(1).max(3650),
})
export type IssueToken = z.infer<typeof issueTokenSchema>

export interface IssuedToken {
  id: string
  /** Shown this once; it is kept nowhere. */
  token: string
  expiresAt: Date
}

/** A token for a program. It acts as a person of its own, so that what it makes is told apart from what others make. */
export async function issueToken(ctx: Context, actor: Actor, input: IssueToken): Promise<IssuedToken> {
  authorize(actor, 'token:manage')
  const { name, role, scopes, days } = issueTokenSchema.parse(input)
  const id = randomUUID()
  const person = `token:${id}`
  const expiresAt = new Date(ctx.now().getTime() + days * 86_400_000)
  await ctx.db.inTenant(actor.tenant, (transaction) =>
    ctx.db.of(ApiToken).create({ id, name, person, role, scopes, expiresAt }, { transaction }),
  )
  const token = await signClaims(
    { jti: id, tenant: actor.tenant, sub: person, role, scopes },
    expiresAt,
    ctx.config.jwtSecret,
  )
  return { id, token, expiresAt }
}
