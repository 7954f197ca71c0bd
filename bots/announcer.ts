import type { Context } from '../src/context.js'
import { type AppError, asAppError } from '../src/errors.js'
import { shareMashup } from '../src/mashups/share-mashup.js'
import { readFinalSong } from '../src/sessions/read-final-song.js'
import type { Note } from './card.js'
import type { ChatRoom } from './chat-room.js'
import { filesOf } from './deliver.js'
import { LiveMessage } from './live-message.js'
import { endRoom, isDelivered, markDelivered, markShown, putOff, type StaleRoom, staleRooms } from './rooms.js'
import { currentCard } from './session-room.js'
import { songPoster } from './song-poster.js'

/** How often the database is asked which messages are behind; changes in this process are seen at once. */
const lookMs = 500
/** Tries to post the files of a song; after that it is to be had on the web alone. */
const triesAtMost = 6
/** Tries to show the end of a session where that is forbidden: more than an hour of them. */
const lastTriesAtMost = 15
/** What could not be shown waits a second, and from try to try twice as long, up to this. */
const longestWaitMs = 10 * 60_000

export interface Announcer {
  start(): void
  stop(): Promise<void>
}

/**
 * Keeps every room's message true to its session. What there is to do is read from the rooms' rows, so it does not matter what
 * this process has seen happen, or whether another one followed them before.
 */
export function createAnnouncer(
  ctx: Context,
  chat: ChatRoom,
  { apart = 1000, atOnce = 1000 }: { apart?: number; atOnce?: number } = {},
): Announcer {
  const { platform } = chat
  const messages = new Map<string, { message: LiveMessage; room: StaleRoom }>()
  const songs = songPoster(ctx, chat, triesAtMost, apart)
  let looks: NodeJS.Timeout | undefined
  let unhear: (() => void) | undefined
  let looking: Promise<void> | undefined
  let again = false

  function behind(room: StaleRoom): void {
    const known = messages.get(room.id)
    if (known) {
      known.room = room
      if (known.message.isIdle) known.message.change()
      return
    }
    const latest = () => messages.get(room.id)?.room ?? room
    const message = new LiveMessage({ log: ctx.log, show: () => show(latest()), apart })
    messages.set(room.id, { room, message })
    message.change()
  }

  const tries = new Map<string, number>()
  /** How often the files of a room were to be posted, with now. */
  function tried(room: string): number {
    const times = (tries.get(room) ?? 0) + 1
    tries.set(room, times)
    return times
  }

  async function show(room: StaleRoom): Promise<void> {
    try {
      const address = { ...room, platform }
      const card = await currentCard(ctx, room).catch(noneThere)
      // The session is deleted, and its rooms with it.
      if (!card) return
      const { message } = await chat.upsertSessionMessage(address, card)
      await markShown(ctx, room, { message, seq: card.seq, isOver: card.isOver })
      room.message = message
      if (!card.isOver) return
      if (card.stage === 'finished') await deliver(room)
      await chat.closeThread({ ...address, message })
      await endRoom(ctx, room, 'closed')
    } catch (thrown) {
      const error = asAppError(thrown)
      const isHopeless = error.code === 'forbidden' && room.isOver && room.tries >= lastTriesAtMost
      if (error.code !== 'gone' && !isHopeless) return await later(room, error)
      await endRoom(ctx, room, 'lost', error.message)
    }
    tries.delete(room.id)
  }

  /** Its row says when: other rooms have their turn, and whoever follows next knows. */
  async function later(room: StaleRoom, error: AppError): Promise<void> {
    const { code, retryAfter } = error
    const wait = retryAfter ? retryAfter * 1000 : Math.min(longestWaitMs, apart * 2 ** room.tries)
    await putOff(ctx, room, wait)
    ctx.log.info({ err: error, platform, room: room.id, code, wait }, 'a message is not up to date; trying again')
  }

  async function deliver(room: StaleRoom): Promise<void> {
    if (await isDelivered(ctx, room)) return
    const final = await readFinalSong(ctx, room)
    if (final && tried(room.id) <= triesAtMost) {
      const { song, by, id, course } = final
      const link = course === null ? await linkTo(room.tenant, by, id) : {}
      const text = `“${song.title}” is done: to read, to hear and to take along.`
      await chat.deliverFiles(
        { ...room, platform },
        { text, files: await filesOf(ctx, song), ...link, key: `files-${room.id}` },
      )
    }
    await markDelivered(ctx, room)
  }

  /** Whoever made a song outside of courses may show it to anybody; in a course that is the teacher's to do. */
  async function linkTo(tenant: string, person: string, song: string): Promise<{ link?: Note['link'] }> {
    const url = await shareMashup(ctx, { tenant, person, role: 'guest', scopes: null }, song).catch(() => null)
    return url === null ? {} : { link: { label: 'Open the song on the web', url } }
  }

  async function look(): Promise<void> {
    for (const [id, { message }] of messages) if (message.isForgettable) messages.delete(id)
    for (const room of await staleRooms(ctx, platform, atOnce)) behind(room)
    await songs.look()
  }

  function lookSoon(): void {
    if (looking) {
      again = true
      return
    }
    looking = look()
      .catch((err: unknown) => ctx.log.debug({ err, platform }, 'rooms could not be looked after; trying again'))
      .finally(() => {
        looking = undefined
        if (!again || !looks) return
        again = false
        lookSoon()
      })
  }

  return {
    start() {
      if (looks) return
      unhear = ctx.events.on('session.changed', lookSoon)
      looks = setInterval(lookSoon, lookMs)
      lookSoon()
    },
    async stop() {
      unhear?.()
      clearInterval(looks)
      looks = undefined
      await looking
      await Promise.all([...messages.values()].map(({ message }) => message.stop()))
      await songs.stop()
      messages.clear()
    },
  }
}

/** What is not there is `null`. */
function noneThere(thrown: unknown): null {
  const error = asAppError(thrown)
  if (error.code === 'not_found') return null
  throw error
}
