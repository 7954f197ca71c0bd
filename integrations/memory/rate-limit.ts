import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible'
import type { Allowance, RateLimit, SharedState } from '../../src/ports.js'

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

/** One limit for each name, however often it is asked for: what is counted in this process is counted with it. */
export function oncePerName(make: SharedState['rateLimit']): SharedState['rateLimit'] {
  const made = new Map<string, RateLimit>()
  return (name, points, seconds) => {
    const known = made.get(name) ?? make(name, points, seconds)
    made.set(name, known)
    return known
  }
}
