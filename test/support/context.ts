import { createSecretKey, randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '../../src/config.js'
import type { Context } from '../../src/context.js'
import type { Actor } from '../../src/domain/actor.js'
import { localTenant } from '../../src/domain/tenant.js'
import { compose, type Overrides } from '../../src/main/compose.js'
import { lazyCompute } from '../../src/main/lazy-compute.js'
import { lazyRenderings } from '../../src/main/lazy-renderings.js'
import { freshDatabase } from './database.js'

export interface TestContext extends Context {
  /** Closes it and drops its database. */
  close(): Promise<void>
}

export interface TestContextOptions extends Omit<Overrides, 'database'> {
  /** As in the environment: `{ LMM_RATE_PER_MINUTE: '2' }`. */
  settings?: Record<string, string>
}

/**
 * A whole context on a database of its own; the embedded composer answers, in this thread, unless `model` says otherwise.
 * In `beforeAll`, with `ctx.close()` in `afterAll`. Jobs run after `ctx.jobs.start()`.
 */
export async function testContext({ settings = {}, ...overrides }: TestContextOptions = {}): Promise<TestContext> {
  const [fresh, folder] = await Promise.all([freshDatabase(), mkdtemp(join(tmpdir(), 'lmm-test-'))])
  const config = testConfig({ DATABASE_URL: fresh.url, DATA_DIR: folder, ...settings })
  const { ctx, close } = await compose(config, {
    compute: lazyCompute,
    renderings: lazyRenderings,
    patienceMs: 1000,
    ...overrides,
  })
  return Object.assign(ctx, {
    async close() {
      await close()
      await Promise.all([fresh.drop(), rm(folder, { recursive: true, force: true })])
    },
  })
}

const secrets = {
  JWT_SECRET: randomBytes(48).toString('base64'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
}

/** As readConfig would, of nothing but what is said here. */
export const testConfig = (settings: Record<string, string> = {}): Config =>
  readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', PORT: '0', ...secrets, ...settings })

/** A secret that signed nothing of ours. */
export const strangeSecret = () => createSecretKey(randomBytes(48))

/** Somebody of the stand-alone school. */
export const actor = (over: Partial<Actor> = {}): Actor => ({
  tenant: localTenant,
  person: 'somebody',
  role: 'teacher',
  scopes: null,
  ...over,
})
