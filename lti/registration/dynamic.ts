import type { Request, Response } from 'express'
import { z } from 'zod'
import { AppError } from '../../src/errors.js'
import type { Door } from '../door.js'
import type { Family } from '../models/registration.js'
import type { OutboundAnswer } from '../outbound/outbound.js'
import { registeredPage } from '../pages/registered-page.js'
import { bindInvite, claimInvite, readInvite } from './invites.js'
import { saveRegistration } from './save-registration.js'
import { addresses, claims, customParameters, scopes, toolDescription, toolName } from './tool.js'

const querySchema = z.object({
  invite: z.string().max(100).default(''),
  openid_configuration: z.url().max(4000),
  registration_token: z.string().max(20_000).optional(),
})

const platformKey = 'https://purl.imsglobal.org/spec/lti-platform-configuration'
const toolKey = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

/** LTI Dynamic Registration 1.0, 3.5. */
const openidSchema = z.object({
  issuer: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  registration_endpoint: z.url(),
  authorization_server: z.string().optional(),
  [platformKey]: z.object({ product_family_code: z.string().optional() }).optional(),
})

/** LTI Dynamic Registration 1.0, 3.7: what was granted, which may be less than was asked. */
const registeredSchema = z.object({
  client_id: z.coerce.string().min(1),
  scope: z.string().optional(),
  [toolKey]: z.object({ deployment_id: z.coerce.string().min(1).optional() }).optional(),
})

function read<T>(schema: z.ZodType<T>, answer: OutboundAnswer, what: string): T {
  const refused = (why: string) =>
    new AppError('unavailable', `The learning platform ${what}: ${why}.`, { reason: 'registration_failed' })
  if (answer.status < 200 || answer.status > 299) throw refused(`it answered ${answer.status}`)
  let body: unknown
  try {
    body = JSON.parse(answer.body)
  } catch {
    throw refused('its answer is no JSON')
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success)
    throw refused(`its answer lacks ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`)
  return parsed.data
}

/** What we ask for (LTI Dynamic Registration 1.0, 3.6). */
function toolConfiguration(publicUrl: string, family: Family): object {
  const { login, launch, keys } = addresses(publicUrl)
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: login,
    redirect_uris: [launch],
    client_name: toolName,
    jwks_uri: keys,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: scopes.join(' '),
    [toolKey]: {
      domain: new URL(publicUrl).host,
      description: toolDescription,
      target_link_uri: launch,
      custom_parameters: customParameters,
      claims: [...claims],
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: toolName },
        {
          type: 'LtiDeepLinkingRequest',
          target_link_uri: launch,
          label: toolName,
          ...(family === 'canvas' ? { placements: ['assignment_selection', 'link_selection'] } : {}),
        },
      ],
      ...(family === 'canvas' ? { 'https://canvas.instructure.com/lti/privacy_level': 'name_only' } : {}),
    },
  }
}

function familyOf(code: string | undefined, invited: Family): Family {
  if (code?.toLowerCase().includes('moodle')) return 'moodle'
  if (code?.toLowerCase().includes('canvas')) return 'canvas'
  return invited
}

/**
 * GET /lti/register: a platform opens this for its administrator with the address of its configuration. Behind a one-time
 * invite, as anybody else could register a platform of their own.
 */
export async function registerDynamically(
  { ctx, outbound }: Door,
  request: Request,
  response: Response,
): Promise<void> {
  const query = querySchema.safeParse(request.query)
  if (!query.success)
    throw new AppError(
      'invalid_request',
      'A learning platform opens this address by itself: paste it there as the tool’s registration address.',
      { reason: 'registration_malformed' },
    )
  const { invite, openid_configuration: configurationUrl, registration_token: token } = query.data
  const invited = await readInvite(ctx, invite)
  // The platform's own token goes to the host that gave it, and to the one that its configuration names for registering.
  const bearerFor = (...urls: string[]) =>
    token === undefined ? {} : { bearer: { token, hosts: urls.map((url) => new URL(url).host) } }
  const platform = read(
    openidSchema,
    await outbound({ method: 'GET', url: configurationUrl, ...bearerFor(configurationUrl) }),
    'did not say how to register',
  )
  const family = familyOf(platform[platformKey]?.product_family_code, invited.family)
  await claimInvite(ctx, invited.digest, platform.issuer)
  const answer = await outbound({
    method: 'POST',
    url: platform.registration_endpoint,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(toolConfiguration(ctx.config.publicUrl, family)),
    ...bearerFor(configurationUrl, platform.registration_endpoint),
  })
  const registered = read(registeredSchema, answer, 'did not register this tool')
  const deployment = registered[toolKey]?.deployment_id
  const { authorization_endpoint: authUrl, token_endpoint: tokenUrl, jwks_uri: jwksUrl } = platform
  const hostOf = (url: string) => new URL(url).host
  const given = {
    name: new URL(platform.issuer).host,
    family,
    issuer: platform.issuer,
    clientId: registered.client_id,
    authUrl,
    tokenUrl,
    tokenAudience: platform.authorization_server ?? null,
    jwksUrl,
    scopes: registered.scope?.split(' ').filter(Boolean) ?? [],
    // A hosted Canvas signs in on one host for all schools; its rosters and grades are on the school's, which speaks to us here.
    hosts: [configurationUrl, platform.registration_endpoint].map(hostOf),
    deploymentIds: deployment ? [deployment] : [],
  }
  const saidBy = [configurationUrl, platform.registration_endpoint, authUrl, tokenUrl, jwksUrl].map(hostOf)
  const saved = await saveRegistration(ctx, given, { saidBy })
  await bindInvite(ctx, invited.digest, saved.registration.id)
  response.type('html').send(registeredPage(saved))
}
