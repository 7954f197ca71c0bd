import type { ChatChannel, PlatformName } from '../src/domain/chat.js'
import type { ChatFile, Note, SessionCard } from './card.js'

/** A session's place in a chat. Ids are the platform's own. */
export interface RoomAddress extends ChatChannel {
  thread: string
  message: string
}

/**
 * What the platforms do for the bots, behind one port. All reject with AppError: `too_many_requests` or `unavailable` (try
 * again, after `retryAfter` seconds where that is known), `forbidden` with reason `missing_permission` (its message names what is
 * missing and who can mend it), `gone` (the channel, the thread or the whole workspace is not there for us any more).
 * Nothing that is posted pings anybody.
 */
export interface ChatRoom {
  readonly platform: PlatformName
  /** Begins a thread whose first message is the card. `key` is the same when it is tried again: there is then one thread. */
  openThread(channel: ChatChannel, card: SessionCard, key: string): Promise<Pick<RoomAddress, 'thread' | 'message'>>
  /** Makes the session's message say what the card says. A message that was deleted is posted anew; resolves with its id. */
  upsertSessionMessage(room: RoomAddress, card: SessionCard): Promise<Pick<RoomAddress, 'message'>>
  /** Posts files in a thread (or, without one, in the channel), with a sentence. `key` as above, where the platform can tell. */
  deliverFiles(
    place: ChatChannel & { thread: string | null },
    delivery: { text: string; files: ChatFile[]; link?: Note['link']; key: string },
  ): Promise<void>
  /** Archives the thread, where the platform can. */
  closeThread(room: RoomAddress): Promise<void>
}
