import { randomUUID } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import type { Note, SessionCard } from '../../bots/card.js'
import type { ChatRoom } from '../../bots/chat-room.js'
import { openDesk } from '../../bots/desk.js'
import type { Interaction } from '../../bots/interaction.js'
import type { Context } from '../../src/context.js'
import type { ChatAccount, ChatChannel } from '../../src/domain/chat.js'
import { AppError } from '../../src/errors.js'

type Delivery = Parameters<ChatRoom['deliverFiles']>[1]

/** A chat of nothing but the seam: what the bots do in it, and what it refuses them. */
export function smallChat() {
  const threads: { channel: string; card: SessionCard }[] = []
  const posts: { channel: string; delivery: Delivery }[] = []
  const arrivals = new EventEmitter()
  /** What is refused next, by the name of what is asked. */
  const refuses = new Map<keyof ChatRoom | 'acknowledge', AppError>()
  /** Channels in which we may not speak. */
  const closed = new Set<string>()
  /** Channels whose message was brought up to date, in that order. */
  const shown: string[] = []
  /** Channels that no files are taken in. */
  const takesNothing = new Set<string>()
  const asked = async (what: keyof ChatRoom | 'acknowledge') => {
    const refusal = refuses.get(what)
    if (refusal) throw refusal
  }
  const room: ChatRoom = {
    platform: 'slack',
    async openThread({ channel }, card, key) {
      await asked('openThread')
      threads.push({ channel, card })
      return { thread: `thread ${key}`, message: `message ${key}` }
    },
    async upsertSessionMessage({ channel, message }) {
      await asked('upsertSessionMessage')
      if (closed.has(channel)) throw new AppError('forbidden', 'Not here.', { reason: 'missing_permission' })
      shown.push(channel)
      return { message }
    },
    async deliverFiles({ channel }, delivery) {
      if (takesNothing.has(channel)) throw new AppError('unavailable', 'Files are not taken just now.')
      posts.push({ channel, delivery })
      arrivals.emit(channel)
    },
    closeThread: () => asked('closeThread'),
  }
  /** The first files that are posted in a channel. */
  async function posted(channel: string): Promise<Delivery> {
    const there = () => posts.find((post) => post.channel === channel)?.delivery
    if (!there()) await once(arrivals, channel)
    return there()!
  }
  return { room, asked, threads, posted, refuses, closed, shown, takesNothing }
}

type SmallChat = ReturnType<typeof smallChat>
type Desk = ReturnType<typeof openDesk>

/** A process that serves the chat. `told`: what it answered to what other processes have taken in. */
export function smallDesk(ctx: Context, { room, asked }: SmallChat): { desk: Desk; told: Note[] } {
  const told: Note[] = []
  const receptionOf = () => ({
    acknowledge: () => asked('acknowledge'),
    answer: async (note: Note) => void told.push(note),
  })
  return { desk: openDesk(ctx, { room, receptionOf }), told }
}

/** Somebody who types and presses in a channel. `unheard`: what happens to the answer on its way. */
export function inChat(desk: Desk, account: ChatAccount, channel: ChatChannel) {
  const does = async (did: Interaction['did'], unheard?: AppError): Promise<Note> => {
    const notes: Note[] = []
    await desk.serve(
      { id: randomUUID(), account, place: { ...channel, thread: null }, did },
      {
        acknowledge: async () => {},
        async answer(note) {
          if (unheard) throw unheard
          notes.push(note)
        },
      },
      'address',
    )
    return notes[0] ?? { text: '' }
  }
  return {
    command: (name: string, options: Record<string, string> = {}, unheard?: AppError) =>
      does({ kind: 'command', name, options }, unheard),
    press: (action: string) => does({ kind: 'press', action }),
    fill: (form: string, fields: Record<string, string>) => does({ kind: 'form', form, fields }),
  }
}
