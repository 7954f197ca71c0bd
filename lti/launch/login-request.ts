import { z } from 'zod'
import { refuse } from '../refusals.js'

/** One value, printable: an array or a control character in a form of ours is nobody's mistake. */
const field = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[^\p{Cc}]+$/u)

/** A third-party initiated login (IMS Security Framework 1.0, 5.1.1.1; LTI 1.3 core, 4.1; LTI platform storage, 2.1). */
export const loginRequestSchema = z.object({
  iss: field(500),
  login_hint: field(2000),
  target_link_uri: field(2000),
  client_id: field(500).optional(),
  lti_message_hint: field(8000).optional(),
  lti_deployment_id: field(255).optional(),
  lti_storage_target: field(200).optional(),
})
export type LoginRequest = z.infer<typeof loginRequestSchema>

export function parseLogin(given: unknown): LoginRequest {
  const parsed = loginRequestSchema.safeParse(given)
  if (parsed.success) return parsed.data
  throw refuse('request_malformed', parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
}

/** The link must be one of ours: absolute, same origin, nothing that only looks like it ("//host", "https:host", user info). */
export function checkTarget(target: string, publicUrl: string): void {
  const ours = new URL(publicUrl)
  const url = /^https?:\/\/[^/]/.test(target) && URL.canParse(target) ? new URL(target) : null
  if (!url || url.origin !== ours.origin || url.username || url.password)
    throw refuse('target_refused', 'target_link_uri')
}
