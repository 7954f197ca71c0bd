import { compose } from '../../src/main/compose.js'
import { lazyCompute } from '../../src/main/lazy-compute.js'
import { lazyRenderings } from '../../src/main/lazy-renderings.js'
import type { Served } from '../http/serve.js'
import { type ServiceProcess, serviceProcess } from '../sessions/processes.js'
import type { ChatWorld } from '../support/chat-world.js'
import { testConfig } from '../support/context.js'
import { freshDatabase } from '../support/database.js'

export interface ChatService extends Pick<Served, 'ctx' | 'ask'> {
  url: string
  process: ServiceProcess
  /** Its settings, for a second process beside it. */
  settings: Record<string, string>
  close(): Promise<void>
}

/** The whole service in a process of its own, as it runs for a school: with the web, the worker and the rooms of these stand-ins. */
export async function chatService(
  worlds: readonly ChatWorld[],
  more: Record<string, string> = {},
): Promise<ChatService> {
  const database = await freshDatabase()
  const platforms = worlds.map(({ platform }) => platform)
  const settings = {
    DATABASE_URL: database.url,
    LOG_LEVEL: 'info',
    LMM_ROLES: ['web', 'worker', ...platforms].join(','),
    ...Object.assign({}, ...worlds.map((world) => world.settings)),
    ...more,
  }
  // A platform says things as soon as it can; a service that has not opened all its doors yet would answer that it is too late.
  const doors = ['the web is open', 'the worker takes jobs', ...(platforms.includes('slack') ? ['Slack is open'] : [])]
  const process = await serviceProcess(
    settings,
    (said) => doors.every((door) => said.includes(door)) && said.split('"held":"desk ').length > platforms.length,
  )
  const { url } = process
  for (const world of worlds) if ('serveAt' in world) (world as { serveAt(url: string): void }).serveAt(url)
  // As another process of the same service would be: for what a launch does, which no chat can.
  const beside = await compose(testConfig({ DATABASE_URL: database.url }), {
    compute: lazyCompute,
    renderings: lazyRenderings,
  })
  return {
    url,
    process,
    settings,
    ctx: beside.ctx,
    async ask(method, path, { body, headers = {} } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) }
    },
    async close() {
      await process.end()
      await beside.close()
      await database.drop()
    },
  }
}
