import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { invite } from '../../lti/registration/invites.js'
import { addActivity } from '../../lti/sandbox/lms.js'
import type { Lms, Manners } from '../../lti/sandbox/model.js'
import { newRegistrationAddress } from '../../lti/sandbox/registration.js'
import { startLms } from '../support/fake-lms.js'
import { refusalOf } from './refusal.js'
import { startTool, type Tool } from './tool.js'
import { messageFor, visit } from './visit.js'

let tool: Tool
beforeAll(async () => {
  tool = await startTool()
})
afterAll(() => tool.close())

const registrations = () =>
  tool.ctx.db.outsideTenants((tx) =>
    tool.ctx.db.query<{ issuer: string; client_id: string; family: string; scopes: string[]; hosts: string[] }>(
      tx,
      'SELECT * FROM lti_registrations',
    ),
  )

describe.each<Manners>(['moodle', 'canvas'])('with the manners of %s', (manners) => {
  test('a platform registers by invitation, launches at once, and again means update', async () => {
    const { lms, close } = await startLms({ manners })
    try {
      const { url } = await invite(tool.ctx, manners)
      const page = await (await fetch(newRegistrationAddress(lms, new URL(url)))).text()
      expect(page).toContain('This tool is registered')
      const client = [...lms.clients.values()][0]!
      expect(client).toMatchObject({ loginUrl: `${tool.url}/lti/login`, redirectUris: [`${tool.url}/lti/launch`] })
      const found = (await registrations()).filter(({ issuer }) => issuer === lms.base)
      expect(found[0]?.hosts).toContain(new URL(lms.base).host)
      expect(found).toMatchObject([
        { client_id: client.id, family: manners, scopes: expect.arrayContaining([expect.stringContaining('score')]) },
      ])
      const activity = addActivity(lms, { client: client.id })
      expect((await visit(tool.url, lms, messageFor(lms, client, activity))).status).toBe(303)

      const again = await (await fetch(newRegistrationAddress(lms, new URL(url)))).text()
      expect(again).toContain('brought up to date')
      expect((await registrations()).filter(({ issuer }) => issuer === lms.base)).toHaveLength(1)
    } finally {
      await close()
    }
  })
})

test('what an administrator left out of the scopes is known', async () => {
  const { lms, close } = await startLms()
  try {
    const { url } = await invite(tool.ctx, 'moodle')
    await fetch(newRegistrationAddress(lms, new URL(url)))
    const [found] = (await registrations()).filter(({ issuer }) => issuer === lms.base)
    expect(found?.scopes.every((scope) => scope.startsWith('https://purl.imsglobal.org/spec/'))).toBe(true)
  } finally {
    await close()
  }
})

/** A server that says the victim's issuer and client of itself, with keys and addresses of its own. */
async function startStranger(victim: Lms): Promise<{ base: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const { base } = stranger
    const client = [...victim.clients.values()][0]?.id
    response.setHeader('Content-Type', 'application/json')
    response.end(
      JSON.stringify(
        request.method === 'POST'
          ? { client_id: client }
          : {
              issuer: victim.base,
              authorization_endpoint: `${base}/auth`,
              token_endpoint: `${base}/token`,
              jwks_uri: `${base}/jwks`,
              registration_endpoint: `${base}/register`,
            },
      ),
    )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const stranger = {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return stranger
}

describe('registration is refused', () => {
  const at = (path: string) => fetch(`${tool.url}/lti/register${path}`)
  test('without an invite, with a forged one, and with one that is too old', async () => {
    const where = `openid_configuration=${encodeURIComponent('https://elsewhere.example/')}`
    expect(await refusalOf(await at(`?${where}`))).toMatchObject({
      status: 403,
      code: 'invite_refused',
      html: expect.stringContaining('The tool could not be registered'),
    })
    expect(await refusalOf(await at(`?invite=${'A'.repeat(43)}&${where}`))).toMatchObject({ status: 403 })
    const { url } = await invite(tool.ctx, 'other')
    await tool.ctx.db.outsideTenants((tx) =>
      tool.ctx.db.query(tx, `UPDATE lti_invites SET expires_at = now() - interval '1 hour'`),
    )
    expect(await refusalOf(await fetch(`${url}&${where}`))).toMatchObject({
      status: 403,
      html: expect.stringContaining('too old'),
    })
  })

  test('when another platform brings a used invite', async () => {
    const [first, second] = await Promise.all([startLms(), startLms()])
    try {
      const { url } = await invite(tool.ctx, 'moodle')
      await fetch(newRegistrationAddress(first.lms, new URL(url)))
      const answer = await refusalOf(await fetch(newRegistrationAddress(second.lms, new URL(url))))
      expect(answer).toMatchObject({ status: 403, code: 'invite_refused' })
      expect((await registrations()).some(({ issuer }) => issuer === second.lms.base)).toBe(false)
    } finally {
      await first.close()
      await second.close()
    }
  })

  test('when a stranger claims the issuer and the client of a platform that is here, whichever invite they bring', async () => {
    const victim = await startLms()
    const stranger = await startStranger(victim.lms)
    try {
      const { url: used } = await invite(tool.ctx, 'moodle')
      await fetch(newRegistrationAddress(victim.lms, new URL(used)))
      const before = (await registrations()).filter(({ issuer }) => issuer === victim.lms.base)
      const { url: fresh } = await invite(tool.ctx, 'moodle')
      for (const url of [fresh, used])
        expect(
          await refusalOf(await fetch(`${url}&openid_configuration=${encodeURIComponent(`${stranger.base}/openid`)}`)),
        ).toMatchObject({ status: 409, code: 'registered_elsewhere' })
      expect((await registrations()).filter(({ issuer }) => issuer === victim.lms.base)).toEqual(before)
    } finally {
      await victim.close()
      await stranger.close()
    }
  })

  test('with a message of what the platform did not say', async () => {
    const { lms, close } = await startLms()
    try {
      const { url } = await invite(tool.ctx, 'moodle')
      const configuration = encodeURIComponent(`${lms.base}/jwks`)
      expect(await refusalOf(await fetch(`${url}&openid_configuration=${configuration}`))).toMatchObject({
        status: 503,
        code: 'registration_failed',
        html: expect.stringContaining('authorization_endpoint'),
      })
    } finally {
      await close()
    }
  })
})

test("Canvas's developer key asks for what is used, and names no e-mail", async () => {
  const configuration = await (await fetch(`${tool.url}/lti/canvas.json`)).json()
  expect(configuration).toMatchObject({
    oidc_initiation_url: `${tool.url}/lti/login`,
    public_jwk_url: `${tool.url}/lti/keys`,
    scopes: expect.arrayContaining([expect.stringContaining('lti-ags/scope/score')]),
    extensions: [{ platform: 'canvas.instructure.com', privacy_level: 'name_only' }],
  })
  expect(JSON.stringify(configuration)).not.toMatch(/email/i)
})
