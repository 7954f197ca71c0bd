import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Interaction } from '../../bots/interaction.js'
import type { OpenBots, Platform } from '../../bots/platform.js'
import { slackSurface } from '../../bots/slack/surface.js'
import { createLogger } from '../../src/logger.js'
import { type TestContext, testContext } from '../support/context.js'
import { type FakeSlack, type SlackOptions, startSlack } from '../support/fake-slack.js'

export interface SlackService {
  slack: FakeSlack
  ctx: TestContext
  /** What the surface gave to the shared part. */
  platform: Platform
  url: string
  /** Lines of the log. */
  log: string[]
  /** What was served, in order. */
  served: Interaction[]
  /** How each of them can be answered by another process. */
  addresses: string[]
  /** How often this process was told to follow sessions. */
  follows: () => number
  close(): Promise<void>
}

type Opened = Awaited<ReturnType<ReturnType<OpenBots>['desk']['form']>>

/** What a test lets the shared part do; everything has a plain answer otherwise. */
export interface Script {
  form?: (did: Interaction['did']) => Opened | Promise<Opened>
  faults?: (did: Interaction['did']) => Record<string, string> | null
  /** What a served interaction is answered with; `undefined`: nothing. May throw. */
  answer?: (did: Interaction['did']) => string | undefined | Promise<string | undefined>
}

/** Slack's surface with a shared part of the test's own behind it, and the stand-in before it. */
export async function startSlackService(options: SlackOptions, script: Script = {}): Promise<SlackService> {
  const slack = await startSlack(options)
  const log: string[] = []
  const ctx = await testContext({
    settings: slack.settings,
    log: createLogger({ logLevel: 'info' }, { write: (line) => void log.push(line) }),
  })
  const served: Interaction[] = []
  const addresses: string[] = []
  const known = new Set<string>()
  let follows = 0
  let platform: Platform | undefined
  const openBots: OpenBots = (_ctx, given) => {
    platform = given
    return {
      follow: () => void follows++,
      stop: async () => {},
      desk: {
        suggest: async () => [],
        form: async ({ did }) => (await script.form?.(did)) ?? null,
        faults: ({ did }) => script.faults?.(did) ?? null,
        async serve(interaction, reception, address) {
          const isNew = !known.has(interaction.id)
          known.add(interaction.id)
          await reception.acknowledge()
          if (!isNew) return
          served.push(interaction)
          addresses.push(address)
          const text = script.answer ? await script.answer(interaction.did) : 'Done.'
          if (text !== undefined) await reception.answer({ text })
        },
      },
    }
  }
  const surface = slackSurface(openBots)
  const app = express()
  for (const [path, room] of surface.rooms) app.use(path, room)
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  slack.serveAt(url)
  await surface.start(ctx)
  return {
    slack,
    ctx,
    platform: platform!,
    url,
    log,
    served,
    addresses,
    follows: () => follows,
    async close() {
      await surface.stop()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      await ctx.close()
      await slack.close()
    },
  }
}
