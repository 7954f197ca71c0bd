import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { Song as SongRow } from '../db/models/song.js'
import type { Actor } from '../domain/actor.js'
import { authorize, reach } from '../domain/policy.js'
import type { Song } from '../domain/song.js'
import { AppError } from '../errors.js'
import { tenantOfShare } from './share-token.js'

export type Mashup = { status: 'ready'; song: Song } | { status: 'pending' }

/** There is none, or it is somebody else's: told apart by nobody. */
const noSuchSong = () => new AppError('not_found', 'There is no such song.')

/** The row of a song that the actor may read; `not_found` otherwise. */
export async function findMashup(ctx: Context, actor: Actor, id: string): Promise<SongRow> {
  authorize(actor, 'song:read')
  const row = await ctx.db.inTenant(actor.tenant, async (transaction) => {
    const found = await ctx.db.of(SongRow).findByPk(id, { transaction })
    return found && (await mayRead(ctx, transaction, actor, found)) ? found : null
  })
  if (!row) throw noSuchSong()
  return row
}

/**
 * A song, or that it is still being made. One that could not be made rejects with the code of what went wrong (`song_failed`). The token of a
 * share link (share-token.ts) opens its one song to any actor; any other token changes nothing.
 */
export async function readMashup(ctx: Context, actor: Actor, id: string, share?: string): Promise<Mashup> {
  const tenant = share === undefined ? null : tenantOfShare(ctx.config, share, id)
  if (tenant) return { status: 'ready', song: await sharedSong(ctx, tenant, id) }
  if (share !== undefined && reach(actor, 'song:read') === 'none') throw noSuchSong()
  const row = await findMashup(ctx, actor, id)
  if (row.status === 'failed')
    throw new AppError(row.errorCode ?? 'internal', 'This song could not be made. Please ask for it again.', {
      reason: 'song_failed',
    })
  return row.song ? { status: 'ready', song: row.song } : { status: 'pending' }
}

/** Without the prompt, which is the maker's own way of asking and no part of the song. */
async function sharedSong(ctx: Context, tenant: string, id: string): Promise<Song> {
  const row = await ctx.db.inTenant(tenant, (transaction) => ctx.db.of(SongRow).findByPk(id, { transaction }))
  if (!row?.song) throw noSuchSong()
  const { provenance, ...song } = row.song
  const { request } = provenance
  return { ...song, provenance: { ...provenance, request: { ...request, prompt: request.topic } } }
}

/** Who teaches came in by a launch, and reads what was handed in in its course; drafts stay their maker's. */
async function mayRead(ctx: Context, tx: Tx, actor: Actor, { id, person }: SongRow): Promise<boolean> {
  if (person === actor.person || (await madeTogether(ctx, tx, actor, id))) return true
  if (reach(actor, 'song:read') !== 'any') return false
  if (!actor.launch) return true
  const rows = await ctx.db.query(
    tx,
    `SELECT 1 FROM submissions JOIN assignments a ON a.id = assignment_id WHERE song_id = $1 AND a.course_id = $2
     UNION ALL
     SELECT 1 FROM grades JOIN assignments a ON a.id = assignment_id WHERE song_id = $1 AND a.course_id = $2 LIMIT 1`,
    [id, actor.launch.course],
  )
  return rows.length > 0
}

/** Whether it is the song of a session that they took part in. */
async function madeTogether(ctx: Context, tx: Tx, { person }: Actor, song: string): Promise<boolean> {
  const rows = await ctx.db.query(
    tx,
    `SELECT 1 FROM session_members m JOIN sessions s ON s.id = m.session_id
     WHERE m.person = $1 AND s.state->'submission'->>'song' = $2 LIMIT 1`,
    [person, song],
  )
  return rows.length > 0
}
