import { refuseClosed } from '../access/page-session.js'
import type { Context } from '../context.js'
import type { Actor, Role } from '../domain/actor.js'
import type { ChannelBinding, ChatAccount } from '../domain/chat.js'
import { localTenant } from '../domain/tenant.js'
import { AppError } from '../errors.js'
import { chatGuest, guestSubject } from './chat-guest.js'

interface LinkedPerson {
  tenant: string
  person: string
}

/** Whom an account is linked to: one person in each of its schools. */
export const linkedPeople = (ctx: Context, { platform, space, user }: ChatAccount): Promise<LinkedPerson[]> =>
  ctx.db.alone<LinkedPerson>('SELECT tenant, person FROM lmm_linked_people($1, $2, $3)', [platform, space, user])

/** The same, without schools that are closed. */
export async function openPeople(ctx: Context, account: ChatAccount): Promise<LinkedPerson[]> {
  const all = await linkedPeople(ctx, account)
  const closed = await Promise.all(all.map(({ tenant }) => ctx.closedTenants.has(tenant)))
  return all.filter((_, at) => !closed[at])
}

const code = 'Open the activity in your course, get a code there, and type it here: `/mashup link CODE`.'

const linkFirst = (isLinked: boolean) =>
  new AppError(
    'forbidden',
    isLinked
      ? `You are not in the course of this channel, as far as we know. If you are: ${code}`
      : `We do not know yet who you are in this course. ${code}`,
    { reason: 'link_first' },
  )

/**
 * Who an account is in a bound channel: the linked person with their role in its course, if they are in it now; else a guest,
 * where the binding allows guests; else it rejects with `forbidden`, reason `link_first`; `platform_disabled` where the school is closed. The binding is their launch: as a guest
 * it lets them into the groups of that course, and into nothing else of it (policy.ts).
 */
export async function actorInChannel(ctx: Context, account: ChatAccount, binding: ChannelBinding): Promise<Actor> {
  const { tenant, course, assignment } = binding
  await refuseClosed(ctx, { tenant })
  const [linked] = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<{ person: string; role: Role | null }>(
      tx,
      `SELECT l.person_id AS person, m.role FROM account_links l
       LEFT JOIN memberships m ON m.person_id = l.person_id AND m.course_id = $4 AND m.left_at IS NULL
       WHERE l.platform = $1 AND l.space = $2 AND l.account = $3`,
      [account.platform, account.space, account.user, course],
    ),
  )
  const launch = { id: binding.id, course, assignment }
  if (linked?.role) {
    return { tenant, person: linked.person, role: linked.role, scopes: null, launch }
  }
  if (binding.guests) return { ...(await chatGuest(ctx, tenant, account)), launch }
  throw linkFirst(linked !== undefined)
}

/** In a channel that nobody bound: a guest of the stand-alone school where guests may come in, else `forbidden`, reason `not_bound`. */
export async function actorOutsideCourses(ctx: Context, account: ChatAccount): Promise<Actor> {
  if (ctx.config.guests) return await chatGuest(ctx, localTenant, account)
  throw new AppError(
    'forbidden',
    'This channel does not belong to a course yet. A teacher can change that here: `/mashup setup`.',
    { reason: 'not_bound' },
  )
}

/**
 * Everybody that an account is, without a course, for what is their own: the linked people, one for each school where they are in
 * a course now, and the guests that they were. Linked people have the rights of a student, whoever they are: a teacher who came
 * in by no launch would reach what is not theirs.
 */
export async function actorsOf(ctx: Context, account: ChatAccount): Promise<Actor[]> {
  const linked = await openPeople(ctx, account)
  const present = await Promise.all(
    linked.map(({ tenant, person }) =>
      ctx.db.inTenant(tenant, (tx) =>
        ctx.db.query<LinkedPerson>(
          tx,
          `SELECT tenant_id AS tenant, person_id AS person FROM memberships
           WHERE person_id = $1 AND left_at IS NULL LIMIT 1`,
          [person],
        ),
      ),
    ),
  )
  const guests = await ctx.db.alone<LinkedPerson>('SELECT tenant, person FROM lmm_chat_guests($1)', [
    guestSubject(account),
  ])
  return [
    ...present.flat().map((one): Actor => ({ ...one, role: 'student', scopes: null })),
    ...guests.map((one): Actor => ({ ...one, role: 'guest', scopes: null })),
  ]
}
