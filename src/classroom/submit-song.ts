import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import type { Submission } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { AppError } from '../errors.js'
import { findAssignment, settingsOf } from './find-assignment.js'

/**
 * Hands in a song of one's own that was made for this assignment. Another one later takes its place, also after the grade: work
 * may always get better, the grade stays with the song it was given for until the teacher gives another, and the roster says
 * that there is something newer. The same song twice is handed in once.
 */
export async function submitSong(
  ctx: Context,
  actor: Actor,
  { assignment: id, song }: { assignment: string; song: string },
): Promise<Submission> {
  authorize(actor, 'submission:create')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    settingsOf(await findAssignment(ctx, tx, actor, id))
    const [row] = await ctx.db.query<Omit<Submission, 'submittedAt'> & { submittedAt: Date }>(
      tx,
      `INSERT INTO submissions AS before (id, assignment_id, person_id, song_id)
       SELECT $1, made.assignment_id, made.person_id, made.song_id
       FROM assignment_songs made JOIN songs ON songs.id = made.song_id AND songs.status = 'ready'
       WHERE made.assignment_id = $2 AND made.song_id = $3 AND made.person_id = $4
       ON CONFLICT (assignment_id, person_id) DO UPDATE SET
         song_id = EXCLUDED.song_id,
         revision = before.revision + (before.song_id <> EXCLUDED.song_id)::int,
         submitted_at = CASE WHEN before.song_id = EXCLUDED.song_id THEN before.submitted_at ELSE now() END
       RETURNING song_id AS song, revision, submitted_at AS "submittedAt"`,
      [randomUUID(), id, song, actor.person],
    )
    if (!row) throw new AppError('not_found', 'This is not a song that you made for this activity.')
    return { ...row, submittedAt: row.submittedAt.toISOString() }
  })
}
