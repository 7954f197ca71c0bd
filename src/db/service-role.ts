import type { ClientBase } from 'pg'
import { AppError } from '../errors.js'

/**
 * The role that the service works as: made by the first migration, where the database's user may make roles. It owns nothing
 * and bypasses nothing, so that row-level security holds for it whatever the user of DATABASE_URL may do.
 */
const serviceRole = 'lmm_service'

/** `set_config('role', …)` is SET ROLE for this connection, and does nothing where there is no such role to take. */
const take = `SELECT set_config('role', rolname, false) FROM pg_roles WHERE rolname = $1 AND pg_has_role(oid, 'MEMBER')`
const who = `SELECT rolname AS name, rolsuper OR rolbypassrls AS unbound FROM pg_roles WHERE rolname = current_user`

/**
 * Makes a new connection work as the service role; where there is none, as the user itself, which FORCE ROW LEVEL SECURITY
 * binds too. Refuses a role that row-level security does not bind.
 */
export async function workAsService(client: ClientBase): Promise<void> {
  await client.query(take, [serviceRole])
  const { rows } = await client.query<{ name: string; unbound: boolean }>(who)
  if (!rows[0] || rows[0].unbound) {
    throw new AppError(
      'internal',
      `The database role ${rows[0]?.name ?? '?'} bypasses row-level security, and there is no role ${serviceRole} to work as. Run the migrations as this user, or give DATABASE_URL a user that is no superuser.`,
    )
  }
}
