import { randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { verifyPageSession } from '../../src/access/page-session.js'
import { AppError } from '../../src/errors.js'
import type { Door } from '../door.js'
import { signingKey } from '../keys/signing-keys.js'
import { Launch } from '../models/launch.js'
import { Registration } from '../models/registration.js'
import { answerPage } from '../pages/answer-page.js'
import { chosenItemSchema, contentItem } from './content-item.js'

const formSchema = z.object({
  /** The page's own token: who sets up, and from which launch. */
  session: z.string().min(1).max(5000),
  items: z.string().max(60_000).default('[]'),
  /** For the teacher, when nothing could be set up. */
  error: z.string().max(500).optional(),
})

const claim = <Name extends string>(name: Name) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}` as const

function readItems(text: string): z.infer<typeof chosenItemSchema>[] {
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    given = undefined
  }
  const parsed = z.array(chosenItemSchema).max(20).safeParse(given)
  if (parsed.success) return parsed.data
  throw new AppError('invalid_request', 'What was set up cannot be read. Please try again.', {
    reason: 'deep_linking_malformed',
  })
}

/**
 * POST /lti/deep-link: brings what a teacher set up back to the platform (LTI Deep Linking 2.0, 4.5). Where to, for which
 * deployment and with which `data` comes from the stored launch, never from the form.
 */
export async function respondToDeepLinking({ ctx }: Door, request: Request, response: Response): Promise<void> {
  const parsed = formSchema.safeParse(request.body)
  if (!parsed.success)
    throw new AppError('invalid_request', 'What was set up cannot be read. Please try again.', {
      reason: 'deep_linking_malformed',
    })
  const actor = await verifyPageSession(ctx, parsed.data.session)
  const items = readItems(parsed.data.items)
  if (actor.role !== 'teacher' || !actor.launch)
    throw new AppError('forbidden', 'Only teachers can set up an activity.', { reason: 'deep_linking_forbidden' })
  const launchId = actor.launch.id
  const launch = await ctx.db.inTenant(actor.tenant, (tx) => ctx.db.of(Launch).findByPk(launchId, { transaction: tx }))
  const settings = launch?.details.deepLinking
  if (!launch || launch.personId !== actor.person || !settings)
    throw new AppError('not_found', 'This page was not opened to set up an activity.', {
      reason: 'deep_linking_forbidden',
    })
  const { registration, deploymentId } = await readHome(ctx, launch.deployment)
  if (!settings.accept_types.includes('ltiResourceLink'))
    throw new AppError('conflict', 'The learning platform does not take activities here.', {
      reason: 'deep_linking_refused',
    })
  const chosen = settings.accept_multiple === false ? items.slice(0, 1) : items
  const { kid, key } = await signingKey(ctx)
  const now = Math.floor(ctx.now().getTime() / 1000)
  const token = await new SignJWT({
    nonce: randomUUID(),
    'https://purl.imsglobal.org/spec/lti/claim/deployment_id': deploymentId,
    'https://purl.imsglobal.org/spec/lti/claim/message_type': 'LtiDeepLinkingResponse',
    'https://purl.imsglobal.org/spec/lti/claim/version': '1.3.0',
    [claim('content_items')]: chosen.map((item) =>
      contentItem(item, `${ctx.config.publicUrl}/lti/launch`, settings.accept_lineitem !== false),
    ),
    ...(settings.data === undefined ? {} : { [claim('data')]: settings.data }),
    ...(parsed.data.error ? { [claim('errormsg')]: parsed.data.error } : {}),
  })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .setIssuer(registration.clientId)
    .setAudience(registration.issuer)
    .setIssuedAt(now - 5)
    .setExpirationTime(now + 300)
    .sign(key)
  const returnUrl = settings.deep_link_return_url
  response.set('Cache-Control', 'no-store')
  response.set(
    'Content-Security-Policy',
    String(response.getHeader('Content-Security-Policy')).replace(
      "form-action 'self'",
      `form-action ${new URL(returnUrl).origin}`,
    ),
  )
  response.type('html').send(answerPage(returnUrl, token))
}

async function readHome(
  ctx: Door['ctx'],
  deployment: string,
): Promise<{ registration: Registration; deploymentId: string }> {
  return await ctx.db.outsideTenants(async (tx) => {
    const [row] = await ctx.db.query<{ registration_id: string; deployment_id: string }>(
      tx,
      'SELECT registration_id, deployment_id FROM lti_deployments WHERE id = $1',
      [deployment],
    )
    const registration = row && (await ctx.db.of(Registration).findByPk(row.registration_id, { transaction: tx }))
    if (!row || !registration)
      throw new AppError('not_found', 'The learning platform is not registered here any more.', {
        reason: 'platform_unknown',
      })
    return { registration, deploymentId: row.deployment_id }
  })
}
