import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { createLms, type LmsOptions } from '../../lti/sandbox/lms.js'
import type { Lms } from '../../lti/sandbox/model.js'
import { sandboxRouter } from '../../lti/sandbox/router.js'

export interface FakeLms {
  lms: Lms
  close: () => Promise<void>
}

/** The sandbox LMS on a port of its own. */
export async function startLms(options: Partial<LmsOptions> = {}): Promise<FakeLms> {
  const app = express()
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const lms = await createLms({ manners: 'moodle', base: `http://127.0.0.1:${port}`, ...options })
  app.use(sandboxRouter(lms))
  return {
    lms,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
