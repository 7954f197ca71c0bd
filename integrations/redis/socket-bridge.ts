import { createAdapter } from '@socket.io/redis-adapter'
import { Redis } from 'ioredis'
import type { Logger } from '../../src/logger.js'
import type { RedisOptions } from './shared-state.js'

/** Rejections of these are nobody's: the adapter does not wait for them, and what is lost is told by the look into the database. */
const quiet = ['publish', 'subscribe', 'psubscribe', 'unsubscribe', 'punsubscribe'] as const

function connect(url: string, log: Logger, how: 'speaks' | 'hears'): Redis {
  const client = new Redis(url, {
    // What is said while Redis is away is late by then; what is listened for is asked for again when it is back.
    enableOfflineQueue: how === 'hears',
    maxRetriesPerRequest: how === 'hears' ? null : 0,
    connectTimeout: 3000,
    retryStrategy: (attempt) => Math.min(attempt * 100, 1000),
  })
  client.on('error', (err) => log.debug({ err, how }, 'the bridge between processes is cut'))
  for (const name of quiet) {
    const say = client[name].bind(client) as (...args: unknown[]) => Promise<unknown>
    Object.assign(client, { [name]: (...args: unknown[]) => say(...args).catch(() => 0) })
  }
  return client
}

/** socket.io between processes by way of Redis. While Redis is away each process is alone, and no call fails. */
export function redisBridge({ url, log, prefix = 'lmm' }: RedisOptions) {
  const speaker = connect(url, log, 'speaks')
  const listener = connect(url, log, 'hears')
  return {
    adapter: createAdapter(speaker, listener, { key: `${prefix}:live`, requestsTimeout: 2000 }),
    close() {
      speaker.disconnect()
      listener.disconnect()
    },
  }
}
