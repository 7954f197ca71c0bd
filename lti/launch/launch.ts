import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Door } from '../door.js'
import { proofPage } from '../pages/login-page.js'
import { refuse } from '../refusals.js'
import { isSameBrowser, takeProofBack } from './browser-proof.js'
import { enter } from './enter.js'
import { readClaims } from './read-claims.js'
import { secondOpinion } from './second-opinion.js'
import { readState } from './states.js'
import { verifyToken } from './verify-token.js'

/** An authentication response (IMS Security Framework 1.0, 5.1.1.3), or a platform's refusal (OpenID Connect core, 3.1.2.6). */
const launchFormSchema = z.object({
  id_token: z.string().min(1).max(60_000).optional(),
  state: z.string().min(1).max(200),
  error: z.string().max(200).optional(),
  lti_storage_target: z.string().max(200).optional(),
  /** Out of the platform's storage, when the launch is brought a second time (pages/login-page.ts). */
  proof: z.string().max(200).optional(),
})

/**
 * POST /lti/launch. In this order: a form that can be read; a sign-in of ours, still open; the same browser; a token of the
 * platform it was begun for; claims that hold together; a deployment that is registered; what ltijs says; then state and nonce
 * are used up and the person is let in, in one transaction.
 */
export async function launch(door: Door, request: Request, response: Response): Promise<void> {
  const { ctx } = door
  const parsed = launchFormSchema.safeParse(request.body)
  if (!parsed.success)
    throw refuse('request_malformed', parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
  const { id_token: idToken, state, error, lti_storage_target: storageTarget, proof } = parsed.data
  response.set('Cache-Control', 'no-store')

  const known = await readState(ctx, state)
  const { registration } = known
  if (error !== undefined)
    throw refuse('platform_error', `the platform answered: ${/^[a-z_]+$/.test(error) ? error : 'error'}`)
  if (idToken === undefined) throw refuse('token_malformed', 'id_token is absent')
  const ours = new URL(ctx.config.publicUrl).origin
  if (!isSameBrowser(request, state, known, request.get('Origin') === ours ? proof : undefined)) {
    if (storageTarget === undefined || proof !== undefined) throw refuse('browser_mismatch')
    response
      .set('Referrer-Policy', 'same-origin')
      .type('html')
      .send(proofPage({ idToken, state, storageTarget, platformOrigin: new URL(registration.authUrl).origin }))
    return
  }

  const { payload, key } = await verifyToken(idToken, registration, door.platformKeys, ctx.now())
  const claims = readClaims(payload, known, ctx.config.publicUrl)
  const home = known.homes.get(claims.deploymentId)
  if (!home) throw refuse('deployment_unknown', `deployment ${claims.deploymentId}`)
  // ltijs knows no submission review and refuses it; the door's own checks stand for that message alone.
  if (claims.messageType !== 'LtiSubmissionReviewRequest') await secondOpinion({ registration, key, idToken, state })
  takeProofBack(response, state)
  response.redirect(303, await enter(ctx, known, home, claims))
}
