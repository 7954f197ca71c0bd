import { createPrivateKey, createPublicKey } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { publishKey } from '../../lti/keys/signing-keys.js'
import { saveRegistration } from '../../lti/registration/save-registration.js'
import { addActivity, scopes } from '../../lti/sandbox/lms.js'
import type { Activity, Client, Lms } from '../../lti/sandbox/model.js'
import { openLti } from '../../lti/surface.js'
import { createApp } from '../../src/app.js'
import type { Context } from '../../src/context.js'
import { createLogger } from '../../src/logger.js'
import { type TestContext, type TestContextOptions, testContext } from '../support/context.js'
import { testGround } from '../support/database.js'

export interface Tool {
  url: string
  ctx: TestContext
  /** Lines of the log, as they were written. */
  log: string[]
  close: () => Promise<void>
}

/** The service with its LTI door, on a port of its own and with a database of its own; `host` is the name it goes by. */
export async function startTool({
  settings = {},
  host = '127.0.0.1',
  ...overrides
}: TestContextOptions & { host?: '127.0.0.1' | 'localhost' } = {}): Promise<Tool> {
  let app: RequestListener = (_request, response) => response.writeHead(503).end()
  const server = createServer((request, response) => app(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://${host}:${(server.address() as AddressInfo).port}`
  const log: string[] = []
  const ctx = await testContext({
    log: createLogger({ logLevel: 'info' }, { write: (line) => void log.push(line) }),
    settings: { PUBLIC_URL: url, LMM_SANDBOX: 'false', ...settings },
    ...overrides,
  })
  const [, pem] = testGround().keys
  await publishKey(ctx, { privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) })
  const rooms = await openLti(ctx)
  const quiet = new AbortController().signal
  app = createApp(ctx, { stopping: quiet, stopped: quiet }, rooms)
  return {
    url,
    ctx,
    log,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await ctx.close()
    },
  }
}

/** Platform and tool get to know each other by hand. Returns the tool as the platform knows it, and an activity of it. */
export async function introduce(
  { url, ctx }: { url: string; ctx: Context },
  lms: Lms,
  { id = 'tool-1', deployment = '1' }: { id?: string; deployment?: string } = {},
): Promise<{ client: Client; activity: Activity; registration: string }> {
  const launch = `${url}/lti/launch`
  const client: Client = {
    id,
    deployment,
    loginUrl: `${url}/lti/login`,
    redirectUris: [launch],
    jwksUrl: `${url}/lti/keys`,
    targetUrl: launch,
    scopes: Object.values(scopes),
    custom: {},
  }
  lms.clients.set(id, client)
  const saved = await saveRegistration(ctx, {
    name: `Test platform ${id}`,
    family: lms.manners,
    issuer: lms.base,
    clientId: id,
    authUrl: `${lms.base}/auth`,
    tokenUrl: `${lms.base}/token`,
    jwksUrl: `${lms.base}/jwks`,
    scopes: Object.values(scopes),
    deploymentIds: [deployment],
  })
  return { client, activity: addActivity(lms, { client: id }), registration: saved.registration.id }
}
