import { z } from 'zod'
import { authorize } from '../../domain/policy.js'
import { AppError } from '../../errors.js'
import { json } from '../reply.js'
import { type Route, route } from '../route.js'

interface Catalogue<T extends object> {
  /** "topics", as it stands in the path. */
  plural: string
  singular: string
  schema: z.ZodObject
  /** What a list tells of each; all of it is told of one. */
  summary: readonly string[]
  items: readonly T[]
  /** What names an item in its path. */
  key: (item: T) => string
  /** What `q` is looked for in. */
  words: (item: T) => string[]
  /** Further query parameters, and which items they let through. */
  filters?: { schema: z.ZodRawShape; passes: (item: T, query: Record<string, unknown>) => boolean }
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Known when the process starts and the same for everybody: a browser may keep it for five minutes. */
const kept = { 'Cache-Control': 'private, max-age=300' }

const paging = {
  q: z.string().max(100).optional().describe('Words that must all occur in its names'),
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Items on a page'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0).describe('Items to leave out'),
}
interface Page {
  q?: string
  limit: number
  offset: number
}

/** The next page as a relative reference for `Link: …; rel="next"` (RFC 8288), with the query as it was asked. */
function nextLink(path: string, query: Page, total: number): Record<string, string> {
  const offset = query.offset + query.limit
  if (offset >= total) return {}
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...query, offset }))
    if (value !== undefined) next.set(name, String(value))
  return { Link: `<${path}?${next.toString()}>; rel="next"` }
}

/** Two routes for a list of knowledge: searched and paged, and one item of it. */
export function catalogueRoutes<T extends object>({
  plural,
  singular,
  schema,
  summary,
  items,
  key,
  words,
  filters,
}: Catalogue<T>): Route[] {
  const path = `/api/v1/education/${plural}`
  const name = singular.replace(/^./, (letter) => letter.toUpperCase())
  const brief = schema.pick(Object.fromEntries(summary.map((field) => [field, true])) as Record<string, never>)
  const pageSchema = z.strictObject({ items: z.array(brief), total: z.int().min(0), limit: z.int(), offset: z.int() })
  const haystacks = new Map(items.map((item) => [item, words(item).map(fold).join('\n')]))
  const byKey = new Map(items.map((item) => [key(item), item]))

  return [
    route({
      method: 'get',
      path,
      id: `list${name}s`,
      tag: 'Education',
      access: 'actor',
      summary: `List ${plural}`,
      query: z.strictObject({ ...paging, ...filters?.schema }) as unknown as z.ZodObject & z.ZodType<Page>,
      answers: {
        200: {
          description: `A page of ${plural}`,
          content: { 'application/json': { name: `${name}Page`, schema: pageSchema } },
          headers: { Link: 'The next page, where there is one', ETag: 'Changes with the content' },
        },
      },
      handler({ actor, query }) {
        authorize(actor, 'education:read')
        const sought = fold(query.q ?? '').split(/\s+/)
        const found = items.filter(
          (item) =>
            sought.every((word) => haystacks.get(item)!.includes(word)) &&
            (filters?.passes(item, { ...query }) ?? true),
        )
        const page = found.slice(query.offset, query.offset + query.limit)
        const told = page.map((item) =>
          Object.fromEntries(Object.entries(item).filter(([field]) => summary.includes(field))),
        )
        const { limit, offset } = query
        return json(
          { items: told, total: found.length, limit, offset },
          { headers: { ...kept, ...nextLink(path, query, found.length) } },
        )
      },
    }),
    route({
      method: 'get',
      path: `${path}/:id`,
      id: `read${name}`,
      tag: 'Education',
      access: 'actor',
      summary: `Read one ${singular}`,
      params: z.strictObject({ id: z.string().max(120) }),
      answers: {
        200: {
          description: `The ${singular}`,
          content: { 'application/json': { name, schema } },
          headers: { ETag: 'Changes with the content' },
        },
      },
      handler({ actor, params }) {
        authorize(actor, 'education:read')
        const item = byKey.get(params.id)
        if (!item) throw new AppError('not_found', `There is no ${singular} of this name.`)
        return json(item, { headers: kept })
      },
    }),
  ]
}
