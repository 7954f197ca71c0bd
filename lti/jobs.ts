import { passbackJob } from '../src/classroom/passback.js'
import { rosterJob } from '../src/classroom/roster-job.js'
import type { Door } from './door.js'
import { AccessTokens } from './services/access-tokens.js'
import { sendPassback } from './services/send-passback.js'
import { syncRoster } from './services/sync-roster.js'

/** The jobs that go out to a platform. Tokens are shared among them: one fetch for a class of grades. */
export function handleLtiJobs(door: Door): void {
  const tokens = new AccessTokens(door)
  door.ctx.jobs.handle(passbackJob, (payload, run) => sendPassback(door, tokens, payload, run))
  door.ctx.jobs.handle(rosterJob, (payload, run) => syncRoster(door, tokens, payload, run))
}
