import { randomUUID } from 'node:crypto'
import { issuePageCode } from '../../src/access/page-code.js'
import { type Entry, enterCourse } from '../../src/classroom/enter-course.js'
import type { Context } from '../../src/context.js'
import type { Role } from '../../src/domain/actor.js'
import { refuse } from '../refusals.js'
import type { Home } from '../registration/find-registration.js'
import type { Claims } from './claims.js'
import { comeBack } from './come-back.js'
import { roleOf } from './roles.js'
import { type KnownState, useState } from './states.js'

const scoreScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score'

/** What later calls to the platform need of this launch: kept with the course and the assignment, read by lti/ alone. */
const courseServices = ({ roster, grades }: Claims) => ({
  ...(roster ? { memberships: roster.context_memberships_url, roster: true as const } : {}),
  ...(grades ? { lineItems: grades.lineitems, scopes: grades.scope } : {}),
  ...(grades?.scope.includes(scoreScope) ? { gradebook: true as const } : {}),
})
const assignmentServices = ({ grades }: Claims) => (grades?.lineitem ? { lineItem: grades.lineitem } : {})

/** Canvas and Moodle say in a custom parameter, where asked, which activity this one was copied from: the newest comes first. */
const copiedFrom = ({ custom }: Claims): string | undefined =>
  custom.resource_link_history?.split(',')[0]?.trim() || undefined

function assignmentOf(claims: Claims) {
  if (!claims.resourceLink || claims.messageType === 'LtiDeepLinkingRequest') return null
  const { id, title } = claims.resourceLink
  return {
    resourceLinkId: id,
    title,
    copiedFrom: copiedFrom(claims),
    setup: claims.custom.setup,
    services: assignmentServices(claims),
  }
}

/** What a launch row keeps beside the ids: the return addresses that answers go to, never what a form says. */
const detailsOf = (claims: Claims) => ({
  returnUrl: claims.presentation?.return_url,
  locale: claims.presentation?.locale,
  deepLinking: claims.deepLinking,
  forUser: claims.forUser,
})

function pageOf(claims: Claims, launch: string, assignment: string | null): string {
  if (claims.messageType === 'LtiDeepLinkingRequest') return `/setup/${launch}`
  if (claims.messageType === 'LtiSubmissionReviewRequest') return `/review/${launch}`
  return `/assignment/${assignment}`
}

/**
 * Lets a person in: finds or makes who, where and what for, uses the sign-in up, writes the launch down (a row that is never changed), and answers
 * with the address of their page. The address ends in a code that this one tab exchanges for its own short-lived token.
 */
export async function enter(
  ctx: Context,
  known: KnownState,
  { deployment, tenant }: Home,
  claims: Claims,
): Promise<string> {
  const role = roleOf(claims.roles) as Exclude<Role, 'guest' | 'administrator' | 'service'>
  if (claims.messageType === 'LtiDeepLinkingRequest' && role !== 'teacher') throw refuse('deep_linking_forbidden')
  const id = randomUUID()
  const launch = { id, deployment, messageType: claims.messageType, details: detailsOf(claims) }
  const entry: Entry = {
    tenant,
    person: { subject: claims.subject, name: claims.name },
    role,
    course: {
      contextId: claims.context?.id ?? `resource_link:${claims.resourceLink?.id ?? id}`,
      title: claims.context?.title ?? claims.context?.label,
      services: { ...courseServices(claims), registration: known.registration.id },
    },
    assignment: assignmentOf(claims),
    about: claims.forUser,
  }
  const back = await comeBack(ctx, entry, launch, known, claims.nonce)
  if (back) return `${pageOf(claims, id, back.assignment)}#code=${back.code}`
  let code = ''
  const { assignment } = await enterCourse(ctx, entry, async (tx, { person, course, assignment, about }) => {
    const ids = { personId: person, courseId: course, assignmentId: assignment }
    await useState(ctx, tx, known, claims.nonce, { ...launch, ...ids, role })
    code = await issuePageCode(ctx, tx, {
      tenant,
      person,
      role,
      scopes: null,
      launch: { id, course, assignment, about },
    })
  })
  return `${pageOf(claims, id, assignment)}#code=${code}`
}
