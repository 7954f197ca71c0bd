import type { Context } from '../context.js'
import { ApiToken } from '../db/models/api-token.js'
import type { Actor, Role, Scope } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'

export interface TokenSummary {
  id: string
  name: string
  role: Role
  scopes: Scope[] | null
  createdAt: Date
  expiresAt: Date
  state: 'valid' | 'over' | 'revoked'
}

/** The tenant's tokens, newest first. */
export async function listTokens(ctx: Context, actor: Actor): Promise<TokenSummary[]> {
  authorize(actor, 'token:manage')
  const rows = await ctx.db.inTenant(actor.tenant, (transaction) =>
    ctx.db.of(ApiToken).findAll({
      order: [
        ['createdAt', 'DESC'],
        ['id', 'ASC'],
      ],
      transaction,
    }),
  )
  return rows.map(({ id, name, role, scopes, createdAt, expiresAt, revokedAt }) => ({
    id,
    name,
    role,
    scopes,
    createdAt,
    expiresAt,
    state: revokedAt ? 'revoked' : expiresAt <= ctx.now() ? 'over' : 'valid',
  }))
}
