import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'

/** The song that a person has handed in. Rejects with `not_found` while there is none. */
export async function readSubmittedSong(
  ctx: Context,
  tx: Tx,
  { assignment, person }: { assignment: string; person: string },
): Promise<Song> {
  const [row] = await ctx.db.query<{ id: string }>(
    tx,
    'SELECT song_id AS id FROM submissions WHERE assignment_id = $1 AND person_id = $2',
    [assignment, person],
  )
  const song = row && (await readSong(ctx, tx, row.id))
  if (!song) throw new AppError('not_found', 'Nothing has been handed in here yet.')
  return song
}

/** By its id alone: for those whose right to it was found out otherwise. */
export async function readSong(ctx: Context, tx: Tx, id: string): Promise<Song | null> {
  const row = await ctx.db.of(SongRow).findByPk(id, { transaction: tx })
  return row?.song ?? null
}
