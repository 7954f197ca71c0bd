import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { Logger } from '../../src/logger.js'
import type { SharedState } from '../../src/ports.js'
import { oncePerName, rateLimit } from '../memory/rate-limit.js'

export interface RedisOptions {
  url: string
  log: Logger
  /** Before each key, so that tests and deployments can share a server. */
  prefix?: string
}

/**
 * Counted in Redis, for all processes. While Redis is away each process counts for itself: limits are then too generous, and
 * nobody is turned away. It connects by itself, at the start and after every loss.
 */
export function redisState({ url, log, prefix = 'lmm' }: RedisOptions): SharedState {
  const client = new Redis(url, {
    // A command finds out within milliseconds that Redis is away, rather than waiting in a queue for it to return.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 3000,
    commandTimeout: 1000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 3000),
  })
  let away = false
  let closing: Promise<void> | undefined
  client.on('error', (err) => {
    if (!away) log.warn({ err }, 'Redis is away; each process counts for itself')
    away = true
  })
  client.on('ready', () => {
    if (away) log.info('Redis is back')
    away = false
  })

  return {
    kind: 'redis',
    rateLimit: oncePerName((name, points, seconds) => {
      const limits = { points, duration: seconds, keyPrefix: `${prefix}:rate:${name}` }
      return rateLimit(
        name,
        new RateLimiterRedis({ ...limits, storeClient: client, insuranceLimiter: new RateLimiterMemory(limits) }),
      )
    }),
    ready: async () => (await client.ping().catch(() => '')) === 'PONG',
    async close() {
      closing ??= client.quit().then(
        () => {},
        () => client.disconnect(),
      )
      await closing
    },
  }
}
