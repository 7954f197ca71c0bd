import type { Server } from 'node:http'
import type { Config } from '../config.js'
import { AppError } from '../errors.js'
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
const surfaces: Record<RoleName, (() => Promise<Surface>) | null> = {
  web: async () => (await import('./web-surface.js')).webSurface(),
  worker: async () => (await import('./worker-surface.js')).workerSurface(),
  slack: null,
  discord: null,
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
    for (const role of config.roles) {
      const surface = await surfaces[role]?.()
      if (!surface) throw new AppError('invalid_request', `LMM_ROLES: this version has no ${role}.`)
      running.push(surface)
      await surface.start(ctx)
    }
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}
