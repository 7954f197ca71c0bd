import type { Request, Response } from 'express'
import { z } from 'zod'
import { payloadOf } from './messages.js'
import type { Lms } from './model.js'
import { formPost, problemPage } from './pages/answers.js'
import { sign } from './platform-key.js'

/** An authentication request as LTI allows it (IMS Security Framework 1.0, 5.1.1.2). */
const requestSchema = z.object({
  scope: z.string().refine((scope) => scope.split(' ').includes('openid')),
  response_type: z.literal('id_token'),
  response_mode: z.literal('form_post'),
  prompt: z.literal('none'),
  login_hint: z.string().min(1),
  lti_message_hint: z.string().min(1),
  state: z.string().min(1),
  nonce: z.string().min(1),
})

/** GET or POST /auth: who is signed in is said by the hint; the answer is a form that goes to the tool by itself. */
export async function signIn(lms: Lms, request: Request, response: Response): Promise<void> {
  const asked = (request.method === 'POST' ? request.body : request.query) as Record<string, unknown>
  const client = lms.clients.get(String(asked.client_id))
  const redirectUri = String(asked.redirect_uri)
  if (!client?.redirectUris.includes(redirectUri)) {
    response
      .status(400)
      .send(problemPage(lms.base, 'The tool asked to come back to an address that it did not register.'))
    return
  }
  const given = typeof asked.state === 'string' ? asked.state : ''
  const refuse = (error: string, description: string) =>
    response.send(formPost(lms.base, redirectUri, { error, error_description: description, state: given }))
  const parsed = requestSchema.safeParse(asked)
  if (!parsed.success) {
    refuse('invalid_request', parsed.error.issues.map(({ path }) => path.join('.')).join(', '))
    return
  }
  const { lti_message_hint: hint, login_hint: person, state, nonce } = parsed.data
  const message = lms.pending.get(hint)
  if (!message || message.client.id !== client.id || message.person.id !== person) {
    refuse('login_required', 'nobody is on the way with this hint')
    return
  }
  const idToken = await sign(lms, payloadOf(lms, message, { nonce, hint }))
  response.set('Cache-Control', 'no-store')
  response.send(
    formPost(lms.base, redirectUri, {
      id_token: idToken,
      state,
      ...(lms.manners === 'canvas' ? { lti_storage_target: '_parent' } : {}),
    }),
  )
}
