import { newPageCode } from '../../src/access/page-code.js'
import type { Entry } from '../../src/classroom/enter-course.js'
import type { Context } from '../../src/context.js'
import type { NewLaunch } from '../models/launch.js'
import { digestOf } from '../secrets.js'
import { type KnownState, refuseUsed } from './states.js'

interface Back {
  assignment: string | null
  code: string
}

/**
 * Lets somebody in who was here lately and of whom all is still as it was, in one statement (migrations/0006): a class that
 * comes in at once writes no row that another of them waits for. `null` where anything is new: then nothing was written.
 */
export async function comeBack(
  ctx: Context,
  entry: Entry,
  launch: Pick<NewLaunch, 'id' | 'deployment' | 'messageType' | 'details'>,
  known: KnownState,
  nonce: string,
): Promise<Back | null> {
  if (entry.about !== undefined) return null
  const { tenant, person, role, course, assignment } = entry
  const { code, digest } = newPageCode()
  const [came] = await ctx.db.alone<{ came_assignment: string | null; admitted: boolean }>(
    'SELECT came_assignment, admitted FROM lti_come_back($1::uuid, $2::jsonb, $3::jsonb, $4::bytea, $5::bytea, $6::bytea)',
    [
      tenant,
      JSON.stringify({
        subject: person.subject,
        name: person.name,
        role,
        context: course.contextId,
        courseTitle: course.title,
        courseServices: course.services,
        link: assignment?.resourceLinkId,
        title: assignment?.title,
        services: assignment?.services ?? {},
      }),
      JSON.stringify(launch),
      known.digest,
      digestOf(nonce),
      digest,
    ],
  )
  if (!came) return null
  if (!came.admitted) await refuseUsed(ctx, known)
  return { assignment: came.came_assignment, code }
}
