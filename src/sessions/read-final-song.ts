import type { Context } from '../context.js'
import type { Song } from '../domain/song.js'
import { findSession, songOfSession } from './session-row.js'

export interface FinalSong {
  /** Id (uuid) under which it is kept. */
  id: string
  /** Who handed it in. */
  by: string
  song: Song
  /** Id of the course whose group made it; `null`: of none. */
  course: string | null
}

/** The song that a session handed in, for those who post it in its rooms; `null` before that. */
export async function readFinalSong(
  ctx: Context,
  { tenant, session }: { tenant: string; session: string },
): Promise<FinalSong | null> {
  return await ctx.db.inTenant(tenant, async (tx) => {
    const { state, course } = await findSession(ctx, tx, session)
    const song = await songOfSession(ctx, tx, session)
    const { submission } = state
    return song && submission
      ? { id: submission.song, by: submission.by, song: { ...song, id: submission.song }, course }
      : null
  })
}
