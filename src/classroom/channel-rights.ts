import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Role } from '../domain/actor.js'
import type { ChatAccount } from '../domain/chat.js'
import { reach } from '../domain/policy.js'
import { AppError } from '../errors.js'

/** Whether the account's person teaches the course now. */
export async function teaches(
  ctx: Context,
  tx: Tx,
  account: ChatAccount,
  tenant: string,
  course: string,
): Promise<boolean> {
  const [linked] = await ctx.db.query<{ person: string; role: Role }>(
    tx,
    `SELECT m.person_id AS person, m.role FROM account_links l
     JOIN memberships m ON m.person_id = l.person_id AND m.course_id = $4 AND m.left_at IS NULL
     WHERE l.platform = $1 AND l.space = $2 AND l.account = $3`,
    [account.platform, account.space, account.user, course],
  )
  return linked !== undefined && reach({ tenant, ...linked, scopes: null }, 'channel:bind') !== 'none'
}

export async function onlyTeachers(
  ctx: Context,
  tx: Tx,
  account: ChatAccount,
  tenant: string,
  course: string,
): Promise<void> {
  if (await teaches(ctx, tx, account, tenant, course)) return
  throw new AppError(
    'forbidden',
    'Only a teacher of the course can do this. If you teach it: open an activity there, get a code, and type it here: `/mashup link CODE`.',
    { reason: 'teachers_only' },
  )
}

export const boundElsewhere = (where: 'another school' | 'another course') =>
  new AppError('conflict', `This channel belongs to ${where}. A teacher there has to undo that first.`, {
    reason: 'bound_elsewhere',
  })
