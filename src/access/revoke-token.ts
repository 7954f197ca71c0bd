import { z } from 'zod'
import type { Context } from '../context.js'
import { ApiToken } from '../db/models/api-token.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'

/** From the next request on the token is refused. Refuses with `not_found` an id that the tenant has no token of. */
export async function revokeToken(ctx: Context, actor: Actor, id: string): Promise<void> {
  authorize(actor, 'token:manage')
  const unknown = new AppError('not_found', 'There is no token of this id.')
  if (!z.uuid().safeParse(id).success) throw unknown
  await ctx.db.inTenant(actor.tenant, async (transaction) => {
    const row = await ctx.db.of(ApiToken).findByPk(id, { transaction, lock: true })
    if (!row) throw unknown
    if (!row.revokedAt) await row.update({ revokedAt: ctx.now() }, { transaction })
  })
}
