import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { reach } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findMashup } from './read-mashup.js'
import { shareToken } from './share-token.js'

/**
 * A link that opens a song and its files to whoever holds it, and nothing else; the token stands behind the #, which no server's
 * log sees. Refuses with `not_found` who may not read the song, `forbidden` who may not share it, and `conflict` while it is made.
 */
export async function shareMashup(ctx: Context, actor: Actor, id: string): Promise<string> {
  const { person, song } = await findMashup(ctx, actor, id)
  const may = reach(actor, 'song:share')
  if (may === 'none' || (may === 'own' && person !== actor.person))
    throw new AppError(
      'forbidden',
      'Whoever made a song can share it. What students write is shared by their teacher: ask yours for a link.',
    )
  if (!song) throw new AppError('conflict', 'There is nothing to share yet: the song is not made.', { retryAfter: 1 })
  const { config } = ctx
  return `${config.publicUrl}/song/${id}#share=${shareToken(config, { tenant: actor.tenant, song: id })}`
}
