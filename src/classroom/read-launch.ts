import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { LaunchView } from '../domain/classroom.js'
import { AppError } from '../errors.js'
import { launchOf } from './find-assignment.js'

/** Those of another process of the same service count too: it is told of them by their tokens. */
const chatsOf = ({ roles, slack, discord }: Context['config']): LaunchView['chats'] => [
  ...(roles.includes('slack') || slack.botToken || slack.clientId ? (['slack'] as const) : []),
  ...(roles.includes('discord') || discord.token ? (['discord'] as const) : []),
]

/** Where the actor came in, and as what: what a page shows first. */
export async function readLaunch(ctx: Context, actor: Actor): Promise<LaunchView> {
  const { id, course: courseId, assignment, about = null } = launchOf(actor)
  const [course] = await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query<LaunchView['course']>(tx, 'SELECT id, title FROM courses WHERE id = $1', [courseId]),
  )
  if (!course) throw new AppError('not_found', 'There is no such course.')
  return { id, role: actor.role as LaunchView['role'], course, assignment, about, chats: chatsOf(ctx.config) }
}
