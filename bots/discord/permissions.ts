/** https://discord.com/developers/docs/topics/permissions, those that a session needs; docs/chat/discord.md says why each. */
export const permissionBits = {
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Attach Files': 1n << 15n,
  'Create Public Threads': 1n << 35n,
  'Send Messages in Threads': 1n << 38n,
} as const
export type Permission = keyof typeof permissionBits

const administrator = 1n << 3n

export const threadNeeds: readonly Permission[] = [
  'View Channel',
  'Send Messages',
  'Create Public Threads',
  'Send Messages in Threads',
]
export const cardNeeds: readonly Permission[] = ['View Channel', 'Send Messages in Threads']
export const filesNeeds = (inThread: boolean): readonly Permission[] => [
  'View Channel',
  inThread ? 'Send Messages in Threads' : 'Send Messages',
  'Attach Files',
]

/** Somebody may mend a permission at any time, and nothing tells us. */
const freshMs = 60_000
const mostChannels = 1000

/** What the bot may do in a channel, as the last interaction there said. */
export class SeenPermissions {
  readonly #seen = new Map<string, { bits: bigint; at: number }>()

  /** `bits`: the field `app_permissions` of an interaction. */
  note(channel: string, bits: string): void {
    this.#seen.delete(channel)
    this.#seen.set(channel, { bits: BigInt(bits), at: Date.now() })
    const [oldest] = this.#seen.keys()
    if (this.#seen.size > mostChannels && oldest !== undefined) this.#seen.delete(oldest)
  }

  /** Those of `needed` that are missing; none when it is not known, or was too long ago. */
  missing(channel: string, needed: readonly Permission[]): Permission[] {
    const seen = this.#seen.get(channel)
    if (!seen || Date.now() - seen.at > freshMs || (seen.bits & administrator) !== 0n) return []
    return needed.filter((name) => (seen.bits & permissionBits[name]) === 0n)
  }
}
