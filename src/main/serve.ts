import type { Server } from 'node:http'
import type { Config } from '../config.js'
import { createLogger } from '../logger.js'
import { createMetrics, serveMetrics } from '../metrics.js'
import type { RoleName } from '../settings.js'
import type { Surface } from '../surface.js'
import { compose, type Overrides } from './compose.js'

export interface Service {
  /** Takes nothing new in, lets what runs finish, closes. The embedded database is the last to go. */
  stop(): Promise<void>
}

/** Loaded by role, as discord.js alone takes a second. */
const surfaces: Record<Exclude<RoleName, 'web'>, () => Promise<Surface>> = {
  worker: async () => (await import('./worker-surface.js')).workerSurface(),
  slack: async () => (await import('../../bots/slack/surface.js')).slackSurface(),
  discord: async () => (await import('../../bots/discord/surface.js')).discordSurface(),
}

/** The surfaces of the roles, the web first: it is given what the others have on it. */
async function surfacesOf(roles: readonly RoleName[]): Promise<Surface[]> {
  const others: Surface[] = []
  for (const role of roles) if (role !== 'web') others.push(await surfaces[role]())
  const rooms = others.flatMap((surface) => surface.rooms ?? [])
  if (roles.includes('web')) return [(await import('./web-surface.js')).webSurface(rooms), ...others]
  return rooms.length === 0 ? others : [(await import('./rooms-surface.js')).roomsSurface(rooms), ...others]
}

/** Opens what the configuration asks for. Rejects when any of it cannot be opened, with all of it closed again. */
export async function serve(config: Config, overrides: Overrides = {}): Promise<Service> {
  const log = overrides.log ?? createLogger(config)
  const metrics = createMetrics({ ofProcess: true })
  const { ctx, close } = await compose(config, { ...overrides, log, metrics })
  const running: Surface[] = []
  let metricsServer: Server | undefined
  const stop = async () => {
    const outcomes = await Promise.allSettled(running.map((surface) => surface.stop()))
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') log.error({ err: outcome.reason }, 'a surface did not stop')
    metricsServer?.close()
    await close()
  }
  try {
    if (config.metricsPort !== null) metricsServer = await serveMetrics(metrics, config.metricsPort, config.host)
    for (const surface of await surfacesOf(config.roles)) {
      running.push(surface)
      await surface.start(ctx)
    }
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}
