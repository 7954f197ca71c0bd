import type { Request, Response } from 'express'
import { rosterRoles } from '../messages.js'
import type { Lms, Person } from '../model.js'
import { linkHeader } from './paging.js'

const pageSize = 50

/**
 * GET …/members (NRPS 2.0, 2). With `rlid`, those who may open that activity. Moodle forgets the role filter from the second page
 * on.
 */
export function listMembers(lms: Lms, request: Request, response: Response): void {
  const { role, limit, from, rlid } = request.query
  const link = typeof rlid === 'string' ? lms.activities.get(rlid) : undefined
  const size = Math.min(Number(limit) || pageSize, lms.manners === 'moodle' ? 5000 : 500)
  const first = limit === undefined ? 0 : Number(from) || 0
  const wanted = typeof role === 'string' ? role.split(/[#/]/).at(-1) : undefined
  const present = lms.people.filter(
    (person) =>
      !person.left &&
      (link?.onlyFor?.includes(person.id) ?? true) &&
      (!wanted || rosterRoles(lms, person).some((name) => name.endsWith(wanted))),
  )
  const next = first + size
  if (next < present.length) {
    const url = new URL(`${lms.base}${request.path}`)
    if (typeof role === 'string' && lms.manners === 'canvas') url.searchParams.set('role', role)
    url.searchParams.set('limit', `${size}`)
    url.searchParams.set('from', `${next}`)
    if (link) url.searchParams.set('rlid', link.id)
    response.set('Link', linkHeader(lms, url.href))
  }
  response.type('application/vnd.ims.lti-nrps.v2.membershipcontainer+json').send(
    JSON.stringify({
      id: `${lms.base}${request.path}`,
      context: lms.course,
      members: present.slice(first, next).map((person) => memberOf(lms, person, link !== undefined)),
    }),
  )
}

const memberOf = (lms: Lms, person: Person, byLink: boolean) => ({
  status: 'Active',
  user_id: person.id,
  roles: rosterRoles(lms, person),
  ...(lms.shareNames === true || (lms.shareNames === 'by link' && byLink) ? { name: person.name } : {}),
})
