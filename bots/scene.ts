import { findBinding } from '../src/classroom/bind-channel.js'
import { actorInChannel, actorOutsideCourses } from '../src/classroom/know-account.js'
import type { Context } from '../src/context.js'
import type { Actor } from '../src/domain/actor.js'
import type { ChannelBinding } from '../src/domain/chat.js'
import { commandSchema, type Deed } from '../src/domain/session/commands.js'
import type { SessionView } from '../src/domain/session/view-schema.js'
import { AppError } from '../src/errors.js'
import { type CommandAnswer, giveCommand } from '../src/sessions/give-command.js'
import { readSession } from '../src/sessions/read-session.js'
import type { ChatRoom } from './chat-room.js'
import type { Interaction } from './interaction.js'
import { type Room, roomsOf } from './rooms.js'

export interface Standing {
  actor: Actor
  /** `null`: nobody bound the channel to a course. */
  binding: ChannelBinding | null
}

export interface InSession {
  actor: Actor
  session: string
  view: SessionView
}

const noneOpen = 'No session is open in this channel. Begin one with /mashup start, or come into one with /mashup join.'
const notOpen = 'This session is not open here any more.'
const several = 'Several sessions are open here. Press a button under yours, or come into one with /mashup join.'
const whichSession = (what: string) => new AppError('not_found', what, { reason: 'which_session' })

/** Somebody, somewhere, who has done something: what every verb is given. */
export class Scene {
  #standing: Promise<Standing> | undefined

  constructor(
    readonly ctx: Context,
    readonly chat: ChatRoom,
    readonly interaction: Interaction,
  ) {}

  /**
   * Who they are here; asked only by verbs that need to know, as it makes somebody new a guest. Rejects with `forbidden`: not
   * linked, or a channel without a course where guests may not be.
   */
  standing(): Promise<Standing> {
    this.#standing ??= this.#findStanding()
    return this.#standing
  }

  async #findStanding(): Promise<Standing> {
    const { account, place } = this.interaction
    const binding = await findBinding(this.ctx, place)
    const actor = await (binding ? actorInChannel(this.ctx, account, binding) : actorOutsideCourses(this.ctx, account))
    return { actor, binding }
  }

  /** Rooms of this channel in the actor's school, theirs first: that of the thread, where it happened in one. */
  async rooms(): Promise<(Room & { mine: boolean })[]> {
    const { actor } = await this.standing()
    return await this.ctx.db.inTenant(actor.tenant, (tx) => roomsOf(this.ctx, tx, this.interaction.place, actor.person))
  }

  /**
   * The session that is meant: the one that is named, if it is open in this channel; the thread's; else the one that they take
   * part in here, or the only one there is. Rejects with reason `which_session`, or `not_in_session` which names it.
   */
  async session(named: string | null): Promise<InSession> {
    const { actor } = await this.standing()
    const rooms = (await this.rooms()).filter(({ session }) => named === null || session === named)
    const room = rooms.find(({ mine }) => mine) ?? (rooms.length === 1 ? rooms[0] : undefined)
    if (!room) throw whichSession(rooms.length > 0 ? several : named ? notOpen : noneOpen)
    const { session } = room
    const { view } = await readSession(this.ctx, actor, session).catch((thrown: unknown) => {
      throw thrown instanceof AppError && thrown.code === 'not_found' ? notIn(session) : thrown
    })
    return { actor, session, view }
  }

  /** Carries a deed out: one for an interaction, however often it comes and whatever stage it finds then. */
  async give(actor: Actor, session: string, deed: Deed, invitation?: string): Promise<CommandAnswer> {
    const { id, account } = this.interaction
    const command = commandSchema.safeParse({ id: `${account.platform}:${id}`, surface: account.platform, deed })
    if (!command.success) throw new AppError('invalid_request', 'We cannot read this. Please write it in other words.')
    return await giveCommand(this.ctx, actor, { session, command: command.data, invitation })
  }
}

/** Names the session, so that whoever is told gets a button to join it. */
export const notIn = (session: string) =>
  new AppError('forbidden', 'You are not in this session yet. Join it first.', {
    reason: 'not_in_session',
    faults: [{ at: 'session', message: session }],
  })
