import { z } from 'zod'
import { AppError } from '../../src/errors.js'
import { type Caller, callService, readServiceJson } from './call.js'

const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem'
const containerType = 'application/vnd.ims.lis.v2.lineitemcontainer+json'
const itemType = 'application/vnd.ims.lis.v2.lineitem+json'

/** AGS 2.0, 3.2. */
const lineItemSchema = z.object({
  id: z.url(),
  resourceLinkId: z.string().optional(),
  resourceId: z.string().optional(),
})

interface Wanted {
  lineItems: string
  resourceLinkId: string
  label: string
  maximum: number
}

const failed = (status: number) =>
  new AppError(
    'unavailable',
    `The gradebook has no column for this activity and did not make one (it answered ${status}).`,
    {
      reason: status >= 500 || status === 429 ? 'line_item_unavailable' : 'line_item_refused',
    },
  )

/**
 * The line item of an activity: the one that is bound to its resource link, else a new one. Copies of an activity share a
 * resource id, so that is never looked for. The caller holds the activity's lock: two at once would make two columns.
 */
export async function findOrCreateLineItem(
  caller: Caller,
  { lineItems, resourceLinkId, label, maximum }: Wanted,
): Promise<string> {
  const search = new URL(lineItems)
  search.searchParams.set('resource_link_id', resourceLinkId)
  const listed = await callService(caller, [scope], {
    method: 'GET',
    url: search.href,
    headers: { accept: containerType },
  })
  if (listed.status !== 200) throw failed(listed.status)
  const items = z.array(lineItemSchema).safeParse(readServiceJson(listed))
  const known = items.success ? items.data.find((item) => item.resourceLinkId === resourceLinkId) : undefined
  if (known) return known.id
  const made = await callService(caller, [scope], {
    method: 'POST',
    url: lineItems,
    headers: { accept: itemType, 'content-type': itemType },
    body: JSON.stringify({ label, scoreMaximum: maximum, resourceLinkId, tag: 'song' }),
  })
  const item = made.status === 200 || made.status === 201 ? lineItemSchema.safeParse(readServiceJson(made)) : undefined
  if (!item?.success) throw failed(made.status)
  return item.data.id
}
