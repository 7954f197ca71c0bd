import { parseArgs } from 'node:util'
import { environment, readConfig } from '../config.js'
import { migrateDown, migrateUp } from '../db/migrate.js'
import { AppError } from '../errors.js'
import { createLogger } from '../logger.js'
import { asOpenError, migrationsFolder as folder, openOwnerStore } from '../main/store.js'

/** `migrate up`, `migrate down`, `migrate down --all`. */
export async function migrate(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [direction, ...rest] = positionals
  if ((direction !== 'up' && direction !== 'down') || rest.length > 0 || (direction === 'up' && values.all)) {
    throw new AppError('invalid_request', 'Say "migrate up", "migrate down" or "migrate down --all".')
  }
  const config = readConfig(environment())
  const log = createLogger(config)
  const { owner, close } = await openOwnerStore(config, log, { join: true })
  try {
    const names =
      direction === 'up' ? await migrateUp({ owner, folder, log }) : await migrateDown({ owner, folder }, values)
    console.log(names.length > 0 ? names.map((name) => `${direction} ${name}`).join('\n') : 'Nothing to do.')
  } catch (thrown) {
    throw asOpenError(config, thrown)
  } finally {
    await close()
  }
  return 0
}
