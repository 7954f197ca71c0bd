import type { Context } from '../../src/context.js'
import type { Tx } from '../../src/db/database.js'
import { Registration } from '../models/registration.js'
import { refuse } from '../refusals.js'

/** A row of lti_registrations, as the database tells it, as what the rest of the door knows. */
export function registrationOf(ctx: Context, row: Record<string, unknown>): Registration {
  const Registrations = ctx.db.of(Registration)
  const values = Object.entries(Registrations.getAttributes()).map(([name, { field = name }]) => [name, row[field]])
  return Registrations.build(Object.fromEntries(values), { isNewRecord: false, raw: true })
}

/** The registration that a login means. All hosted Canvas share one issuer: without a client id several may match, and none is guessed. */
export async function findRegistration(
  ctx: Context,
  issuer: string,
  clientId: string | undefined,
): Promise<Registration> {
  const found = await ctx.db.alone<Record<string, unknown>>(
    'SELECT * FROM lti_registrations WHERE issuer = $1 AND ($2::text IS NULL OR client_id = $2)',
    [issuer, clientId ?? null],
  )
  const enabled = found.filter(({ disabled_at: disabledAt }) => disabledAt === null)
  if (enabled.length > 1) throw refuse('platform_ambiguous', `${enabled.length} registrations of one issuer`)
  const [row] = enabled
  if (row) return registrationOf(ctx, row)
  throw found.length > 0 ? refuse('platform_disabled') : refuse('platform_unknown')
}

/** The registration that a course or a job names. */
export async function registrationById(ctx: Context, tx: Tx, id: string): Promise<Registration> {
  const registration = await ctx.db.of(Registration).findByPk(id, { transaction: tx })
  if (!registration) throw refuse('platform_unknown')
  if (registration.disabledAt) throw refuse('platform_disabled')
  return registration
}

export interface Home {
  deployment: string
  tenant: string
}

/** The tenant that a deployment is; a deployment nobody registered is refused by name. */
export async function tenantOf(ctx: Context, registration: string, deploymentId: string): Promise<Home> {
  const [row] = await ctx.db.alone<{ id: string; tenant_id: string }>(
    'SELECT id, tenant_id FROM lti_deployments WHERE registration_id = $1 AND deployment_id = $2',
    [registration, deploymentId],
  )
  if (!row) throw refuse('deployment_unknown', `deployment ${deploymentId}`)
  return { deployment: row.id, tenant: row.tenant_id }
}
