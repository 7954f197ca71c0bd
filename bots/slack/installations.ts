import { z } from 'zod'
import type { Context } from '../../src/context.js'
import { seal, unseal } from '../../src/sealed.js'

const installationSchema = z.strictObject({ token: z.string() })
/** What we hold of a workspace that installed the app. */
export type Installation = z.infer<typeof installationSchema>

const purpose = (space: string) => `slack installation ${space}`

/** A second installation of a workspace takes the place of the first. */
export async function saveInstallation(ctx: Context, space: string, installation: Installation): Promise<void> {
  const sealed = seal(ctx.config.encryptionKey, purpose(space), JSON.stringify(installation))
  await ctx.db.alone(
    `INSERT INTO slack_installations (space, sealed, installed_at) VALUES ($1, $2, $3)
     ON CONFLICT (space) DO UPDATE SET sealed = excluded.sealed, installed_at = excluded.installed_at`,
    [space, sealed, ctx.now()],
  )
}

export async function findInstallation(ctx: Context, space: string): Promise<Installation | null> {
  const [row] = await ctx.db.alone<{ sealed: Buffer }>('SELECT sealed FROM slack_installations WHERE space = $1', [
    space,
  ])
  return row ? installationSchema.parse(JSON.parse(unseal(ctx.config.encryptionKey, purpose(space), row.sealed))) : null
}

/** Whether there is one that is older than `since`: what Slack says late of an earlier one does not touch a new one. */
export async function hasNewerInstallation(ctx: Context, space: string, since: Date): Promise<boolean> {
  const rows = await ctx.db.alone('SELECT 1 AS one FROM slack_installations WHERE space = $1 AND installed_at > $2', [
    space,
    since,
  ])
  return rows.length > 0
}

export async function deleteInstallation(ctx: Context, space: string): Promise<void> {
  await ctx.db.alone('DELETE FROM slack_installations WHERE space = $1', [space])
}
