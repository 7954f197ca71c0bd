import { randomUUID } from 'node:crypto'
import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Submission } from '../domain/classroom.js'

interface HandedIn {
  assignment: string
  song: string
  people: readonly string[]
  /** The session that the song was made in, where several made it. */
  group: string | null
}

/**
 * One row for each person, of the same song. Another song later takes the place of the one before and counts as the next
 * revision; the same song twice is handed in once.
 */
export async function handIn(
  ctx: Context,
  tx: Tx,
  { assignment, song, people, group }: HandedIn,
): Promise<Submission[]> {
  const rows = await ctx.db.query<Omit<Submission, 'submittedAt'> & { submittedAt: Date }>(
    tx,
    `INSERT INTO submissions AS before (id, assignment_id, person_id, song_id, group_id)
     SELECT new.id, $1, new.person, $2, $3 FROM unnest($4::uuid[], $5::uuid[]) AS new (id, person)
     ON CONFLICT (assignment_id, person_id) DO UPDATE SET
       song_id = EXCLUDED.song_id,
       group_id = EXCLUDED.group_id,
       revision = before.revision + (before.song_id <> EXCLUDED.song_id)::int,
       submitted_at = CASE WHEN before.song_id = EXCLUDED.song_id THEN before.submitted_at ELSE now() END
     RETURNING song_id AS song, revision, submitted_at AS "submittedAt"`,
    [assignment, song, group, people.map(() => randomUUID()), people],
  )
  return rows.map((row) => ({ ...row, submittedAt: row.submittedAt.toISOString() }))
}
