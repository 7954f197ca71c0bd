import { environment, readConfig } from '../config.js'
import type { Context } from '../context.js'
import type { Actor } from '../domain/actor.js'
import { localTenant } from '../domain/tenant.js'
import { createLogger } from '../logger.js'
import { compose } from '../main/compose.js'
import { lazyCompute } from '../main/lazy-compute.js'
import { lazyRenderings } from '../main/lazy-renderings.js'

/** Whoever can run commands on the service's machine administers its own tenant. */
const administrator: Actor = { tenant: localTenant, person: 'command-line', role: 'administrator', scopes: null }

/** Runs a command on the service's database, also beside a service that runs. */
export async function withService<T>(work: (ctx: Context, actor: Actor) => Promise<T>): Promise<T> {
  const config = readConfig(environment())
  const log = createLogger({ logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel })
  const { ctx, close } = await compose(config, {
    database: 'join',
    compute: lazyCompute,
    renderings: lazyRenderings,
    log,
  })
  try {
    return await work(ctx, administrator)
  } finally {
    await close()
  }
}
