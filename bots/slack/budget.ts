import type { types } from '@slack/bolt'

/**
 * Slack refuses a message whose blocks have more than about 12,000 characters in all, which it documents nowhere: its
 * maintainers speak of 12,000 "with a buffer for block containers". We count 40 for each container and stay well below.
 */
export const messageBudget = 11_000
const container = 40

/** What blocks take of the budget. */
export function weight(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, inner) => sum + weight(inner), 0)
  if (typeof part !== 'object' || part === null) return 0
  const own = 'type' in part ? container : 0
  return Object.entries(part).reduce(
    (sum, [field, inner]) => sum + (typeof inner === 'string' ? (field === 'text' ? inner.length : 0) : weight(inner)),
    own,
  )
}

/** As many of the items as `room` holds when each takes what `weigh` says; and how many were left out. */
export function fitting<T>(items: readonly T[], room: number, weigh: (item: T) => number): { kept: T[]; left: number } {
  let used = 0
  const end = items.findIndex((item) => {
    used += weigh(item)
    return used > room
  })
  const kept = end === -1 ? [...items] : items.slice(0, end)
  return { kept, left: items.length - kept.length }
}

export const more = (left: number): string => `… ${left} more on the page`

export type Blocks = (types.KnownBlock | types.RichTextBlock)[]
