import type { Request, Response } from 'express'
import type { Context } from '../context.js'
import { AppError } from '../errors.js'
import type { Allowance, RateLimit } from '../ports.js'

/** A class behind its school's one address, and its teacher, all at once. */
const peopleBehindOneAddress = 40
/** Looking at a song and its files asks far more often than making one. */
const requestsForEachSong = 20

export interface RateLimits {
  /** Counts a request against the address that it comes from, before anything else is known of it. */
  address(req: Request, res: Response, costly: boolean): Promise<void>
  /** Counts it against whoever asks; see gate.ts for the key. */
  person(res: Response, key: string, costly: boolean): Promise<void>
}

/** RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers-10, one item for each limit that was counted. */
function tell(res: Response, { name, points, seconds }: RateLimit, { remaining, resetAfter }: Allowance): void {
  res.append('RateLimit-Policy', `"${name}";q=${points};w=${seconds}`)
  res.append('RateLimit', `"${name}";r=${remaining};t=${resetAfter}`)
}

/** `ratePerMinute` songs for a person; all other limits follow from it. */
export function createRateLimits({ config, shared }: Pick<Context, 'config' | 'shared'>): RateLimits {
  const songs = config.ratePerMinute
  const limits = {
    address: shared.rateLimit('address', songs * requestsForEachSong * peopleBehindOneAddress, 60),
    addressSongs: shared.rateLimit('address-songs', songs * peopleBehindOneAddress, 60),
    person: shared.rateLimit('person', songs * requestsForEachSong, 60),
    personSongs: shared.rateLimit('person-songs', songs, 60),
  }

  async function take(res: Response, limit: RateLimit, key: string): Promise<void> {
    const allowance = await limit.take(key)
    tell(res, limit, allowance)
    if (allowance.allowed) return
    throw new AppError('too_many_requests', 'That was a lot at once. Please wait a moment and try again.', {
      retryAfter: Math.max(1, allowance.resetAfter),
    })
  }

  return {
    async address(req, res, costly) {
      const address = req.ip ?? 'unknown'
      await take(res, limits.address, address)
      if (costly) await take(res, limits.addressSongs, address)
    },
    async person(res, key, costly) {
      await take(res, limits.person, key)
      if (costly) await take(res, limits.personSongs, key)
    },
  }
}
