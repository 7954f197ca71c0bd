import { mergeRosterPage, type RosterProgress, rosterStart } from '../../src/classroom/merge-roster.js'
import { nameMembers } from '../../src/classroom/name-members.js'
import { noteRosterRefused } from '../../src/classroom/note-roster-refused.js'
import { AppError } from '../../src/errors.js'
import type { JobRun } from '../../src/jobs.js'
import type { Door } from '../door.js'
import { registrationById } from '../registration/find-registration.js'
import type { AccessTokens } from './access-tokens.js'
import type { Caller } from './call.js'
import { firstPage, type RosterMember, type RosterPage, readRosterPage } from './roster-page.js'

/** A platform that never ends its pages is stopped here. */
const pagesAtMost = 2000
/** The addresses of pages do not hold for ever: a reading that was broken off longer ago begins anew. */
const resumedWithinMs = 60 * 60_000

interface Course {
  services: { registration?: string; memberships?: string }
  roster: RosterProgress | null
  resource_link_id: string | null
  /** By the database's clock, which also says when somebody was seen. */
  now: Date
}

/**
 * Reads a course's roster from its platform, page by page, each kept as it comes. A job that was stopped goes on where it was,
 * or from the beginning where the platform knows that page no more; one that finds a finished reading begins a new one. Where
 * the platform refuses, that is written down for the teacher.
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
  try {
    const registration = await ctx.db.outsideTenants((tx) => registrationById(ctx, tx, registrationId))
    await readRoster({ door, tokens, registration, signal }, { tenant, course }, found, memberships)
  } catch (error) {
    if (!(error instanceof AppError && hopeless.includes(error.reason ?? ''))) throw error
    const advice = 'The administrator of the learning platform can allow it for this tool.'
    await noteRosterRefused(ctx, { tenant, course }, found.now, `${error.message} ${advice}`)
  }
}

/** Trying again changes nothing: the teacher is told, and the job is done. */
const hopeless = ['roster_refused', 'roster_page_gone', 'token_refused', 'platform_disabled', 'platform_unknown']

async function readRoster(
  caller: Caller,
  { tenant, course }: { tenant: string; course: string },
  found: Course,
  memberships: string,
): Promise<void> {
  const { ctx } = caller.door
  const begun = brokenOff(found)
  let named = false
  const read = async (from: RosterProgress) => {
    let progress = from
    await eachPage(caller, from.next!, async (page) => {
      named ||= page.members.some(({ name }) => name !== null)
      progress = await mergeRosterPage(ctx, { tenant, course }, progress, page)
    })
  }
  const anew = () => read(rosterStart(found.now, firstPage(memberships)))
  if (begun) {
    await read(begun).catch(async (error: unknown) => {
      if (!(error instanceof AppError && error.reason === 'roster_page_gone')) throw error
      await anew()
    })
  } else await anew()
  // Some platforms tell names activity by activity. Who may open just one of them says nothing of who is in the course.
  if (!named && found.resource_link_id) await readNames(caller, tenant, firstPage(memberships, found.resource_link_id))
}

/** A reading that can go on: not finished, and not too long ago. */
function brokenOff({ roster, now }: Course): RosterProgress | null {
  if (!roster || roster.complete || roster.next === null) return null
  return now.getTime() - Date.parse(roster.startedAt) < resumedWithinMs ? roster : null
}

async function eachPage(caller: Caller, first: string, take: (page: RosterPage) => Promise<void>): Promise<void> {
  const seen = new Set<string>()
  for (let next: string | null = first; next !== null; ) {
    caller.signal?.throwIfAborted()
    if (seen.has(next) || seen.size === pagesAtMost)
      throw new AppError('unavailable', 'The pages of the roster go round in a circle.', {
        reason: 'roster_unavailable',
      })
    seen.add(next)
    const page: RosterPage = await readRosterPage(caller, next)
    await take(page)
    next = page.next
  }
}

/** Names where the platform gives them: a platform that does not has given its roster all the same. */
async function readNames(caller: Caller, tenant: string, first: string): Promise<void> {
  const hasName = (member: RosterMember): member is RosterMember & { name: string } => member.name !== null
  try {
    await eachPage(caller, first, ({ members }) =>
      nameMembers(caller.door.ctx, { tenant, members: members.filter(hasName) }),
    )
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    caller.door.ctx.log.info({ reason: error.reason ?? error.code }, 'the roster was read without names')
  }
}
