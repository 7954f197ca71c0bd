import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import type { Lms } from '../model.js'
import { verifyTool } from '../tool-keys.js'

const formSchema = z.object({
  grant_type: z.literal('client_credentials'),
  client_assertion_type: z.literal('urn:ietf:params:oauth:client-assertion-type:jwt-bearer'),
  client_assertion: z.string(),
  scope: z.string(),
})

const lifetimeSeconds = 3600

/** POST /token (IMS Security Framework 1.0, 4.1.1): an assertion that the tool signed, once, for scopes that it was granted. */
export async function grantToken(lms: Lms, request: Request, response: Response): Promise<void> {
  const refuse = (error: string, description: string) =>
    void response.status(error === 'invalid_client' ? 401 : 400).json({ error, error_description: description })
  const form = formSchema.safeParse(request.body)
  if (!form.success) return refuse('invalid_request', form.error.issues.map(({ path }) => path.join('.')).join(', '))
  const { client_assertion: assertion, scope } = form.data
  const now = lms.now()
  let client: ReturnType<Lms['clients']['get']>
  try {
    client = lms.clients.get(String(decodeJwt(assertion).sub))
    if (!client) return refuse('invalid_client', 'unknown client')
    const {
      iss,
      jti,
      iat = 0,
    } = await verifyTool(client, assertion, {
      subject: client.id,
      audience: `${lms.base}/token`,
      currentDate: now,
    })
    if (iss !== client.id || typeof jti !== 'string')
      return refuse('invalid_client', 'iss and sub are the client id, jti is there')
    // Moodle has no leeway: an assertion of the next second is refused.
    if (iat > now.getTime() / 1000 + (lms.manners === 'moodle' ? 0 : 60))
      return refuse('invalid_client', 'iat is in the future')
    if (lms.used.has(`jti ${jti}`)) return refuse('invalid_client', 'the assertion was used')
    lms.used.add(`jti ${jti}`)
  } catch {
    return refuse('invalid_client', 'the assertion does not hold')
  }
  const granted = scope.split(' ').filter((name) => client?.scopes.includes(name))
  if (granted.length === 0) return refuse('invalid_scope', 'none of these scopes was granted')
  const token = randomBytes(24).toString('hex')
  lms.accessTokens.set(token, { client: client.id, scopes: granted, until: now.getTime() + lifetimeSeconds * 1000 })
  response.json({ access_token: token, token_type: 'Bearer', expires_in: lifetimeSeconds, scope: granted.join(' ') })
}

/** 401 without a token that is still good, 403 without one of the scopes. */
export const needs =
  (lms: Lms, ...scopes: string[]): RequestHandler =>
  (request, response, next) => {
    const token = /^Bearer (\w+)$/.exec(request.get('Authorization') ?? '')?.[1]
    const known = token ? lms.accessTokens.get(token) : undefined
    if (!known || known.until < lms.now().getTime()) return void response.status(401).json({ error: 'invalid_token' })
    if (!scopes.some((scope) => known.scopes.includes(scope)))
      return void response.status(403).json({ error: 'insufficient_scope' })
    next()
  }
