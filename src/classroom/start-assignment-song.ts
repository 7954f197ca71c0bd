import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { authorize } from '../domain/policy.js'
import type { Song } from '../domain/song.js'
import { generateMashup, type MashupRun } from '../mashups/generate-mashup.js'
import { assignmentRequest, type SongWish } from './assignment-request.js'
import { findAssignment, settingsOf } from './find-assignment.js'

interface AssignmentSong extends SongWish {
  assignment: string
}

/**
 * Makes a song for an assignment, as the teacher set it and with what the student adds to that. The song is the student's; that it
 * was made here is what lets it be handed in here. Rejects as a mashup does, and with `conflict` while nothing is set up.
 */
export async function startAssignmentSong(
  ctx: Context,
  actor: Actor,
  { assignment: id, ...wish }: AssignmentSong,
  run: MashupRun,
): Promise<Song> {
  authorize(actor, 'submission:create')
  const settings = await ctx.db.inTenant(actor.tenant, async (tx) =>
    settingsOf(await findAssignment(ctx, tx, actor, id)),
  )
  const song = await generateMashup(ctx, actor, assignmentRequest(settings, wish), run)
  await ctx.db.inTenant(actor.tenant, (tx) =>
    ctx.db.query(
      tx,
      `INSERT INTO assignment_songs (assignment_id, song_id, person_id) VALUES ($1, $2, $3)
       ON CONFLICT (assignment_id, song_id) DO UPDATE SET created_at = now()`,
      [id, song.id, actor.person],
    ),
  )
  return song
}
