import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Song } from '../../src/db/models/song.js'
import { localTenant } from '../../src/domain/tenant.js'
import { createLogger } from '../../src/logger.js'
import { warmUp } from '../../src/main/warm-up.js'
import { type TestContext, testContext } from '../support/context.js'

describe('the rehearsal of a start', () => {
  const log: string[] = []
  let ctx: TestContext
  beforeAll(async () => {
    ctx = await testContext({ log: createLogger({ logLevel: 'debug' }, { write: (line) => void log.push(line) }) })
  })
  afterAll(() => ctx.close())
  const said = (message: string) => log.some((line) => line.includes(message))

  test('makes songs, keeps none and counts none', async () => {
    await warmUp(ctx, new AbortController().signal)
    expect(said('the composer is warm')).toBe(true)
    const kept = await ctx.db.inTenant(localTenant, (transaction) => ctx.db.of(Song).count({ transaction }))
    expect(kept).toBe(0)
    expect(await ctx.metrics.registry.metrics()).not.toMatch(/_count [1-9]/)
  }, 30_000)

  test('is given up when the service closes, and nothing fails by it', async () => {
    await warmUp(ctx, AbortSignal.abort())
    expect(said('the composer is not warm')).toBe(true)
  })
})
