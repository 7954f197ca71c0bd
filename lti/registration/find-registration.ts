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

/** The registration that a course or a job names. */
export async function registrationById(ctx: Context, tx: Tx, id: string): Promise<Registration> {
  const registration = await ctx.db.of(Registration).findByPk(id, { transaction: tx })
  if (!registration) throw refuse('platform_unknown')
  if (registration.disabledAt) throw refuse('platform_disabled')
  return registration
}

/** What a deployment is with us: its row, and the tenant that is its. */
export interface Home {
  deployment: string
  tenant: string
}
