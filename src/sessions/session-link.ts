import type { Context } from '../context.js'
import { openInvitation } from './invitation.js'

/** The course whose group a session is; `null`: of none, or there is no such session. */
export async function courseOf(
  ctx: Context,
  { tenant, session }: { tenant: string; session: string },
): Promise<string | null> {
  const [row] = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<{ course: string | null }>(tx, 'SELECT course_id AS course FROM sessions WHERE id = $1', [session]),
  )
  return row?.course ?? null
}

/**
 * What lets those of a room into a session: `null` for a group of a course, which lets in who belongs to the course. Rejects with
 * `gone` where it cannot be shown.
 */
export async function invitationOfRoom(ctx: Context, of: { tenant: string; session: string }): Promise<string | null> {
  if ((await courseOf(ctx, of)) !== null) return null
  return await ctx.db.inTenant(of.tenant, (tx) => openInvitation(ctx, tx, of.session))
}

/**
 * The page of a session for those in a room that it is open in, who may all join: `null` for a group of a course, which is opened
 * from the course. Rejects with `gone` where the invitation cannot be shown.
 */
export async function sessionLink(ctx: Context, of: { tenant: string; session: string }): Promise<string | null> {
  const invitation = await invitationOfRoom(ctx, of)
  return invitation === null ? null : `${ctx.config.publicUrl}/session/${of.session}#join=${invitation}`
}
