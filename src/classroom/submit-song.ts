import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { Submission } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment, settingsOf } from './find-assignment.js'
import { handIn } from './hand-in.js'

/**
 * Hands in a song of one's own that was made for this assignment. Another one later takes its place, also after the grade: work
 * may always get better, the grade stays with the song it was given for until the teacher gives another, and the roster says
 * that there is something newer. A song of a group is handed in by its session, for all of them.
 */
export async function submitSong(
  ctx: Context,
  actor: Actor,
  { assignment: id, song }: { assignment: string; song: string },
): Promise<Submission> {
  authorize(actor, 'submission:create')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    settingsOf(await findAssignment(ctx, tx, actor, id))
    const [made] = await ctx.db.query(
      tx,
      `SELECT 1 FROM assignment_songs made JOIN songs ON songs.id = made.song_id AND songs.status = 'ready'
       WHERE made.assignment_id = $1 AND made.song_id = $2 AND made.person_id = $3`,
      [id, song, actor.person],
    )
    if (!made) throw new AppError('not_found', 'This is not a song that you made for this activity.')
    const [submission] = await handIn(ctx, tx, { assignment: id, song, people: [actor.person], group: null })
    return submission!
  })
}
