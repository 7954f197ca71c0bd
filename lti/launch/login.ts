import type { Request, Response } from 'express'
import type { Door } from '../door.js'
import { loginPage } from '../pages/login-page.js'
import { giveProof } from './browser-proof.js'
import { checkTarget, type LoginRequest, parseLogin } from './login-request.js'
import { type BegunLogin, beginLogin } from './states.js'

/** The authentication request (IMS Security Framework 1.0, 5.1.1.2): back to /lti/launch as a form, with no page of the platform's own. */
function authenticationUrl(
  authUrl: string,
  clientId: string,
  publicUrl: string,
  login: LoginRequest,
  { state, nonce }: BegunLogin,
): string {
  const url = new URL(authUrl)
  const parameters = {
    scope: 'openid',
    response_type: 'id_token',
    response_mode: 'form_post',
    prompt: 'none',
    client_id: clientId,
    redirect_uri: `${publicUrl}/lti/launch`,
    login_hint: login.login_hint,
    state,
    nonce,
    ...(login.lti_message_hint === undefined ? {} : { lti_message_hint: login.lti_message_hint }),
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  return url.href
}

/** The same sign-in for a tab of its own, where our cookie is nobody's third party. */
function tabUrl(publicUrl: string, login: LoginRequest): string {
  const url = new URL(`${publicUrl}/lti/login`)
  const { lti_storage_target: _, ...kept } = login
  for (const [name, value] of Object.entries(kept)) if (value !== undefined) url.searchParams.set(name, value)
  return url.href
}

/**
 * GET or POST /lti/login: a platform begins a sign-in. In a page of its own the browser is sent on at once; in a frame a
 * small page first finds out where it can keep the proof that it is the same browser.
 */
export async function login({ ctx }: Door, request: Request, response: Response): Promise<void> {
  const asked = parseLogin(request.method === 'POST' ? request.body : request.query)
  const { publicUrl } = ctx.config
  checkTarget(asked.target_link_uri, publicUrl)
  const { registration, begun } = await beginLogin(ctx, asked)
  const authUrl = authenticationUrl(registration.authUrl, registration.clientId, publicUrl, asked, begun)
  giveProof(response, begun)
  response.set('Cache-Control', 'no-store')
  const framed =
    asked.lti_storage_target !== undefined || ['iframe', 'frame'].includes(request.get('Sec-Fetch-Dest') ?? '')
  if (!framed) return response.redirect(302, authUrl)
  response.type('html').send(
    loginPage({
      authUrl,
      tabUrl: tabUrl(publicUrl, asked),
      state: begun.state,
      proof: begun.proof,
      storageTarget: asked.lti_storage_target ?? null,
    }),
  )
}
