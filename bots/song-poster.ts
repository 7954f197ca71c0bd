import type { Context } from '../src/context.js'
import { asAppError } from '../src/errors.js'
import { readMashup } from '../src/mashups/read-mashup.js'
import type { ChatFile } from './card.js'
import type { ChatRoom } from './chat-room.js'
import { type MadeSong, madeSongs, markTold } from './chat-songs.js'
import { filesOf } from './deliver.js'
import { LiveMessage } from './live-message.js'

/** Songs that were asked for without a session, posted where they were asked for. */
export interface SongPoster {
  /** Begins to post those that are made. */
  look(): Promise<void>
  stop(): Promise<void>
}

export function songPoster(ctx: Context, chat: ChatRoom, triesAtMost: number, apart?: number): SongPoster {
  const { platform } = chat
  const posting = new Map<string, LiveMessage>()

  function post(made: MadeSong): void {
    if (posting.has(made.askedBy)) return
    let tries = 0
    const show = async () => {
      tries += 1
      // Tried often, it is let go: those of others wait behind it, and it is among its person's own.
      if (tries > triesAtMost || (await isPosted(made))) await markTold(ctx, platform, made)
      posting.delete(made.askedBy)
    }
    const message = new LiveMessage({ log: ctx.log, show, apart })
    posting.set(made.askedBy, message)
    message.change()
  }

  /** `false`: it is being made anew. */
  async function isPosted(made: MadeSong): Promise<boolean> {
    const delivery = await deliveryOf(made)
    if (!delivery) return false
    await chat.deliverFiles({ ...made, platform }, { ...delivery, key: made.askedBy }).catch((thrown: unknown) => {
      const error = asAppError(thrown)
      // There is nowhere to post it: it is in the list of the person's songs.
      if (error.code !== 'gone' && error.code !== 'forbidden') throw error
    })
    return true
  }

  async function deliveryOf({
    tenant,
    person,
    song: id,
  }: MadeSong): Promise<{ text: string; files: ChatFile[] } | null> {
    return await readMashup(ctx, { tenant, person, role: 'guest', scopes: null }, id).then(
      async (mashup) =>
        mashup.status === 'ready'
          ? {
              text: `“${mashup.song.title}”, to read, to hear and to take along.`,
              files: await filesOf(ctx, mashup.song),
            }
          : null,
      (thrown: unknown) => {
        const { code, reason, message } = asAppError(thrown)
        // Where we could not even look, it may be made all the same.
        if (reason !== 'song_failed' && code !== 'not_found') throw thrown
        return { text: message, files: [] }
      },
    )
  }

  return {
    async look() {
      for (const made of await madeSongs(ctx, platform)) post(made)
    },
    async stop() {
      await Promise.all([...posting.values()].map((message) => message.stop()))
      posting.clear()
    },
  }
}
