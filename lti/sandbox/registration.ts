import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { scopes } from './lms.js'
import type { Client, Lms } from './model.js'

const toolKey = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

/** LTI Dynamic Registration 1.0, 3.5. */
export const openidConfiguration = ({ base, manners }: Lms): object => ({
  issuer: base,
  authorization_endpoint: `${base}/auth`,
  token_endpoint: `${base}/token`,
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['RS256'],
  jwks_uri: `${base}/jwks`,
  registration_endpoint: `${base}/register`,
  scopes_supported: ['openid', ...Object.values(scopes)],
  response_types_supported: ['id_token'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
  'https://purl.imsglobal.org/spec/lti-platform-configuration': {
    product_family_code: manners,
    version: 'sandbox',
    messages_supported: [
      { type: 'LtiResourceLinkRequest' },
      { type: 'LtiDeepLinkingRequest', placements: ['ContentArea'] },
      { type: 'LtiSubmissionReviewRequest' },
    ],
    variables: [],
  },
})

const toolSchema = z.object({
  initiate_login_uri: z.url(),
  redirect_uris: z.array(z.url()).min(1),
  jwks_uri: z.url(),
  token_endpoint_auth_method: z.literal('private_key_jwt'),
  scope: z.string().default(''),
  client_name: z.string(),
  [toolKey]: z.object({
    target_link_uri: z.url(),
    custom_parameters: z.record(z.string(), z.string()).default({}),
  }),
})

const bearerOf = (request: Request): string => /^Bearer (.+)$/.exec(request.get('Authorization') ?? '')?.[1] ?? ''

/** GET /.well-known/openid-configuration; Canvas shows it only to who brings the registration token. */
export function showConfiguration(lms: Lms, request: Request, response: Response): void {
  if (lms.manners === 'canvas' && !lms.registrationTokens.has(bearerOf(request)))
    return void response.status(401).json({ error: 'registration token' })
  response.json(openidConfiguration(lms))
}

/** POST /register. A token registers one tool; a tool that is known by its login address is brought up to date. */
export function registerTool(lms: Lms, request: Request, response: Response): void {
  if (!lms.registrationTokens.has(bearerOf(request)))
    return void response.status(401).json({ error: 'registration token' })
  const tool = toolSchema.safeParse(request.body)
  if (!tool.success) return void response.status(400).json({ error: 'invalid_client_metadata' })
  lms.registrationTokens.delete(bearerOf(request))
  const { initiate_login_uri: loginUrl, redirect_uris: redirectUris, jwks_uri: jwksUrl, scope, client_name } = tool.data
  const { target_link_uri: targetUrl, custom_parameters: custom } = tool.data[toolKey] as z.infer<
    typeof toolSchema
  >[typeof toolKey]
  const known = [...lms.clients.values()].find((client) => client.loginUrl === loginUrl)
  const allowed = new Set<string>(Object.values(scopes))
  const client: Client = {
    id: known?.id ?? randomUUID(),
    deployment: known?.deployment ?? '1',
    loginUrl,
    redirectUris,
    jwksUrl,
    targetUrl,
    scopes: scope.split(' ').filter((name) => allowed.has(name)),
    // None of these variables means anything here: each comes back as its own name.
    custom,
  }
  lms.clients.set(client.id, client)
  response.json({
    ...tool.data,
    client_id: client.id,
    client_name,
    scope: client.scopes.join(' '),
    [toolKey]: { ...tool.data[toolKey], deployment_id: client.deployment },
  })
}

/** A tool's registration address as the platform opens it for an administrator (LTI Dynamic Registration 1.0, 3.3). */
export function newRegistrationAddress(lms: Lms, tool: URL): string {
  const token = randomUUID()
  lms.registrationTokens.add(token)
  const url = new URL(tool)
  url.searchParams.set('openid_configuration', `${lms.base}/.well-known/openid-configuration`)
  url.searchParams.set('registration_token', token)
  return url.href
}
