import type { Context } from '../context.js'

interface Named {
  tenant: string
  members: readonly { subject: string; name: string }[]
}

/** Gives people who are known here the names that the course's platform tells; makes nobody, and changes nothing else. */
export async function nameMembers(ctx: Context, { tenant, members }: Named): Promise<void> {
  if (members.length === 0) return
  await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(
      tx,
      // In one order for all, so that two readings do not wait for each other.
      `WITH given AS (SELECT subject, min(name) AS name FROM unnest($1::text[], $2::text[]) AS g (subject, name) GROUP BY subject),
       locked AS (
         SELECT p.id, given.name FROM people p JOIN given USING (subject)
         WHERE p.name IS DISTINCT FROM given.name ORDER BY p.subject FOR UPDATE OF p)
       UPDATE people p SET name = locked.name FROM locked WHERE p.id = locked.id`,
      [members.map(({ subject }) => subject), members.map(({ name }) => name)],
    ),
  )
}
