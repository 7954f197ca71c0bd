import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { memoryState } from '../../integrations/memory/shared-state.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type BreakableProxy, breakableProxy } from './breakable-proxy.js'
import { type Served, serve } from './serve.js'

let service: Served
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

describe('probes', () => {
  test('/health says that the process lives, /ready that it can make songs', async () => {
    for (const path of ['/health', '/ready']) {
      const answer = await service.ask('GET', path)
      expect([answer.status, answer.json()]).toEqual([200, { status: 'ok' }])
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
  })

  test('/ready names what is missing', async () => {
    const poor = await serve({
      shared: { ...memoryState(), ready: async () => false },
      model: {
        name: 'absent',
        generate: () => Promise.reject(new Error('absent')),
        trouble: async () => 'Run: ollama pull llama',
      },
    })
    try {
      const answer = await poor.ask('GET', '/ready')
      expect([answer.status, answer.json().code]).toEqual([503, 'unavailable'])
      expect(answer.json().errors.map(({ at }: { at: string }) => at)).toEqual(['shared', 'models'])
      expect(answer.text).toContain('ollama pull')
    } finally {
      await poor.close()
    }
  })
})

describe('the database away', () => {
  let database: FreshDatabase
  let proxy: BreakableProxy
  let shaken: Served
  beforeAll(async () => {
    database = await freshDatabase()
    proxy = await breakableProxy(database.url)
    shaken = await serve({ settings: { DATABASE_URL: proxy.url } })
  })
  afterAll(async () => {
    await shaken.close()
    await proxy.close()
    await database.drop()
  })

  test('is told by /ready and by 503, and comes back by itself', async () => {
    const body = { prompt: 'trap x baroque about photosynthesis', seed: 1 }
    expect((await shaken.ask('POST', '/api/v1/mashup', { body })).status).toBe(201)

    await proxy.cut()
    const unready = await shaken.ask('GET', '/ready')
    expect([unready.status, unready.json().errors[0].at]).toEqual([503, 'database'])
    const refused = await shaken.ask('POST', '/api/v1/mashup', { body })
    expect([refused.status, refused.json().code, refused.headers.get('retry-after')]).toEqual([503, 'unavailable', '5'])
    expect(refused.text).not.toMatch(/ECONN|postgres|127\.0\.0\.1/i)
    expect((await shaken.ask('GET', '/health')).status).toBe(200)

    await proxy.mend()
    expect((await shaken.ask('GET', '/ready')).status).toBe(200)
    expect((await shaken.ask('POST', '/api/v1/mashup', { body })).status).toBe(201)
  })
})

describe('every answer', () => {
  test('carries a request id: the caller’s where it is sane, else a new one', async () => {
    const given = await service.ask('GET', '/health', { headers: { 'X-Request-Id': 'proxy-4711-abc' } })
    expect(given.headers.get('x-request-id')).toBe('proxy-4711-abc')
    const forged = await service.ask('GET', '/health', { headers: { 'X-Request-Id': 'a b"}{' } })
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('lets nothing in from elsewhere and nothing inline, and can be embedded', async () => {
    const { headers } = await service.ask('GET', '/docs')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(policy).toContain("frame-ancestors 'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    for (const name of [
      'x-powered-by',
      'x-frame-options',
      'cross-origin-embedder-policy',
      'cross-origin-opener-policy',
    ])
      expect(headers.get(name)).toBeNull()
  })

  test('is logged and counted by its pattern, without what people wrote or who they are', async () => {
    const prompt = 'trap x baroque about photosynthesis for Zebediah'
    const made = await service.ask('POST', '/api/v1/mashup?secret=Zebediah', { body: { prompt, seed: 1 } })
    await service.ask('GET', made.headers.get('location')!)
    const written = service.log.join('')
    expect(written).toContain('"endpoint":"/api/v1/mashup"')
    expect(written).toContain(made.headers.get('x-request-id'))
    expect(written).not.toMatch(/Zebediah|127\.0\.0\.1|lmm_guest/)
    const counted = await service.ctx.metrics.registry.metrics()
    expect(counted).toContain('lmm_api_requests_total{endpoint="/api/v1/mashup"}')
    expect(counted).toContain('lmm_api_requests_total{endpoint="/api/v1/mashup/:id"}')
    expect(counted).not.toContain(made.json().id)
  })
})

describe('paths and methods', () => {
  test.each(['/nowhere', '/api/v1', '/api/v1/mashups', '/docs/../etc/passwd', '/.env'])(
    '%s is not found',
    async (path) => {
      const answer = await service.ask('GET', path)
      expect([answer.status, answer.headers.get('content-type'), answer.json().code]).toEqual([
        404,
        'application/problem+json',
        'not_found',
      ])
    },
  )

  test('a path that does not decode is refused', async () => {
    const answer = await service.ask('GET', '/api/v1/education/genres/%E0%A4%A')
    expect([answer.status, answer.json().code]).toEqual([400, 'invalid_request'])
  })

  test('a method that a path has not is told which it has', async () => {
    const refused = await service.ask('DELETE', '/api/v1/mashup')
    expect([refused.status, refused.headers.get('allow'), refused.json().code]).toEqual([
      405,
      'POST',
      'method_not_allowed',
    ])
    expect((await service.ask('POST', '/health')).headers.get('allow')).toBe('GET, HEAD')
    const options = await service.ask('OPTIONS', '/health')
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD'])
  })

  test('an error on our side tells an id and nothing else; the detail is in the log', async () => {
    const broken = await serve({
      model: {
        name: 'x',
        generate: () => Promise.reject(new Error('x')),
        trouble: () => Promise.reject(new Error('x')),
      },
    })
    try {
      broken.ctx.db.inTenant = () => Promise.reject(new Error('the secret detail'))
      const answer = await broken.ask('GET', '/api/v1/mashup/5f0c6a8e-1111-4111-8111-111111111111')
      expect([answer.status, answer.json().code]).toEqual([500, 'internal'])
      expect(answer.text).not.toContain('secret detail')
      const line = broken.log.find((entry) => entry.includes('secret detail'))
      expect(line).toContain(answer.headers.get('x-request-id'))
    } finally {
      await broken.close()
    }
  })
})
