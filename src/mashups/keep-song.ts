import type { Context } from '../context.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Actor } from '../domain/actor.js'
import type { Song } from '../domain/song.js'

/** Writes a finished song, also over the row that waited for it, and tells of it once it is written. */
export async function keepSong(
  ctx: Context,
  { tenant, person }: Pick<Actor, 'tenant' | 'person'>,
  song: Song,
): Promise<void> {
  const { id, provenance } = song
  await ctx.db.inTenant(tenant, (transaction) =>
    ctx.db.of(SongRow).upsert(
      {
        id,
        tenantId: tenant,
        person,
        status: 'ready',
        request: provenance.request,
        song,
        errorCode: null,
        finishedAt: ctx.now(),
      },
      { transaction, returning: false, fields: ['status', 'song', 'errorCode', 'finishedAt'] },
    ),
  )
  ctx.events.emit('song.created', { tenant, song: id, person })
}

/** A song that need not be made again: it is there, and is not the plain one handed over for want of a better. */
export const isKept = (row: SongRow | null): row is SongRow & { song: Song } =>
  row?.status === 'ready' && row.song?.provenance.fallback === false
