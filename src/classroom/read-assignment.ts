import type { Context } from '../context.js'
import type { Tx } from '../db/database.js'
import type { Assignment } from '../db/models/assignment.js'
import type { Actor } from '../domain/actor.js'
import type { AssignmentView } from '../domain/classroom.js'
import { authorize } from '../domain/policy.js'
import { findAssignment } from './find-assignment.js'
import { readGradeRow } from './grade-row.js'

type View<V> = Extract<AssignmentView, { view: V }>

/** An assignment as the actor sees it: a student with their own songs and grade, who teaches with how far the class is. */
export async function readAssignment(
  ctx: Context,
  actor: Actor,
  { assignment: id }: { assignment: string },
): Promise<AssignmentView> {
  authorize(actor, 'assignment:read')
  return await ctx.db.inTenant(actor.tenant, async (tx) => {
    const assignment = await findAssignment(ctx, tx, actor, id)
    const [course] = await ctx.db.query<{ id: string; title: string | null }>(
      tx,
      'SELECT id, title FROM courses WHERE id = $1',
      [assignment.courseId],
    )
    const common = { id, title: assignment.title, course: course!, settings: assignment.settings }
    return actor.role === 'student'
      ? { view: 'student', ...common, ...(await own(ctx, tx, actor.person, assignment)) }
      : {
          view: actor.role === 'teacher' ? 'teacher' : 'assistant',
          ...common,
          counts: await countClass(ctx, tx, assignment),
        }
  })
}

async function own(
  ctx: Context,
  tx: Tx,
  person: string,
  { id, settings }: Assignment,
): Promise<Pick<View<'student'>, 'songs' | 'submission' | 'grade'>> {
  const songs = await ctx.db.query<{ id: string; title: string; genres: string[]; madeAt: Date }>(
    tx,
    `SELECT songs.id, song->>'title' AS title, song->'genres' AS genres, made.created_at AS "madeAt"
     FROM assignment_songs made JOIN songs ON songs.id = made.song_id
     WHERE made.assignment_id = $1 AND made.person_id = $2 AND songs.status = 'ready'
     ORDER BY made.created_at DESC LIMIT 50`,
    [id, person],
  )
  const [submission] = await ctx.db.query<{ song: string; revision: number; submittedAt: Date }>(
    tx,
    `SELECT song_id AS song, revision, submitted_at AS "submittedAt" FROM submissions WHERE assignment_id = $1 AND person_id = $2`,
    [id, person],
  )
  return {
    songs: songs.map((song) => ({ ...song, madeAt: song.madeAt.toISOString() })),
    submission: submission ? { ...submission, submittedAt: submission.submittedAt.toISOString() } : null,
    grade: await readGradeRow(ctx, tx, { assignment: id, person, maximum: settings?.points ?? 0 }),
  }
}

async function countClass(
  ctx: Context,
  tx: Tx,
  { id, courseId }: Assignment,
): Promise<View<'teacher' | 'assistant'>['counts']> {
  const [counts] = await ctx.db.query<View<'teacher' | 'assistant'>['counts']>(
    tx,
    `SELECT (SELECT count(*) FROM memberships WHERE course_id = $1 AND role = 'student' AND left_at IS NULL)::int AS students,
            (SELECT count(*) FROM submissions WHERE assignment_id = $2)::int AS "handedIn",
            (SELECT count(*) FROM grades WHERE assignment_id = $2)::int AS graded,
            (SELECT count(*) FROM passbacks WHERE assignment_id = $2 AND state IN ('refused', 'needs attention'))::int AS "notArrived"`,
    [courseId, id],
  )
  return counts!
}
