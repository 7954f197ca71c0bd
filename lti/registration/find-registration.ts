import type { Context } from '../../src/context.js'
import type { Tx } from '../../src/db/database.js'
import { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'

/** The registration that a login means. All hosted Canvas share one issuer: without a client id several may match, and none is guessed. */
export async function findRegistration(
  ctx: Context,
  tx: Tx,
  issuer: string,
  clientId: string | undefined,
): Promise<Registration> {
  const found = await ctx.db
    .of(Registration)
    .findAll({ where: { issuer, ...(clientId === undefined ? {} : { clientId }) }, transaction: tx })
  const enabled = found.filter(({ disabledAt }) => disabledAt === null)
  if (enabled.length > 1) throw refuse('platform_ambiguous', `${enabled.length} registrations of one issuer`)
  const [registration] = enabled
  if (registration) return registration
  throw found.length > 0 ? refuse('platform_disabled') : refuse('platform_unknown')
}

/** The registration that a begun sign-in belongs to. */
export async function registrationById(ctx: Context, tx: Tx, id: string): Promise<Registration> {
  const registration = await ctx.db.of(Registration).findByPk(id, { transaction: tx })
  if (!registration) throw refuse('platform_unknown')
  if (registration.disabledAt) throw refuse('platform_disabled')
  return registration
}

/** The tenant that a deployment is; a deployment nobody registered is refused by name. */
export async function tenantOf(
  ctx: Context,
  tx: Tx,
  registration: string,
  deploymentId: string,
): Promise<{ deployment: string; tenant: string }> {
  const [row] = await ctx.db.query<{ id: string; tenant_id: string }>(
    tx,
    'SELECT id, tenant_id FROM lti_deployments WHERE registration_id = $1 AND deployment_id = $2',
    [registration, deploymentId],
  )
  if (!row) throw refuse('deployment_unknown', `deployment ${deploymentId}`)
  return { deployment: row.id, tenant: row.tenant_id }
}
