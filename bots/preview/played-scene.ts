import type { Context } from '../../src/context.js'
import type { Actor } from '../../src/domain/actor.js'
import type { Deed } from '../../src/domain/session/commands.js'
import { localTenant } from '../../src/domain/tenant.js'
import { checkLine } from '../../src/sessions/check-line.js'
import type { CommandAnswer } from '../../src/sessions/give-command.js'
import type { ChatRoom } from '../chat-room.js'
import { type InSession, Scene, type Standing } from '../scene.js'
import type { PlayedSession } from './played-session.js'

/** Nobody listens: a verb that posts something is not for the preview. */
const nowhere: ChatRoom = {
  platform: 'slack',
  openThread: () => Promise.reject(new Error('the preview posts nothing')),
  upsertSessionMessage: () => Promise.reject(new Error('the preview posts nothing')),
  deliverFiles: () => Promise.reject(new Error('the preview posts nothing')),
  closeThread: () => Promise.reject(new Error('the preview posts nothing')),
}

/** Somebody in a played session: verbs do and say there what they do and say in a chat, and nothing is stored. */
export class PlayedScene extends Scene {
  readonly #session: PlayedSession
  readonly #name: string

  /** `unsafe`: why a teacher is to see what they write first. */
  constructor(
    ctx: Context,
    session: PlayedSession,
    name: string,
    readonly unsafe: string | null = null,
  ) {
    super(ctx, nowhere, {
      id: 'preview',
      account: { platform: 'slack', space: 'preview', user: 'preview', name },
      place: { platform: 'slack', space: 'preview', channel: 'preview', thread: null },
      did: { kind: 'command', name: 'status', options: {} },
    })
    this.#session = session
    this.#name = name
  }

  override async standing(): Promise<Standing> {
    return { actor: this.#actor, binding: null }
  }

  override async session(): Promise<InSession> {
    return { actor: this.#actor, session: this.#session.id, view: this.#session.seenBy(this.#name) }
  }

  override async give(_actor: Actor, _session: string, deed: Deed): Promise<CommandAnswer> {
    this.#session.give(this.#name, deed, { unsafe: this.unsafe })
    const { lines, request } = this.#session.state
    const written = deed.type === 'contributeLine' || deed.type === 'editLine' ? deed : null
    const line = lines.find(({ id }) => id === written?.line)
    const check = written && line ? checkLine(written.text, line, lines, request) : null
    return { view: this.#session.seenBy(this.#name), check }
  }

  get #actor(): Actor {
    return { tenant: localTenant, person: this.#name, role: 'guest', scopes: null }
  }
}
