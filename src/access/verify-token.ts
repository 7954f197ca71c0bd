import type { Context } from '../context.js'
import { ApiToken } from '../db/models/api-token.js'
import type { Actor } from '../domain/actor.js'
import { AppError } from '../errors.js'
import { readClaims } from './token-claims.js'

/** Who holds the token. Refuses with `unauthenticated` one that is not ours, is over or was revoked. */
export async function verifyToken(ctx: Context, token: string): Promise<Actor> {
  const { jti, tenant, sub, role, scopes } = await readClaims(token, ctx.config.jwtSecret, ctx.now())
  const row = await ctx.db.inTenant(tenant, (transaction) => ctx.db.of(ApiToken).findByPk(jti, { transaction }))
  if (!row || row.revokedAt) throw new AppError('unauthenticated', 'This API token was revoked. Ask for a new one.')
  return { tenant, person: sub, role, scopes }
}
