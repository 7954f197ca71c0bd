import type { Request, Response } from 'express'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { addLineItem } from './gradebook.js'
import { addActivity } from './lms.js'
import type { Activity, Client, Lms } from './model.js'
import { problemPage, takenPage } from './pages/answers.js'
import { verifyTool } from './tool-keys.js'

const claim = (name: string) => `https://purl.imsglobal.org/spec/lti-dl/claim/${name}`

const itemSchema = z.object({
  type: z.string(),
  title: z.string().default('Activity'),
  text: z.string().default(''),
  url: z.url().optional(),
  custom: z.record(z.string(), z.coerce.string()).default({}),
  lineItem: z
    .object({
      label: z.string().optional(),
      scoreMaximum: z.number().min(0),
      resourceId: z.string().optional(),
      tag: z.string().optional(),
    })
    .optional(),
})

const answerSchema = z
  .object({
    'https://purl.imsglobal.org/spec/lti/claim/message_type': z.literal('LtiDeepLinkingResponse'),
    'https://purl.imsglobal.org/spec/lti/claim/version': z.literal('1.3.0'),
    'https://purl.imsglobal.org/spec/lti/claim/deployment_id': z.string(),
    nonce: z.string().min(1),
    [claim('content_items')]: z.array(itemSchema).default([]),
    [claim('data')]: z.string(),
    [claim('errormsg')]: z.string().optional(),
  })
  .transform((raw) => ({
    deployment: raw['https://purl.imsglobal.org/spec/lti/claim/deployment_id'],
    nonce: raw.nonce as string,
    hint: raw[claim('data')] as string,
    items: raw[claim('content_items')] as z.infer<typeof itemSchema>[],
    error: raw[claim('errormsg')] as string | undefined,
  }))

/** Moodle takes links to a tool alone, and makes a maximum of nought a hundred. */
function makeActivity(lms: Lms, client: Client, item: z.infer<typeof itemSchema>): Activity[] {
  if (item.type !== 'ltiResourceLink') return []
  const { title, text, url, custom, lineItem } = item
  const activity = addActivity(lms, { client: client.id, title, text, custom, ...(url ? { target: url } : {}) })
  if (lineItem)
    addLineItem(lms, {
      label: lineItem.label ?? title,
      scoreMaximum: lineItem.scoreMaximum || 100,
      resourceLinkId: activity.id,
      resourceId: lineItem.resourceId,
      tag: lineItem.tag,
    })
  return [activity]
}

/** POST /deep-link-return: the tool's answer, verified with its keys (LTI Deep Linking 2.0, 4.5); makes the activities in the course. */
export async function takeDeepLink(lms: Lms, request: Request, response: Response): Promise<void> {
  const refuse = (why: string) =>
    void response.status(400).send(problemPage(lms.base, `The tool's answer was not taken: ${why}.`))
  const token = String((request.body as { JWT?: unknown } | undefined)?.JWT)
  try {
    const client = lms.clients.get(String(decodeJwt(token).iss))
    if (!client) return refuse('unknown client')
    const payload = await verifyTool(client, token, { issuer: client.id, audience: lms.base, currentDate: lms.now() })
    const answer = answerSchema.safeParse(payload)
    if (!answer.success) return refuse(answer.error.issues.map(({ path }) => path.join('.')).join(', '))
    const { deployment, nonce, hint, items, error } = answer.data
    if (deployment !== client.deployment) return refuse('deployment')
    if (lms.pending.get(hint)?.kind !== 'LtiDeepLinkingRequest') return refuse('nobody asked for it (data)')
    if (lms.used.has(`nonce ${nonce}`)) return refuse('it was used')
    lms.used.add(`nonce ${nonce}`)
    lms.pending.delete(hint)
    const made = items.flatMap((item) => makeActivity(lms, client, item))
    response.send(takenPage(lms, made, error))
  } catch {
    refuse('its signature or its times do not hold')
  }
}
