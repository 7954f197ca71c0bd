import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SharedState } from '../../src/ports.js'
import { oncePerName, rateLimit } from './rate-limit.js'

/** For one process alone: nobody else sees what it counts. */
export function memoryState(): SharedState {
  return {
    kind: 'memory',
    rateLimit: oncePerName((name, points, seconds) =>
      rateLimit(name, new RateLimiterMemory({ points, duration: seconds, keyPrefix: name })),
    ),
    ready: async () => true,
    close: async () => {},
  }
}
