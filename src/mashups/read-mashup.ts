import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Actor } from '../domain/actor.js'
import { authorize, reach } from '../domain/policy.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'

export type Mashup = { status: 'ready'; song: Song } | { status: 'pending' }

/**
 * A song, or that it is still being made. One that is not there and one that is somebody else's are told apart by nobody:
 * both are `not_found`. One that could not be made rejects with the code of what went wrong.
 */
export async function readMashup(ctx: Context, actor: Actor, id: string): Promise<Mashup> {
  authorize(actor, 'song:read')
  const whose = reach(actor, 'song:read') === 'any' ? {} : { person: actor.person }
  const row = await ctx.db.inTenant(actor.tenant, (transaction) =>
    ctx.db.of(SongRow).findOne({ where: { id, ...whose }, transaction }),
  )
  if (!row) throw new AppError('not_found', 'There is no such song.')
  if (row.status === 'failed')
    throw new AppError(row.errorCode ?? 'internal', 'This song could not be made. Please ask for it again.')
  return row.song ? { status: 'ready', song: row.song } : { status: 'pending' }
}
