import { createApp } from '../../src/app.js'
import { serveWeb } from '../../src/http/server.js'
import { type TestContext, testContext } from '../support/context.js'

export interface StudioService {
  url: string
  ctx: TestContext
  close(): Promise<void>
}

/** The whole service on a free port, with the embedded composer and a database of its own. */
export async function openStudioService(settings: Record<string, string> = {}): Promise<StudioService> {
  const ctx = await testContext({ settings: { LMM_RATE_PER_MINUTE: '10000', LMM_GUESTS: 'true', ...settings } })
  const server = await serveWeb((lifecycle) => createApp(ctx, lifecycle), { port: 0, host: '127.0.0.1' })
  return {
    url: `http://127.0.0.1:${server.port}`,
    ctx,
    async close() {
      await server.close(1_000)
      await ctx.close()
    },
  }
}
