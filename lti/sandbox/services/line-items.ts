import type { Request, Response } from 'express'
import { z } from 'zod'
import { addLineItem, lineItemsUrl, lineItemUrl } from '../gradebook.js'
import type { LineItem, Lms } from '../model.js'
import { linkHeader } from './paging.js'

const itemType = 'application/vnd.ims.lis.v2.lineitem+json'
const containerType = 'application/vnd.ims.lis.v2.lineitemcontainer+json'

const bodySchema = z.object({
  label: z.string().min(1),
  scoreMaximum: z.number().positive(),
  resourceLinkId: z.string().optional(),
  resourceId: z.string().optional(),
  tag: z.string().optional(),
  startDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
})

const shown = (lms: Lms, item: LineItem) => ({ ...item, locked: undefined, id: lineItemUrl(lms, item) })

/** What an item's own address means, or 404. */
export function itemOf(lms: Lms, request: Request, response: Response): LineItem | undefined {
  const item = lms.lineItems.get(String(request.params.item))
  if (!item) response.status(404).json({ error: 'no such line item' })
  return item
}

/** GET …/lineitems (AGS 2.0, 3.2.4). */
export function listLineItems(lms: Lms, request: Request, response: Response): void {
  const { resource_link_id: link, resource_id: resource, tag, limit, page } = request.query
  const found = [...lms.lineItems.values()].filter(
    (item) =>
      (link === undefined || item.resourceLinkId === link) &&
      (resource === undefined || item.resourceId === resource) &&
      (tag === undefined || item.tag === tag),
  )
  const size = Number(limit) || 50
  const first = (Number(page) || 0) * size
  if (first + size < found.length) {
    const url = new URL(lineItemsUrl(lms))
    for (const [name, value] of Object.entries({ ...request.query, page: (Number(page) || 0) + 1 }))
      url.searchParams.set(name, String(value))
    response.set('Link', linkHeader(lms, url.href))
  }
  const items = found.slice(first, first + size).map((item) => shown(lms, item))
  response.type(containerType).send(JSON.stringify(items))
}

/** POST …/lineitems (AGS 2.0, 3.2.5). */
export function makeLineItem(lms: Lms, request: Request, response: Response): void {
  const body = bodySchema.safeParse(request.body)
  if (!body.success) return void response.status(400).json({ error: 'no line item' })
  if (body.data.resourceLinkId !== undefined && !lms.activities.has(body.data.resourceLinkId))
    return void response.status(404).json({ error: 'no such resource link' })
  response
    .status(201)
    .type(itemType)
    .send(JSON.stringify(shown(lms, addLineItem(lms, body.data))))
}

export function readLineItem(lms: Lms, request: Request, response: Response): void {
  const item = itemOf(lms, request, response)
  if (item) response.type(itemType).send(JSON.stringify(shown(lms, item)))
}

/** PUT: what is not said again is cleared. */
export function changeLineItem(lms: Lms, request: Request, response: Response): void {
  const item = itemOf(lms, request, response)
  if (!item) return
  const body = bodySchema.safeParse(request.body)
  if (!body.success) return void response.status(400).json({ error: 'no line item' })
  const changed = { ...body.data, id: item.id, resourceLinkId: item.resourceLinkId }
  lms.lineItems.set(item.id, changed)
  response.type(itemType).send(JSON.stringify(shown(lms, changed)))
}
