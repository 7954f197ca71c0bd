import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OpenApi } from '../../src/http/openapi.js'
import { routesOf } from '../../src/http/routes.js'
import type { Renderings } from '../../src/ports.js'
import { conformsTo } from './conforms-to.js'
import { type Answer, type Served, serve } from './serve.js'

let service: Served
let document: OpenApi
let cookie: string
let place: string
let session: string
beforeAll(async () => {
  // What is in a file is no matter here; song-files.test.ts has real ones.
  const renderings: Renderings = { file: async (_, { format }) => Buffer.from(format), close: async () => {} }
  service = await serve({ renderings })
  document = (await service.ask('GET', '/openapi.json')).json()
  cookie = await service.newGuest()
  const made = await service.ask('POST', '/api/v1/mashup', {
    cookie,
    body: { prompt: 'trap x baroque about photosynthesis', seed: 1 },
  })
  place = made.headers.get('location')!
  const started = await service.ask('POST', '/api/v1/sessions', { cookie, body: {} })
  session = started.json().id
})
afterAll(() => service.close())

const conforms = (method: string, path: string, answer: Answer): void => conformsTo(document, method, path, answer)

/** What Express was told to serve, as it holds it itself. */
interface Layer {
  route?: { path: string | string[]; methods: Record<string, boolean> }
  handle?: { stack?: Layer[] }
}

describe('/openapi.json', () => {
  test('is OpenAPI 3.1 that refers to nothing it has not', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    const references = JSON.stringify(document)
      .match(/"\$ref":"[^"]+"/g)!
      .map((found) => found.slice(8, -1))
    const known = new Set(Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`))
    expect(references.filter((reference) => !known.has(reference))).toEqual([])
    const ids = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('has every route that Express serves, and no other', async () => {
    const { createApp } = await import('../../src/app.js')
    const lifecycle = { stopping: new AbortController().signal, stopped: new AbortController().signal }
    const app = createApp(service.ctx, lifecycle)
    const below = (layers: Layer[]): NonNullable<Layer['route']>[] =>
      layers.flatMap(({ route, handle }) => (route ? [route] : below(handle?.stack ?? [])))
    const served = below(app.router.stack as unknown as Layer[]).flatMap(({ path, methods }) =>
      Object.keys(methods)
        // Pages, which have their paths in a list, are no part of the API.
        .filter((method) => method !== '_all' && typeof path === 'string')
        .map((method) => `${method} ${String(path).replace(/:(\w+)/g, '{$1}')}`),
    )
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual(served.sort())
  })

  test('names the parameters of every path', () => {
    for (const [path, methods] of Object.entries(document.paths))
      for (const { parameters } of Object.values(methods)) {
        const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)
        expect(named).toEqual([...path.matchAll(/{(\w+)}/g)].map(([, name]) => name))
      }
  })

  test('tells the limits of what is sent, also of texts that are tidied first', () => {
    expect(document.components.schemas.MashupRequest?.properties?.prompt).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 500,
    })
  })
})

describe('real answers are as described', () => {
  test.each(
    routesOf({ publicUrl: 'http://localhost' })
      // Of a classroom's answers classroom-openapi.test.ts makes sure: they need somebody who came in by a launch.
      .filter(({ method, tag, answers }) => method === 'get' && tag !== 'Classroom' && Object.keys(answers).length > 0)
      // A session's song stands at the end of a journey: test/sessions and test/web have one.
      .filter(({ path }) => !/^\/api\/v1\/sessions\/:id\/(song|score|lyrics|arrangements)/.test(path))
      .map(({ path }) => path),
  )('GET %s', async (path) => {
    const known: Record<string, string> = {
      genre: 'trap',
      topic: 'photosynthesis',
      objective: 'MU:Cr1.1.5a',
      mashup: place.split('/').at(-1)!,
      session,
    }
    const actual = path.replace(':id', Object.entries(known).find(([name]) => path.includes(`/${name}`))?.[1] ?? '')
    const answer = await service.ask('GET', actual, { cookie })
    expect(answer.status).toBeLessThan(400)
    conforms('get', path, answer)
    if (answer.status === 200 && answer.headers.has('etag')) {
      const again = await service.ask('GET', actual, {
        cookie,
        headers: { 'If-None-Match': answer.headers.get('etag')! },
      })
      expect(again.status).toBe(304)
      if (path.startsWith('/api/')) conforms('get', path, again)
    }
  })

  const path = '/api/v1/mashup'
  const body = { prompt: 'trap x baroque about photosynthesis', seed: 2 }
  const asked: [string, Parameters<Served['ask']>[2], number][] = [
    ['a song', { body }, 201],
    ['a promise', { body: { ...body, seed: 3 }, headers: { Prefer: 'respond-async' } }, 202],
    ['a stream', { body, headers: { Accept: 'text/event-stream' } }, 200],
    ['a fault', { body: {} }, 400],
    ['no token of ours', { body, headers: { Authorization: 'Bearer x' } }, 401],
    ['nothing that we have', { body, headers: { Accept: 'image/png' } }, 406],
    ['a form', { raw: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }, 415],
    ['too much', { body: { prompt: 'x'.repeat(70_000) } }, 413],
    ['one genre', { body: { ...body, genres: ['trap'] } }, 422],
  ]
  test.each(asked)(`POST ${path}: %s`, async (_, sent, status) => {
    const answer = await service.ask('POST', path, { cookie, ...sent })
    expect(answer.status).toBe(status)
    conforms('post', path, answer)
  })

  test.each([
    '/api/v1/mashup/5f0c6a8e-1111-4111-8111-111111111111',
    '/api/v1/education/topics/nothing',
    '/api/v1/education/genres?limit=0',
  ])('GET %s: a problem', async (actual) => {
    const answer = await service.ask('GET', actual, { cookie })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    conforms('get', actual.replace(/\?.*/, '').replace(/\/(nothing|5f0c6a8e[\w-]*)/, '/:id'), answer)
  })
})

describe('/docs', () => {
  test('shows every operation and every code, with nothing from elsewhere and nothing inline', async () => {
    const page = (await service.ask('GET', '/docs')).text
    for (const methods of Object.values(document.paths))
      for (const { operationId } of Object.values(methods)) expect(page).toContain(`id="${operationId}"`)
    const { type } = (await service.ask('GET', '/nowhere')).json()
    expect(page).toContain(`id="${type.split('#')[1]}"`)
    expect(page).not.toMatch(/<script|<style| style=|javascript:|(src|href)="(https?:)?\/\//i)
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, anchor]) => anchor)
    expect(anchors.filter((anchor) => !page.includes(`id="${anchor}"`))).toEqual([])
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
