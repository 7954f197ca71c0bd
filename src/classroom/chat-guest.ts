import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { ChatAccount } from '../domain/chat.js'
import { unsafeWords } from '../music/words/safety.js'

/** Guests of a room may be of any age; their names are read by the youngest class that sings there. */
const grade = 5

/** How `people.subject` begins for all guests of a space; nobody of an LMS has a subject like it. */
export const guestsOf = (platform: ChatAccount['platform'], space: string): string =>
  platform === 'slack' ? `slack:${space}:` : 'discord:'

export const guestSubject = ({ platform, space, user }: ChatAccount): string => guestsOf(platform, space) + user

/**
 * Somebody of a chat without a place in a course, as a person of the tenant: so that what they do has one author, and the group
 * can call them by the name that the platform shows. A name that no class should read is not taken. They are a member of
 * nothing: no roster lists them and no grade is given to them.
 */
export async function chatGuest(ctx: Context, tenant: string, account: ChatAccount): Promise<Actor> {
  const subject = guestSubject(account)
  const name = unsafeWords(account.name, grade).length === 0 ? account.name : null
  const person = await ctx.db.inTenant(tenant, async (tx) => {
    const [known] = await ctx.db.query<{ id: string; name: string | null }>(
      tx,
      'SELECT id, name FROM people WHERE subject = $1',
      [subject],
    )
    if (known && known.name === name) return known.id
    const [row] = await ctx.db.query<{ id: string }>(
      tx,
      `INSERT INTO people (id, subject, name) VALUES ($1, $2, $3)
       ON CONFLICT (tenant_id, subject) DO UPDATE SET name = EXCLUDED.name RETURNING id`,
      [randomUUID(), subject, name],
    )
    return row!.id
  })
  return { tenant, person, role: 'guest', scopes: null }
}
