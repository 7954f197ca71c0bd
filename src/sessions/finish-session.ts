import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import { Song } from '../db/models/song.js'
import { type SessionState, singers } from '../domain/session/state.js'
import { AppError } from '../errors.js'
import { type SessionRow, songOfSession } from './session-row.js'

/**
 * Keeps the session's song as a song like any other, of whoever handed it in; in an assignment, everybody who took part has
 * handed it in. In the transaction of the last command.
 */
export async function finishSession(
  ctx: Context,
  tx: Tx,
  { id, assignment }: SessionRow,
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
  const people = singers(state).map(({ id: person }) => person)
  await ctx.db.query(
    tx,
    `INSERT INTO submissions (id, assignment_id, person_id, song_id, group_id)
     SELECT new.id, $1, new.person, $2, $3 FROM unnest($4::uuid[], $5::uuid[]) AS new (id, person)
     ON CONFLICT (assignment_id, person_id)
     DO UPDATE SET song_id = EXCLUDED.song_id, group_id = EXCLUDED.group_id, revision = submissions.revision + 1, submitted_at = now()`,
    [assignment, submission.song, id, people.map(() => randomUUID()), people],
  )
}
