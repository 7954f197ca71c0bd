import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { Allowance, RateLimit } from '../../src/ports.js'

/** The port's words for what rate-limiter-flexible says; it throws its answer when there are no points left. */
export function rateLimit(name: string, limiter: RateLimiterAbstract): RateLimit {
  const allowance = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Allowance => ({
    allowed,
    remaining: Math.max(0, remainingPoints),
    resetAfter: Math.ceil(msBeforeNext / 1000),
  })
  return {
    name,
    points: limiter.points,
    seconds: limiter.duration,
    async take(key) {
      try {
        return allowance(true, await limiter.consume(key))
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return allowance(false, thrown)
        throw thrown
      }
    },
  }
}
