import type { Context } from '../src/context.js'
import type { ChatRoom } from './chat-room.js'
import type { Desk, Reception } from './interaction.js'

/** One chat platform, connected. */
export interface Platform {
  readonly room: ChatRoom
  /** Answers an interaction that another process took in and did not answer. */
  readonly receptionOf: (address: string) => Reception
}

/** What the shared part gives a platform's surface; see open-bots.ts. */
export interface Bots {
  readonly desk: Desk
  /**
   * Begins to follow the sessions of this platform's rooms and to take up what was left unanswered. Only by whoever holds the
   * platform alone (see `Database.hold`): the others serve people, and follow nothing.
   */
  follow(): void
  /** Ends following, and waits for what is being served. */
  stop(): Promise<void>
}

export type OpenBots = (ctx: Context, platform: Platform) => Bots
