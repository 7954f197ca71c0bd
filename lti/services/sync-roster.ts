import { mergeRosterPage, type RosterProgress, rosterStart } from '../../src/classroom/merge-roster.js'
import { AppError } from '../../src/errors.js'
import type { JobRun } from '../../src/jobs.js'
import type { Door } from '../door.js'
import { registrationById } from '../registration/find-registration.js'
import type { AccessTokens } from './access-tokens.js'
import { firstPage, readRosterPage } from './roster-page.js'

/** A platform that never ends its pages is stopped here. */
const pagesAtMost = 2000

interface Course {
  services: { registration?: string; memberships?: string }
  roster: RosterProgress | null
  resource_link_id: string | null
  /** By the database's clock, which also says when somebody was seen. */
  now: Date
}

/**
 * Reads a course's roster from its platform, page by page, each kept as it comes. A job that was stopped goes on where it was;
 * one that finds a finished reading begins a new one.
 */
export async function syncRoster(
  door: Door,
  tokens: AccessTokens,
  { tenant, course }: { tenant: string; course: string },
  { signal }: JobRun,
): Promise<void> {
  const { ctx } = door
  const [found] = await ctx.db.inTenant(tenant, (tx) =>
    ctx.db.query<Course>(
      tx,
      `SELECT services, roster, now(), (SELECT resource_link_id FROM assignments WHERE course_id = courses.id ORDER BY created_at DESC LIMIT 1)
       FROM courses WHERE id = $1`,
      [course],
    ),
  )
  if (!found?.services.registration || !found.services.memberships) return
  const { registration: registrationId, memberships } = found.services
  const registration = await ctx.db.outsideTenants((tx) => registrationById(ctx, tx, registrationId))
  const caller = { door, tokens, registration, signal }
  const unfinished = found.roster && !found.roster.complete && found.roster.next !== null
  let progress = unfinished ? found.roster! : rosterStart(found.now, firstPage(memberships, found.resource_link_id))
  const seen = new Set<string>()
  while (progress.next !== null) {
    signal.throwIfAborted()
    if (seen.has(progress.next) || seen.size === pagesAtMost)
      throw new AppError('unavailable', 'The pages of the roster go round in a circle.', {
        reason: 'roster_unavailable',
      })
    seen.add(progress.next)
    progress = await mergeRosterPage(ctx, { tenant, course }, progress, await readRosterPage(caller, progress.next))
  }
}
