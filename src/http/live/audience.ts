import type { Context } from '../../context.js'
import { showEvent } from '../../domain/session/shown-event.js'
import { participantOf, type SessionState } from '../../domain/session/state.js'
import { commonView, ownPart } from '../../domain/session/view.js'
import { type Followed, type Progress, readProgress } from '../../sessions/follow-session.js'
import { type Change, type LiveNamespace, type LiveSocket, type Present, roomOf } from './protocol.js'

/** Past every event: nothing is replayed. */
const nothing = 2 ** 31 - 1
const kinds = ['members', 'teachers'] as const

interface Options {
  ctx: Context
  namespace: LiveNamespace
  of: Pick<Followed, 'tenant' | 'session'>
  /** After each telling: who takes part may have changed. */
  told: (audience: Audience) => void
}

/**
 * Those in this process who have one session open. Whatever the hint was (a command here, word from another process, the look
 * into the database), what is told is what the database has after the last number that was told: each event once, in order.
 */
export class Audience {
  readonly tenant: string
  readonly session: string
  readonly #options: Options
  /** Each with its own part as it was last told, to be told again when it has changed. */
  readonly #sockets = new Map<LiveSocket, string>()
  #told: Progress | undefined
  /** One thing after the other: newcomers come in between two tellings. */
  #line: Promise<unknown> = Promise.resolve()
  #due = false
  #coming = 0

  constructor(options: Options) {
    this.#options = options
    this.tenant = options.of.tenant
    this.session = options.of.session
  }

  /** The number of the last event that all in it were told. */
  get seq(): number {
    return this.#told?.state.seq ?? 0
  }

  get state(): SessionState | undefined {
    return this.#told?.state
  }

  get isEmpty(): boolean {
    return this.#sockets.size + this.#coming === 0
  }

  /** The place in the queue moves by what other groups do. */
  get isQueued(): boolean {
    return this.#told?.queue != null
  }

  /** Tells what is new. Hints that come while it is being read are one. */
  tell(): void {
    if (this.#due) return
    this.#due = true
    void this.#next(async () => {
      this.#due = false
      await this.#catchUp()
    }).catch((err: unknown) => {
      this.#options.ctx.log.debug({ err, session: this.session }, 'a session was not told; it will be looked at again')
    })
  }

  /** Lets somebody in, with what they missed and how it stands. */
  async enter(socket: LiveSocket, present: () => Present[]): Promise<void> {
    this.#coming++
    await this.#next(async () => {
      await this.#catchUp()
      const { kind, handshake, actor } = socket.data
      const { ctx, of } = this.#options
      const missed = (await readProgress(ctx, of, handshake.after ?? nothing)).records
      const { state, names } = this.#told!
      const own = ownPart(state, actor.person, names)
      const known = missed.filter(({ seq }) => seq <= state.seq)
      this.#sockets.set(socket, JSON.stringify(own))
      await socket.join(roomOf(this.session, kind))
      const events = known.map((record) =>
        showEvent(state, record, kind === 'teachers' ? kind : { person: actor.person }),
      )
      socket.emit('welcome', { ...this.#change(kind), events, own, present: present() })
    }).finally(() => {
      this.#coming--
    })
  }

  leave(socket: LiveSocket): void {
    this.#sockets.delete(socket)
  }

  /** Who of those who take part is here, by number. */
  present(): Present[] {
    const surfaces = new Map<number, Set<Present['surfaces'][number]>>()
    for (const { data } of this.#sockets.keys()) {
      const number = this.state && participantOf(this.state, data.actor.person)?.number
      if (number) surfaces.set(number, (surfaces.get(number) ?? new Set()).add(data.handshake.surface))
    }
    return [...surfaces]
      .sort(([one], [other]) => one - other)
      .map(([number, where]) => ({ number, surfaces: [...where].sort() }))
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work)
    this.#line = done.catch(() => {})
    return done
  }

  async #catchUp(): Promise<void> {
    const before = this.#told
    const next = await readProgress(this.#options.ctx, this.#options.of, before?.state.seq ?? nothing)
    this.#told = next
    if (!before || (before.state.seq === next.state.seq && before.queue === next.queue)) return
    for (const kind of kinds) {
      const sockets = [...this.#sockets.keys()].filter(({ data }) => data.kind === kind)
      if (sockets.length === 0) continue
      for (const socket of sockets) this.#tellOwn(socket, next)
      this.#options.namespace.local.to(roomOf(this.session, kind)).emit('change', this.#change(kind))
    }
    this.#options.told(this)
  }

  #tellOwn(socket: LiveSocket, { state, names }: Progress): void {
    const own = ownPart(state, socket.data.actor.person, names)
    const text = JSON.stringify(own)
    if (this.#sockets.get(socket) === text) return
    this.#sockets.set(socket, text)
    socket.emit('own', { ...own, seq: state.seq })
  }

  #change(kind: Followed['kind']): Change {
    const { state, names, records, queue } = this.#told!
    return {
      seq: state.seq,
      events: records.map((record) => showEvent(state, record, kind === 'teachers' ? kind : 'everybody')),
      view: commonView(state, names, kind),
      queue,
    }
  }
}
