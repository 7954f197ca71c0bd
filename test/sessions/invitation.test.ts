import { createSecretKey, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localTenant } from '../../src/domain/tenant.js'
import { AppError } from '../../src/errors.js'
import { readInvitation } from '../../src/sessions/share-invitation.js'
import { type Served, serve } from '../http/serve.js'
import { newTenant, visit } from '../support/classroom.js'
import { pairOf, Singer } from './singer.js'

let service: Served
beforeAll(async () => {
  service = await serve()
})
afterAll(() => service.close())

const link = async (who: Singer, method = 'GET') => await who.ask(method, '/invitation')

test('those who take part find the link again, at any machine; nobody else does', async () => {
  const [host, friend] = await pairOf(service)
  const shown = (await link(friend)).json()
  expect(shown.link).toBe(`${service.ctx.config.publicUrl}/session/${host.session}#join=${shown.invitation}`)
  const third = new Singer(service, await service.newGuest(), host.session)
  expect((await link(third)).status).toBe(404)
  expect((await link(third, 'POST')).status).toBe(404)
  expect((await third.give({ type: 'join' }, { invitation: shown.invitation })).status).toBe(200)
  await third.give({ type: 'leave' })
  expect((await link(third)).status).toBe(403)
})

test('the host makes a new one: the old one lets nobody in, and who is in stays', async () => {
  const [host, friend] = await pairOf(service)
  const { invitation: old } = (await link(host)).json()
  expect((await link(friend, 'POST')).status).toBe(403)
  const made = await link(host, 'POST')
  expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store'])
  const { invitation } = made.json()
  const late = new Singer(service, await service.newGuest(), host.session)
  expect((await late.give({ type: 'join' }, { invitation: old })).status).toBe(404)
  expect((await late.give({ type: 'join' }, { invitation })).status).toBe(200)
  expect((await link(friend)).json().invitation).toBe(invitation)
})

test('where the key has changed, a new one is asked for', async () => {
  const [host] = await pairOf(service)
  const { ctx } = service
  const config = { ...ctx.config, encryptionKey: createSecretKey(randomBytes(32)) }
  const [row] = await ctx.db.inTenant(localTenant, (tx) =>
    ctx.db.query<{ person: string }>(tx, 'SELECT person FROM session_members WHERE session_id = $1', [host.session]),
  )
  const actor = { tenant: localTenant, person: row!.person, role: 'guest' as const, scopes: null }
  const reading = readInvitation(Object.create(ctx, { config: { value: config } }), actor, host.session)
  await expect(reading).rejects.toBeInstanceOf(AppError)
  await expect(reading).rejects.toMatchObject({ code: 'gone' })
})

test('a group of a course has none', async () => {
  const tenant = await newTenant(service)
  const teacher = await visit(service, { tenant, role: 'teacher' })
  await teacher.here('PUT', '/settings', { topic: 'Fractions', genres: ['jazz'], mode: { kind: 'groups', size: 3 } })
  const ada = await visit(service, { tenant, name: 'Ada' })
  const { id } = (await ada.here('POST', '/sessions')).json()
  expect((await ada.ask('GET', `/api/v1/sessions/${id}/invitation`)).status).toBe(404)
})
