import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Deed } from '../../src/domain/session/commands.js'
import { withOwn } from '../../src/domain/session/own-view.js'
import type { ShownEvent } from '../../src/domain/session/shown-event.js'
import type { OwnPart, SessionView } from '../../src/domain/session/view-schema.js'
import type { Acknowledgement, Change, FromClient, Present, ToClient, Welcome } from '../../src/http/live/protocol.js'
import type { SessionProgress } from '../../src/sessions/share-progress.js'

interface Options {
  url: string
  session: string
  /** Of a guest. */
  cookie?: string
  /** Of a page or the API. */
  token?: string
  after?: number
  transports?: ('websocket' | 'polling')[]
  surface?: 'web' | 'lti'
  headers?: Record<string, string>
}

/** One browser with a session open, as a page would keep it: what was told, by number, and the view as it stands. */
export class LiveVisitor {
  readonly socket: Socket<ToClient, FromClient>
  readonly events: ShownEvent[] = []
  readonly presence: Present[][] = []
  readonly typing: { number: number; line: string | null }[] = []
  readonly progress: SessionProgress[] = []
  /** Everything that came over the wire. */
  heard = ''
  welcomes = 0
  seq = 0
  view: SessionView | undefined
  queue: number | null = null
  #own: OwnPart | undefined
  readonly #waiting = new Set<() => void>()

  constructor({ url, session, cookie, token, after = 0, transports = ['websocket'], surface, headers }: Options) {
    this.socket = io(`${url}/sessions`, {
      transports,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 300,
      extraHeaders: { ...headers, ...(cookie && { Cookie: cookie }) },
      auth: (answer) =>
        answer({ session, after: Math.max(after, this.seq), ...(token && { token }), ...(surface && { surface }) }),
    })
    this.socket.onAny((...told: unknown[]) => {
      this.heard += JSON.stringify(told)
    })
    this.socket.on('welcome', (welcome) => this.#welcomed(welcome))
    this.socket.on('own', (own) => {
      this.#own = own
    })
    this.socket.on('change', (change) => this.#changed(change))
    this.socket.on('presence', (present) => this.#note(() => this.presence.push(present)))
    this.socket.on('typing', (typing) => this.#note(() => this.typing.push(typing)))
    this.socket.on('progress', (progress) => this.#note(() => this.progress.push(progress)))
    this.socket.on('connect_error', () => this.#note(() => {}))
  }

  #welcomed({ own, present, ...change }: Welcome): void {
    this.#own = own
    this.welcomes++
    this.presence.push(present)
    this.#changed(change)
  }

  #changed({ seq, events, view, queue }: Change): void {
    this.#note(() => {
      this.events.push(...events)
      this.seq = seq
      this.queue = queue
      this.view = withOwn(view, this.#own!)
    })
  }

  #note(work: () => void): void {
    work()
    for (const look of [...this.#waiting]) look()
  }

  /** Resolves as soon as it is so, with the view as it then is. */
  async until(isSo: (self: this) => unknown, what = String(isSo), patienceMs = 40_000): Promise<SessionView> {
    await new Promise<void>((resolve, reject) => {
      const limit = setTimeout(() => {
        this.#waiting.delete(look)
        reject(new Error(`waited in vain for ${what}; stands at ${this.seq}, ${this.view?.stage}`))
      }, patienceMs).unref()
      const look = () => {
        if (!isSo(this)) return
        this.#waiting.delete(look)
        clearTimeout(limit)
        resolve()
      }
      this.#waiting.add(look)
      look()
    })
    return this.view!
  }

  welcomed(): Promise<SessionView> {
    return this.until(({ view }) => view, 'a welcome')
  }

  /** As soon as the AI has nothing more to do. */
  rested(stage?: SessionView['stage']): Promise<SessionView> {
    const isSo = ({ view }: this) => view && !view.generation && (!stage || view.stage === stage)
    return this.until(isSo, `the AI to rest in ${stage}`)
  }

  /** Sends a command as a page does: again after every loss, with the same id, until it is answered. */
  async give(deed: Deed, id: string = randomUUID()): Promise<Acknowledgement> {
    for (;;) {
      const answer = await this.socket
        .timeout(2_000)
        .emitWithAck('command', { id, deed })
        .catch(() => null)
      if (answer && (answer.ok || answer.problem.code !== 'unavailable')) return answer
    }
  }

  /** Events came each once and in order, with no number left out. */
  get isWhole(): boolean {
    const first = this.events[0]?.seq ?? 1
    return this.events.every(({ seq }, at) => seq === first + at)
  }

  /** Cuts the line, as a lost network does; the client finds its way back by itself. */
  drop(): void {
    this.socket.io.engine.close()
  }

  close(): void {
    this.socket.disconnect()
  }
}

/** Why a handshake was refused: the code of its problem. */
export async function refusalOf(options: Options): Promise<string> {
  const visitor = new LiveVisitor(options)
  try {
    return await new Promise((resolve) => {
      visitor.socket.once('connect_error', (error) => {
        resolve((error as Error & { data?: { code: string } }).data?.code ?? error.message)
      })
      visitor.socket.once('connect', () => resolve('let in'))
    })
  } finally {
    visitor.close()
  }
}
