import { handIn } from '../classroom/hand-in.js'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { Song } from '../db/models/song.js'
import { type SessionState, singers } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { type SessionRow, songOfSession } from './session-row.js'

/**
 * Keeps the session's song as a song like any other, of whoever handed it in; in an assignment, every student of the course who
 * took part has handed it in. In the transaction of the last command.
 */
export async function finishSession(
  ctx: Context,
  tx: Tx,
  { id, assignment, course }: SessionRow,
  state: SessionState,
): Promise<void> {
  const song = await songOfSession(ctx, tx, id)
  const { submission } = state
  if (!song || !submission) throw new AppError('conflict', 'The song is not done yet.')
  await ctx.db.of(Song).create(
    {
      id: submission.song,
      person: submission.by,
      status: 'ready',
      request: song.provenance.request,
      song: { ...song, id: submission.song },
      finishedAt: ctx.now(),
    },
    { transaction: tx },
  )
  if (assignment === null) return
  const students = await ctx.db.query<{ person: string }>(
    tx,
    `SELECT person_id AS person FROM memberships
     WHERE course_id = $1 AND role = 'student' AND person_id::text = ANY($2) ORDER BY person_id`,
    [course, singers(state).map(({ id: person }) => person)],
  )
  await handIn(ctx, tx, {
    assignment,
    song: submission.song,
    people: students.map(({ person }) => person),
    group: id,
  })
}
