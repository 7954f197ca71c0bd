import type { Context } from '../src/context.js'
import { isOver } from '../src/domain/session/stages.js'
import { commonView } from '../src/domain/session/view.js'
import { asAppError } from '../src/errors.js'
import { readProgress } from '../src/sessions/follow-session.js'
import { sessionLink } from '../src/sessions/session-link.js'
import type { SessionCard } from './card.js'
import { sessionCard } from './cards/session-card.js'
import type { ChatRoom } from './chat-room.js'
import { markShown, type Room } from './rooms.js'

/** Past every number: only how it stands is asked for. */
const noEvents = 2 ** 31 - 1

/** The card of a session as it stands; for everybody in the room, whatever they may see elsewhere. */
export async function currentCard(ctx: Context, of: Pick<Room, 'tenant' | 'session'>): Promise<SessionCard> {
  const { state, names, queue } = await readProgress(ctx, of, noEvents)
  const url = isOver(state.stage) ? null : await sessionLink(ctx, of).catch(() => null)
  const link = url === null ? null : { label: 'Open it on the web', url }
  return sessionCard(of.session, commonView(state, names, 'members'), { queue, link })
}

/**
 * Makes the thread and the message of a room that has none yet. What went wrong on the platform is left for the next try: the
 * session itself is there.
 */
export async function openRoom(ctx: Context, chat: ChatRoom, room: Room): Promise<Room> {
  if (room.thread !== null) return room
  const card = await currentCard(ctx, room)
  const { thread, message } = await chat.openThread(room, card, room.id).catch((thrown: unknown) => {
    throw asAppError(thrown)
  })
  await markShown(ctx, room, { thread, message, seq: card.seq })
  return { ...room, thread, message, state: 'open' }
}
