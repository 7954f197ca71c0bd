import { readFileSync } from 'node:fs'
import { docsPage } from '../docs/docs-page.js'
import { openApiOf } from '../openapi.js'
import { json, text } from '../reply.js'
import { type Route, route } from '../route.js'

/** Of the interface, not of the program: it grows with what is added and starts anew with `/api/v2`. */
const version = '1.0.0'
const styles = new URL('../docs/docs.css', import.meta.url)

/** Made at the first asking: it needs the whole table, itself included. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** The table, described: the document, and the page that is made from it, which name themselves too. */
export function withDocumentation(routes: readonly Route[], url: string): Route[] {
  const document = once(() => openApiOf(all, { url, version }))
  const asJson = once(() => json(document()))
  const page = once(() => text('text/html', docsPage(document())))
  const css = readFileSync(styles, 'utf8')
  const shared = { method: 'get', tag: 'Operations', access: 'public' } as const

  const documentation: Route[] = [
    route({
      ...shared,
      path: '/openapi.json',
      id: 'openApi',
      summary: 'This interface for programs',
      answers: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': null } } },
      handler: asJson,
    }),
    route({
      ...shared,
      path: '/docs',
      id: 'docs',
      summary: 'This interface for people',
      answers: { 200: { description: 'A page', content: { 'text/html': null } } },
      handler: page,
    }),
    route({
      ...shared,
      path: '/docs/docs.css',
      id: 'docsStyles',
      summary: 'The styles of that page',
      answers: { 200: { description: 'CSS', content: { 'text/css': null } } },
      handler: () => text('text/css', css),
    }),
  ]
  const all: Route[] = [...routes, ...documentation]
  return all
}
