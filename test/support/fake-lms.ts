import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createLms, type LmsOptions } from '../../lti/sandbox/lms.js'
import type { Lms } from '../../lti/sandbox/model.js'
import { sandboxRouter } from '../../lti/sandbox/router.js'
import { testGround } from './database.js'

export interface FakeLms {
  lms: Lms
  /** Whether its keys answer 503; returns how often they were asked for since the last call. */
  keysAway: (away: boolean) => number
  close: () => Promise<void>
}

/** The sandbox LMS on a port of its own. */
export async function startLms(options: Partial<LmsOptions> = {}): Promise<FakeLms> {
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const [pem] = testGround().keys
  const key = { kid: randomUUID(), privateKey: createPrivateKey(pem), publicKey: createPublicKey(pem) }
  const lms = await createLms({ manners: 'moodle', base: `http://127.0.0.1:${port}`, key, ...options })
  let away = false
  let asked = 0
  app.get('/jwks', (_request, response, next) => {
    asked++
    if (away) response.status(503).end()
    else next()
  })
  app.use(sandboxRouter(lms))
  return {
    lms,
    keysAway(now) {
      const before = asked
      away = now
      asked = 0
      return before
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
