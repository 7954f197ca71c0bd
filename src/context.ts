import type { BaseCheckpointSaver } from '@langchain/langgraph'
import type { Config } from './config.js'
import type { ClosedTenants } from './db/closed-tenants.js'
import type { Database } from './db/database.js'
import type { Events } from './events.js'
import type { Jobs } from './jobs.js'
import type { Logger } from './logger.js'
import type { Metrics } from './metrics.js'
import type { Compute, Model, Renderings, SharedState } from './ports.js'

/** All that a use case may reach for, built once (see main.ts) and passed first. */
export interface Context {
  config: Config
  log: Logger
  metrics: Metrics
  db: Database
  closedTenants: ClosedTenants
  /** The chain of LMM_MODELS. */
  model: Model
  compute: Compute
  renderings: Renderings
  shared: SharedState
  events: Events
  jobs: Jobs
  /** Where a workflow that waits for people is saved, opened when first asked for; the thread's id is the session's. */
  checkpoints: () => Promise<BaseCheckpointSaver>
  now: () => Date
}
