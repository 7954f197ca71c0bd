import { afterEach, expect, test } from '@jest/globals'
import { lazyCompute } from '../../src/main/lazy-compute.js'
import { lazyRenderings } from '../../src/main/lazy-renderings.js'
import { type Service, serve } from '../../src/main/serve.js'
import { testConfig } from '../support/context.js'
import { type FreshDatabase, freshDatabase } from '../support/database.js'
import { type FakeSlack, startSlack } from '../support/fake-slack.js'
import { freePort } from '../support/free-port.js'

let slack: FakeSlack
let database: FreshDatabase
let service: Service | undefined

afterEach(async () => {
  await service?.stop()
  await slack.close()
  await database.drop()
})

async function start(roles: string): Promise<string> {
  slack = await startSlack({ over: 'http' })
  database = await freshDatabase()
  const port = await freePort()
  const config = testConfig({ ...slack.settings, LMM_ROLES: roles, DATABASE_URL: database.url, PORT: String(port) })
  service = await serve(config, { compute: lazyCompute, renderings: lazyRenderings })
  slack.serveAt(`http://127.0.0.1:${port}`)
  return `http://127.0.0.1:${port}`
}

test.each(['slack', 'web,slack'])('a process of %s answers Slack and says that it lives', async (roles) => {
  const url = await start(roles)
  const health = await fetch(`${url}/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(401)
  expect((await fetch(`${url}/slack/nothing`)).status).toBe(404)
  expect((await (await slack.person('ada').slash('help')).note).text).toContain('/mashup start')
  expect(slack.complaints).toEqual([])
})
