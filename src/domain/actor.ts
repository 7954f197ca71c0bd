import { z } from 'zod'

export const roles = ['guest', 'observer', 'student', 'assistant', 'teacher', 'administrator', 'service'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** What an API token may be limited to. */
export const scopes = [
  'songs:read',
  'songs:write',
  'sessions:read',
  'sessions:write',
  'education:read',
  'classroom:read',
  'classroom:write',
] as const
export const scopeSchema = z.enum(scopes)
export type Scope = z.infer<typeof scopeSchema>

/** Ids (uuid) of what somebody came in for. */
export interface Launch {
  id: string
  course: string
  assignment: string | null
  /** The person whose work they came to look at, where they came for that. */
  about?: string | null
}

/** Who is asking. Every use case takes one; there is no way to a row without the tenant it names. */
export interface Actor {
  /** Id of the tenant (uuid). */
  tenant: string
  /** Opaque id of the person within the tenant; never a name. */
  person: string
  role: Role
  /** `null`: all that the role may; otherwise only these. */
  scopes: readonly Scope[] | null
  /** The launch that brought them here, and the course and assignment it was for: what they reach is in that course. */
  launch?: Launch
}
