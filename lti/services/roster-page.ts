import { z } from 'zod'
import type { Role } from '../../src/domain/actor.js'
import { AppError } from '../../src/errors.js'
import { roleOf } from '../launch/roles.js'
import { type Caller, callService, nextPage, readServiceJson } from './call.js'

const scope = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly'
const label = z.string().max(1000).optional().catch(undefined)

/** NRPS 2.0, 2.2. Only what is kept is read: no e-mail, no picture, no login name. */
const containerSchema = z.object({
  members: z.array(
    z.object({
      user_id: z.coerce.string().min(1).max(255),
      roles: z.array(z.string()).catch([]),
      status: z.string().optional().catch(undefined),
      name: label,
      given_name: label,
      family_name: label,
    }),
  ),
})

export interface RosterMember {
  subject: string
  name: string | null
  role: Exclude<Role, 'guest' | 'administrator' | 'service'>
}

export interface RosterPage {
  members: RosterMember[]
  next: string | null
}

/**
 * The address of the first page. With `rlid` only those are listed who may open that activity (NRPS 2.0, 3), with the names that
 * it may be told.
 */
export function firstPage(membershipsUrl: string, resourceLinkId?: string): string {
  const url = new URL(membershipsUrl)
  url.searchParams.set('limit', '500')
  if (resourceLinkId) url.searchParams.set('rlid', resourceLinkId)
  return url.href
}

/** Why a page was not given; `roster_page_gone` where its address means nothing (any more). */
const reasonOf = (status: number): string =>
  status === 401 || status === 403
    ? 'roster_refused'
    : status >= 400 && status < 500 && status !== 408 && status !== 429
      ? 'roster_page_gone'
      : 'roster_unavailable'

/** One page of a course's members; deleted and inactive ones are left out, whoever the platform filtered for. */
export async function readRosterPage(caller: Caller, url: string): Promise<RosterPage> {
  const answer = await callService(caller, [scope], {
    method: 'GET',
    url,
    headers: { accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' },
  })
  if (answer.status !== 200) {
    throw new AppError('unavailable', `The learning platform did not give the roster (it answered ${answer.status}).`, {
      reason: reasonOf(answer.status),
    })
  }
  const parsed = containerSchema.safeParse(readServiceJson(answer))
  if (!parsed.success)
    throw new AppError('unavailable', 'The learning platform answered with a roster that cannot be read.', {
      reason: 'roster_unavailable',
    })
  const present = parsed.data.members.filter(({ status }) => status === undefined || status.toLowerCase() === 'active')
  return {
    next: nextPage(answer),
    members: present.map(({ user_id: subject, roles, name, given_name, family_name }) => ({
      subject,
      role: roleOf(roles) as RosterMember['role'],
      name: name ?? ([given_name, family_name].filter(Boolean).join(' ') || null),
    })),
  }
}
