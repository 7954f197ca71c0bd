import type { Context } from '../src/context.js'
import type { Actor } from '../src/domain/actor.js'
import type { ChatChannel, PlatformName } from '../src/domain/chat.js'

/** A song that somebody asked for in a chat, made or not to be had. */
export interface MadeSong extends Omit<ChatChannel, 'platform'> {
  tenant: string
  song: string
  person: string
  thread: string | null
  askedBy: string
}

/** Promises that the song is posted where it was asked for; once for an interaction. */
export async function promiseSong(
  ctx: Context,
  { tenant, person }: Actor,
  { platform, space, channel, thread }: ChatChannel & { thread: string | null },
  { song, askedBy }: { song: string; askedBy: string },
): Promise<void> {
  await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(
      tx,
      `INSERT INTO chat_songs (song_id, person, platform, space, channel, thread, asked_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT DO NOTHING`,
      [song, person, platform, space, channel, thread, askedBy],
    ),
  )
}

/** Those that are made and not posted yet; of all schools. */
export const madeSongs = (ctx: Context, platform: PlatformName): Promise<MadeSong[]> =>
  ctx.db.alone<MadeSong>(
    `SELECT tenant, song, person, space, channel, thread, asked_by AS "askedBy" FROM lmm_chat_songs_made($1, 20)`,
    [platform],
  )

export const markTold = (ctx: Context, platform: PlatformName, { tenant, askedBy }: MadeSong): Promise<unknown> =>
  ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query(tx, 'UPDATE chat_songs SET told_at = now() WHERE platform = $1 AND asked_by = $2', [
      platform,
      askedBy,
    ]),
  )
