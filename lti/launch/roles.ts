import type { Role } from '../../src/domain/actor.js'

/**
 * What a person may, by what the launch says of them in this course: the one table. Context roles decide (LTI 1.3 core,
 * appendix A.2.3); a system or institution role alone gives no rights in a course, but for administrators who look after all.
 * First match wins; no match is the least: an observer, who sees nothing of others.
 */
const table: readonly { role: Role; membership: readonly string[] }[] = [
  {
    role: 'assistant',
    membership: [
      'TeachingAssistant',
      'TeachingAssistantGroup',
      'TeachingAssistantSection',
      'TeachingAssistantOffering',
      'Grader',
    ],
  },
  { role: 'teacher', membership: ['Instructor', 'ContentDeveloper', 'Administrator'] },
  { role: 'student', membership: ['Learner', 'Student'] },
]

const contextRole = /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/membership(?:\/([A-Za-z]+))?#(.+)$/
const institutionRole = /^http:\/\/purl\.imsglobal\.org\/vocab\/lis\/v2\/(?:institution|system)\/person#(.+)$/
/** Short names are allowed for context roles (LTI 1.3 core, A.2.3.1). */
const shortName = /^[A-Za-z]+$/

/**
 * Sub-roles stand as ".../membership/Instructor#TeachingAssistant" (A.2.3.2). Those of an instructor in the table's first row say
 * less than an instructor; any other of an instructor or a learner is what it is a part of: "Learner#Instructor" is a learner who
 * teaches others, and no teacher. Sub-roles of the rest give nothing by themselves.
 */
function membershipOf(role: string): string | undefined {
  const [, principal, name] = contextRole.exec(role) ?? []
  if (name === undefined) return shortName.test(role) ? role : undefined
  if (principal === undefined || principal === name) return name
  if (principal === 'Instructor' && table[0]?.membership.includes(name)) return name
  return ['Instructor', 'Learner'].includes(principal) ? principal : undefined
}

export function roleOf(roles: readonly string[]): Role {
  const memberships = roles.flatMap((role) => membershipOf(role) ?? [])
  const found = table.find(({ membership }) => membership.some((name) => memberships.includes(name)))
  if (found) return found.role
  const administers = roles.some((role) => institutionRole.exec(role)?.[1] === 'Administrator')
  return administers && memberships.length === 0 ? 'teacher' : 'observer'
}
