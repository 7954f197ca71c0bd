import type { Config } from '../config.js'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'
import { createEvents } from '../events.js'
import { createLogger } from '../logger.js'
import { createMetrics } from '../metrics.js'
import type { Store } from './store.js'

/** What tests and commands put in the place of what the configuration asks for. */
export interface Overrides
  extends Partial<Pick<Context, 'log' | 'metrics' | 'model' | 'compute' | 'renderings' | 'shared' | 'now'>> {
  /**
   * `none`: there is no database, and whoever reaches for it is told so; `join`: as the guest of a service that runs the embedded
   * one. A whole service owns it.
   */
  database?: 'none' | 'join'
  /** Milliseconds that running jobs are left to finish in. */
  patienceMs?: number
}

export interface Composition {
  ctx: Context
  /** Closes what was opened, the database last. Stop surfaces first. */
  close: () => Promise<void>
}

/** Configuration to context: each adapter is loaded only if it is used, as a song on the terminal should not wait for Redis. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composition> {
  const opened: (() => Promise<void>)[] = []
  const close = async () => {
    for (const shut of opened.splice(0).reverse()) await shut()
  }
  try {
    const log = overrides.log ?? createLogger(config)
    const metrics = overrides.metrics ?? createMetrics()
    const events = createEvents(log)
    const stored = overrides.database === 'none' ? withoutDatabase : await openDatabase(config, log, overrides, opened)
    const shared = overrides.shared ?? (await openShared(config, log))
    if (!overrides.shared) opened.push(() => shared.close())
    const compute = overrides.compute ?? (await openPool())
    if (!overrides.compute) opened.push(() => compute.close())
    const renderings =
      overrides.renderings ??
      (await import('../../integrations/rendering/open-renderings.js')).openRenderings(config, metrics)
    if (!overrides.renderings) opened.push(() => renderings.close())
    const model =
      overrides.model ??
      (await import('../../integrations/models/open-model.js')).openModel(config, { compute, metrics, log })
    const now = overrides.now ?? (() => new Date())
    const ctx = Object.defineProperties(
      { config, log, metrics, model, compute, renderings, shared, events, now },
      stored,
    ) as Context
    return { ctx, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function openPool(): Promise<Context['compute']> {
  const { poolCompute } = await import('../../integrations/compute/pool.js')
  return poolCompute({ songWorker: new URL('./compute-worker.js', import.meta.url) })
}

type Stored = { [K in 'db' | 'closedTenants' | 'jobs' | 'checkpoints']: TypedPropertyDescriptor<Context[K]> }

async function openDatabase(
  config: Config,
  log: Context['log'],
  { database, patienceMs }: Overrides,
  opened: (() => Promise<void>)[],
): Promise<Stored> {
  const [{ openStore }, { ClosedTenants }, { createJobs }, { createCheckpoints }] = await Promise.all([
    import('./store.js'),
    import('../db/closed-tenants.js'),
    import('../jobs.js'),
    import('../db/checkpoints.js'),
  ])
  const store: Store = await openStore(config, log, { join: database === 'join' })
  opened.push(() => store.close())
  const checkpoints = createCheckpoints(store.url, log)
  opened.push(() => checkpoints.close())
  const jobs = createJobs({ ...store, log, ...(patienceMs === undefined ? {} : { patienceMs }) })
  opened.push(() => jobs.stop())
  const enumerable = true
  return {
    db: { value: store.db, enumerable },
    closedTenants: { value: new ClosedTenants(store.db), enumerable },
    jobs: { value: jobs, enumerable },
    checkpoints: { value: checkpoints.open, enumerable },
  }
}

const refuse = (): never => {
  throw new AppError('internal', 'This command works without a database.')
}
const withoutDatabase: Stored = {
  db: { get: refuse },
  closedTenants: { get: refuse },
  jobs: { get: refuse },
  checkpoints: { get: refuse },
}

async function openShared({ redisUrl: url }: Config, log: Context['log']): Promise<Context['shared']> {
  if (url) return (await import('../../integrations/redis/shared-state.js')).redisState({ url, log })
  return (await import('../../integrations/memory/shared-state.js')).memoryState()
}
