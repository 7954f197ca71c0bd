import type { REST } from 'discord.js'
import type { ChatRoom, RoomAddress } from '../chat-room.js'
import { limits } from './components.js'
import { editCard, postCard, postFiles, postSign } from './messages.js'
import { cardNeeds, filesNeeds, type Permission, type SeenPermissions, threadNeeds } from './permissions.js'
import { shorten } from './plain-text.js'
import { asRoomError, codeOf, codes, lockedThread, missingPermission } from './trouble.js'

/** Minutes without a word after which Discord folds a thread away by itself: a week, the longest. */
const foldsAfter = 10_080

/**
 * Discord as a room for sessions. In the channel stands a sign, and the session's thread hangs on it; the card is the thread's first
 * message, as Discord counts edits by channel and thread: many groups of one class do not wait for each other. `guildIsGone`: a
 * server turned out to have put the bot out while nobody listened.
 */
export function discordRoom(rest: REST, seen: SeenPermissions, guildIsGone: (guild: string) => void): ChatRoom {
  /** Names what is missing where it is known, and tells a lost server from a permission. */
  const told = async <T>(
    { space, channel }: Pick<RoomAddress, 'space' | 'channel'>,
    needed: readonly Permission[],
    work: () => Promise<T>,
  ): Promise<T> => {
    const missing = seen.missing(channel, needed)
    if (missing.length > 0) throw missingPermission(missing)
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) === codes.missingAccess) {
        const guild = await rest.get(`/guilds/${space}`).catch((answer: unknown) => codeOf(answer))
        if (guild === codes.unknownGuild || guild === codes.missingAccess) {
          guildIsGone(space)
          throw asRoomError({ status: 404, code: codes.unknownGuild })
        }
      }
      throw asRoomError(error, needed)
    }
  }
  const fold = (thread: string, archived: boolean) => rest.patch(`/channels/${thread}`, { body: { archived } })
  const unfolded = async <T>(thread: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (codeOf(error) !== codes.threadIsArchived) throw error
      await fold(thread, false).catch((cause: unknown) => {
        if (codeOf(cause) === codes.missingPermissions) throw lockedThread(cause)
        throw cause
      })
      return await work()
    }
  }

  return {
    platform: 'discord',
    openThread: (place, card, key) =>
      told(place, threadNeeds, async () => {
        const sign = await postSign(rest, place.channel, card, key)
        try {
          const body = { name: shorten(card.title, limits.threadName) || 'A song', auto_archive_duration: foldsAfter }
          await rest.post(`/channels/${place.channel}/messages/${sign}/threads`, { body })
        } catch (error) {
          if (codeOf(error) !== codes.threadExists) {
            await rest.delete(`/channels/${place.channel}/messages/${sign}`).catch(() => {})
            throw error
          }
          // It was made by a try whose answer did not reach us.
        }
        // A thread has the id of the message that it hangs on.
        return { thread: sign, message: await postCard(rest, sign, card, key) }
      }),
    upsertSessionMessage: (room, card) =>
      told(room, cardNeeds, async () => {
        const { thread, message } = room
        try {
          await unfolded(thread, () => editCard(rest, thread, message, card))
          return { message }
        } catch (error) {
          if (codeOf(error) !== codes.unknownMessage) throw error
          return { message: await unfolded(thread, () => postCard(rest, thread, card, `instead of ${message}`)) }
        }
      }),
    deliverFiles: (place, delivery) =>
      told(place, filesNeeds(place.thread !== null), async () => {
        const { thread } = place
        if (thread === null) await postFiles(rest, place.channel, delivery)
        else await unfolded(thread, () => postFiles(rest, thread, delivery))
      }),
    closeThread: (room) =>
      told(room, [], async () => {
        await fold(room.thread, true)
      }),
  }
}
