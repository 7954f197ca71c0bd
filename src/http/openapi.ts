import { type ErrorCode, errorStatus } from '../errors.js'
import { componentsOf, type JsonSchema, type OpenApiParameter, parametersOf, reference } from './openapi-schemas.js'
import { problemMediaType, problemTitles } from './problem.js'
import type { Answer, Route } from './route.js'

export interface OpenApiResponse {
  description: string
  headers?: Record<string, { description: string; schema: JsonSchema }>
  content?: Record<string, { schema: JsonSchema }>
}

export interface OpenApiOperation {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: Record<string, string[]>[]
  parameters: OpenApiParameter[]
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema; example?: unknown }> }
  responses: Record<string, OpenApiResponse>
}

export interface OpenApi {
  openapi: '3.1.1'
  info: { title: string; version: string; description: string; license: { name: string; identifier: string } }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, OpenApiOperation>>
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, object> }
}

/** Express's ":id" as OpenAPI's "{id}". */
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** What can go wrong on a route of this kind, besides what the route itself names. */
function errorCodesOf(route: Route): ErrorCode[] {
  const codes = new Set<ErrorCode>([...(route.errors ?? []), 'internal'])
  if (route.access === 'actor')
    for (const code of ['unauthenticated', 'forbidden', 'too_many_requests', 'unavailable'] as const) codes.add(code)
  if (route.params) codes.add('not_found')
  if (route.query) codes.add('invalid_request')
  if (route.body)
    for (const code of ['invalid_request', 'payload_too_large', 'unsupported_media_type'] as const) codes.add(code)
  return [...codes]
}

function problemResponses(codes: ErrorCode[]): Record<string, OpenApiResponse> {
  const responses: Record<string, OpenApiResponse> = {}
  for (const status of [...new Set(codes.map((code) => errorStatus[code]))].sort((a, b) => a - b)) {
    const here = codes.filter((code) => errorStatus[code] === status)
    responses[status] = {
      description: here.map((code) => `\`${code}\`: ${problemTitles[code]}`).join('. '),
      content: { [problemMediaType]: { schema: reference('Problem') } },
    }
  }
  return responses
}

function responseOf({ description, content, headers }: Answer): OpenApiResponse {
  const named = (entries: Record<string, string>): OpenApiResponse['headers'] =>
    Object.fromEntries(
      Object.entries(entries).map(([name, text]) => [name, { description: text, schema: { type: 'string' } }]),
    )
  const bodies = (entries: NonNullable<Answer['content']>): OpenApiResponse['content'] =>
    Object.fromEntries(
      Object.entries(entries).map(([type, body]) => [type, { schema: body ? reference(body.name) : {} }]),
    )
  return { description, ...(headers && { headers: named(headers) }), ...(content && { content: bodies(content) }) }
}

/** What is read has an ETag (send.ts): who knows it already is told so. */
const unchanged: Record<number, Answer> = { 304: { description: 'Not changed since the ETag of `If-None-Match`' } }

function operationOf(route: Route): OpenApiOperation {
  const reads = route.method === 'get' && route.access === 'actor'
  const answers = Object.fromEntries(
    Object.entries({ ...route.answers, ...(reads && unchanged) }).map(([status, answer]) => [
      status,
      responseOf(answer),
    ]),
  )
  return {
    operationId: route.id,
    summary: route.summary,
    ...(route.description && { description: route.description }),
    tags: [route.tag],
    security: route.access === 'actor' ? [{ token: [] }, { guest: [] }] : [],
    parameters: parametersOf(route),
    ...(route.body && {
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: reference(route.body.name),
            ...(route.body.example !== undefined && { example: route.body.example }),
          },
        },
      },
    }),
    responses: { ...answers, ...problemResponses(errorCodesOf(route)) },
  }
}

/** OpenAPI 3.1 of the whole table: what is not in it is not served, and the other way round. */
export function openApiOf(routes: readonly Route[], { url, version }: { url: string; version: string }): OpenApi {
  const paths: OpenApi['paths'] = {}
  for (const route of routes) {
    const path = openApiPath(route.path)
    paths[path] = { ...paths[path], [route.method]: operationOf(route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lit Music Mashup',
      version,
      description: 'Songs about what a class studies, blended of two to four genres, checked by code.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url }],
    tags: [
      { name: 'Mashups', description: 'Ask for a song, read it, and fetch its files.' },
      { name: 'Education', description: 'What the composer knows: genres, topics of the curriculum, objectives.' },
      {
        name: 'Sessions',
        description:
          'A group makes a song together: give commands, read the session as you may see it, and what has happened.',
      },
      {
        name: 'Classroom',
        description:
          'What a page opened from a course does for its person: the assignment, songs handed in, the roster, grades.',
      },
      { name: 'Operations', description: 'For those who run the service, and for this page.' },
    ],
    paths,
    components: {
      schemas: componentsOf(routes),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An API token, made with `npm run lmm -- tokens`; or the token of a page that was opened from a course.',
        },
        guest: {
          type: 'apiKey',
          in: 'cookie',
          name: 'lmm_guest',
          description: 'Set by the service at the first request, where guests may come in.',
        },
      },
    },
  }
}
