import type { JWTPayload } from 'jose'
import { type RefusalName, refuse } from '../refusals.js'
import { type Claims, claimsSchema } from './claims.js'
import { checkTarget } from './login-request.js'

/** Which refusal a claim's absence or misfit means; the rest are `claims_malformed`. */
const byClaim: [RegExp, RefusalName][] = [
  [/^sub$/, 'person_missing'],
  [/claim\/version$/, 'version_unsupported'],
  [/claim\/message_type$/, 'message_unsupported'],
  [/claim\/deployment_id$/, 'deployment_unknown'],
  [/claim\/resource_link/, 'resource_link_missing'],
  [/claim\/target_link_uri$/, 'target_refused'],
]

/** The claims of a verified token, checked as LTI 1.3 core 5.3 asks for its kind of message. */
export function readClaims(
  payload: JWTPayload,
  login: { targetLinkUri: string; deploymentId: string | null },
  publicUrl: string,
): Claims {
  const parsed = claimsSchema.safeParse(payload)
  if (!parsed.success) {
    const at = String(parsed.error.issues[0]?.path[0] ?? '')
    const reason = byClaim.find(([pattern]) => pattern.test(at))?.[1] ?? 'claims_malformed'
    throw refuse(reason, parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
  }
  const claims = parsed.data
  if (login.deploymentId !== null && claims.deploymentId !== login.deploymentId)
    throw refuse('deployment_unknown', `deployment ${claims.deploymentId}: another than the login named`)
  if (claims.messageType === 'LtiDeepLinkingRequest') {
    if (!claims.deepLinking) throw refuse('claims_malformed', 'deep_linking_settings')
    // Optional here (Deep Linking 2.0, 4.4), but where it stands it is held to the same.
    if (claims.targetLinkUri !== undefined) sameTarget(claims.targetLinkUri, login, publicUrl)
    return claims
  }
  if (claims.targetLinkUri === undefined) throw refuse('target_refused', 'target_link_uri is absent')
  sameTarget(claims.targetLinkUri, login, publicUrl)
  if (!claims.resourceLink) throw refuse('resource_link_missing')
  if (claims.messageType === 'LtiSubmissionReviewRequest' && !claims.forUser)
    throw refuse('claims_malformed', 'for_user')
  return claims
}

function sameTarget(target: string, login: { targetLinkUri: string }, publicUrl: string): void {
  checkTarget(target, publicUrl)
  if (target !== login.targetLinkUri) throw refuse('target_refused', 'target_link_uri is not the one the login named')
}
