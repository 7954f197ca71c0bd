import type { Page } from 'playwright-core'
import { inlineCompute } from '../../integrations/compute/inline.js'
import { embedded } from '../../integrations/models/embedded.js'
import { handleSessionJobs } from '../../src/sessions/handle-session-jobs.js'
import { type Served, serve } from '../http/serve.js'
import { openBrowser } from '../support/browser.js'
import { type Visit, type VisitOptions, visit } from '../support/visit.js'

export interface SessionPages {
  service: Served
  /** Somebody of their own. */
  visit(options?: VisitOptions): Promise<Visit>
  /** So much time goes by for the service. */
  later(ms: number): void
  /** All who came have gone. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** The service with the embedded composer at work on its sessions, and a browser to see them in. */
export async function openSessionPages(): Promise<SessionPages> {
  const compute = inlineCompute()
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const [service, browser] = await Promise.all([serve({ compute, model: embedded(compute), now }), openBrowser()])
  handleSessionJobs(service.ctx)
  await service.ctx.jobs.start()
  const here: Visit[] = []
  return {
    service,
    async visit(options) {
      const visitor = await visit(browser, service.url, { calm: true, ...options })
      here.push(visitor)
      return visitor
    },
    later(ms) {
      ahead += ms
    },
    leave: async () => void (await Promise.all(here.splice(0).map((visitor) => visitor.leave()))),
    async close() {
      await browser.close()
      await service.close()
    },
  }
}

/** Resolves once the session that a page shows has come to a stage. */
export const stage = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
