import { AppError } from '../errors.js'
import type { Actor, Role, Scope } from './actor.js'

interface Rule {
  /** `null`: no token that is limited to scopes may. */
  scope: Scope | null
  /** `own`: what the person made or takes part in; `any`: all of the tenant. A role that is not named may not. */
  roles: Partial<Record<Role, 'own' | 'any'>>
}

/** One row for each thing that can be done. Whatever is not here is refused. */
export const policy = {
  'song:create': {
    scope: 'songs:write',
    roles: { guest: 'own', student: 'own', teacher: 'own', administrator: 'own', service: 'any' },
  },
  'song:read': {
    scope: 'songs:read',
    roles: { guest: 'own', student: 'own', assistant: 'any', teacher: 'any', administrator: 'any', service: 'any' },
  },
  // A link opens a song to anybody: what students write is seen by who teaches them before others see it.
  'song:share': {
    scope: 'songs:write',
    roles: { guest: 'own', teacher: 'any', administrator: 'any', service: 'any' },
  },
  'education:read': {
    scope: 'education:read',
    roles: { guest: 'any', student: 'any', assistant: 'any', teacher: 'any', administrator: 'any', service: 'any' },
  },
  'assignment:configure': { scope: 'classroom:write', roles: { teacher: 'any' } },
  'assignment:read': { scope: 'classroom:read', roles: { student: 'any', assistant: 'any', teacher: 'any' } },
  'roster:read': { scope: 'classroom:read', roles: { assistant: 'any', teacher: 'any' } },
  'roster:sync': { scope: 'classroom:write', roles: { teacher: 'any' } },
  'submission:create': { scope: 'classroom:write', roles: { student: 'own' } },
  'submission:read': { scope: 'classroom:read', roles: { student: 'own', assistant: 'any', teacher: 'any' } },
  'grade:suggest': { scope: 'classroom:read', roles: { assistant: 'any', teacher: 'any' } },
  'grade:write': { scope: 'classroom:write', roles: { teacher: 'any' } },
  'grade:read': { scope: 'classroom:read', roles: { student: 'own', assistant: 'any', teacher: 'any' } },
  'passback:read': { scope: 'classroom:read', roles: { assistant: 'any', teacher: 'any' } },
  'passback:retry': { scope: 'classroom:write', roles: { teacher: 'any' } },
  'session:start': {
    scope: 'sessions:write',
    roles: { guest: 'own', student: 'own', teacher: 'own', administrator: 'own', service: 'any' },
  },
  'session:command': {
    scope: 'sessions:write',
    roles: { guest: 'own', student: 'own', teacher: 'own', administrator: 'own', service: 'any' },
  },
  'session:read': {
    scope: 'sessions:read',
    roles: { guest: 'own', student: 'own', assistant: 'own', teacher: 'own', administrator: 'any', service: 'any' },
  },
  // Who one is in a chat, and which room of it is a course's.
  'account:link': { scope: null, roles: { student: 'own', assistant: 'own', teacher: 'own' } },
  'channel:bind': { scope: null, roles: { teacher: 'any' } },
  'token:manage': { scope: null, roles: { administrator: 'any' } },
} as const satisfies Record<string, Rule>

export type Action = keyof typeof policy

/** Whether the actor may do it at all, and if so to whose things. */
export function reach(actor: Actor, action: Action): 'none' | 'own' | 'any' {
  const rule: Rule | undefined = Object.hasOwn(policy, action) ? policy[action] : undefined
  if (!rule) return 'none'
  if (actor.scopes && !(rule.scope && actor.scopes.includes(rule.scope))) return 'none'
  return rule.roles[actor.role] ?? 'none'
}

/**
 * Refuses with `forbidden` unless the actor may. `owner` is the person the resource belongs to; leave it out for a resource
 * that has none or is about to be made.
 */
export function authorize(actor: Actor, action: Action, owner?: string): void {
  const may = reach(actor, action)
  if (may === 'any') return
  if (may === 'own' && (owner === undefined || owner === actor.person)) return
  throw new AppError('forbidden', 'You may not do this. Ask your teacher or the person who runs this service.')
}
