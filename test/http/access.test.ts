import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { issueToken } from '../../src/access/issue-token.js'
import { revokeToken } from '../../src/access/revoke-token.js'
import type { Actor, Scope } from '../../src/domain/actor.js'
import { localTenant } from '../../src/domain/tenant.js'
import { type Served, serve } from './serve.js'

const administrator: Actor = { tenant: localTenant, person: 'office', role: 'administrator', scopes: null }
const body = { prompt: 'trap x baroque about photosynthesis', seed: 3 }

const tokenFor = (service: Served, role: 'student' | 'teacher', scopes: Scope[] | null = null) =>
  issueToken(service.ctx, administrator, { name: 'a test', role, scopes, days: 1 })
const bearing = (token: string) => ({ Authorization: `Bearer ${token}` })

describe('API tokens', () => {
  let service: Served
  beforeAll(async () => {
    service = await serve({ settings: { LMM_GUESTS: 'false' } })
  })
  afterAll(() => service.close())

  test('nobody comes in without one where there are no guests', async () => {
    const answer = await service.ask('POST', '/api/v1/mashup', { body })
    expect([answer.status, answer.json().code]).toEqual([401, 'unauthenticated'])
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="mashup"')
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await service.ask('GET', '/health')).status).toBe(200)
  })

  test.each(['Bearer', 'Bearer not.a.token', 'Basic dXNlcjpwYXNz', 'Bearer a b'])(
    '%j is refused',
    async (Authorization) => {
      const answer = await service.ask('POST', '/api/v1/mashup', { body, headers: { Authorization } })
      expect([answer.status, answer.json().code]).toEqual([401, 'unauthenticated'])
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
    },
  )

  test('a token opens the door until it is revoked', async () => {
    const { id, token } = await tokenFor(service, 'student')
    const made = await service.ask('POST', '/api/v1/mashup', { body, headers: bearing(token) })
    expect(made.status).toBe(201)
    await revokeToken(service.ctx, administrator, id)
    const refused = await service.ask('GET', made.headers.get('location')!, { headers: bearing(token) })
    expect([refused.status, refused.json().code]).toEqual([401, 'unauthenticated'])
  })

  test('a scope that is missing is told apart from a token that is', async () => {
    const { token } = await tokenFor(service, 'teacher', ['songs:read'])
    const headers = bearing(token)
    const refused = await service.ask('POST', '/api/v1/mashup', { body, headers })
    expect([refused.status, refused.json().code]).toEqual([403, 'forbidden'])
    expect((await service.ask('GET', '/api/v1/education/genres', { headers })).status).toBe(403)
  })

  test('students read their own songs, teachers those of their tenant', async () => {
    const [mine, other, teacher] = [
      await tokenFor(service, 'student'),
      await tokenFor(service, 'student'),
      await tokenFor(service, 'teacher'),
    ]
    const made = await service.ask('POST', '/api/v1/mashup', { body, headers: bearing(mine.token) })
    const read = async (token: string) =>
      (await service.ask('GET', made.headers.get('location')!, { headers: bearing(token) })).status
    expect([await read(mine.token), await read(other.token), await read(teacher.token)]).toEqual([200, 404, 200])
  })
})

describe('guests', () => {
  let service: Served
  beforeAll(async () => {
    service = await serve()
  })
  afterAll(() => service.close())

  test('a forged, broken or foreign cookie is like none: a new guest is met', async () => {
    const cookie = await service.newGuest()
    const [name, value = ''] = cookie.split('=')
    const [person] = value.split('.')
    const made = await service.ask('POST', '/api/v1/mashup', { body, cookie })
    for (const forged of [
      `${name}=${person}.`,
      `${name}=${person}.AAAA`,
      `${name}=other${value}`,
      `${name}=`,
      `${name}=%`,
    ]) {
      const answer = await service.ask('GET', made.headers.get('location')!, { cookie: forged })
      expect(answer.status).toBe(404)
      expect(answer.headers.get('set-cookie')).toContain('lmm_guest=')
    }
    const known = await service.ask('GET', made.headers.get('location')!, { cookie: `other=1; ${cookie}; more=2` })
    expect([known.status, known.headers.get('set-cookie')]).toEqual([200, null])
  })

  test('the cookie travels over https alone where the service is on https', async () => {
    const secure = await serve({ settings: { PUBLIC_URL: 'https://mashup.example' } })
    try {
      const answer = await secure.ask('GET', '/api/v1/education/genres')
      expect(answer.headers.get('set-cookie')).toContain('Secure')
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=')
    } finally {
      await secure.close()
    }
  })
})

describe('rate limits', () => {
  const list = '/api/v1/education/genres?limit=1'
  const make = (service: Served, sent: { cookie?: string; headers?: Record<string, string> } = {}) =>
    service.ask('POST', '/api/v1/mashup', { body: { prompt: 'la' }, ...sent })

  test('a person who asks for too many songs is told when to come back; others are not touched', async () => {
    const service = await serve({ settings: { LMM_RATE_PER_MINUTE: '2' } })
    try {
      const [eager, calm] = [await service.newGuest(), await service.newGuest()]
      const first = await make(service, { cookie: eager })
      expect(first.headers.get('ratelimit-policy')).toContain('"person-songs";q=2;w=60')
      expect(first.headers.get('ratelimit')).toMatch(/"person-songs";r=1;t=\d+/)
      await make(service, { cookie: eager })
      const refused = await make(service, { cookie: eager })
      expect([refused.status, refused.json().code]).toEqual([429, 'too_many_requests'])
      const wait = Number(refused.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(60)
      expect(refused.headers.get('ratelimit')).toMatch(/"person-songs";r=0;t=\d+/)
      expect((await make(service, { cookie: calm })).status).not.toBe(429)
      expect((await service.ask('GET', list, { cookie: eager })).status).toBe(200)
    } finally {
      await service.close()
    }
  })

  test('thirty children behind one address, three songs each, are fine', async () => {
    const service = await serve({ settings: { LMM_RATE_PER_MINUTE: '3' } })
    try {
      const children = await Promise.all(Array.from({ length: 30 }, () => service.newGuest()))
      const answers = await Promise.all(children.flatMap((cookie) => [1, 2, 3].map(() => make(service, { cookie }))))
      expect(answers.filter(({ status }) => status === 429)).toEqual([])
    } finally {
      await service.close()
    }
  })

  test('throwing the cookie away does not help', async () => {
    const service = await serve({ settings: { LMM_RATE_PER_MINUTE: '2' } })
    try {
      const statuses = [await make(service), await make(service), await make(service)].map(({ status }) => status)
      expect(statuses.map((status) => status === 429)).toEqual([false, false, true])
    } finally {
      await service.close()
    }
  })

  test('an address is what the proxy says only where there is a proxy', async () => {
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } })
    const direct = await serve({ settings: { LMM_RATE_PER_MINUTE: '1' } })
    const behind = await serve({ settings: { LMM_RATE_PER_MINUTE: '1', PUBLIC_URL: 'https://mashup.example' } })
    try {
      const second = async (service: Served) => {
        await make(service, from('203.0.113.1'))
        return (await make(service, from('203.0.113.2'))).status === 429
      }
      expect([await second(direct), await second(behind)]).toEqual([true, false])
    } finally {
      await Promise.all([direct.close(), behind.close()])
    }
  })
})
