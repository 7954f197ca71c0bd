import type { Deed } from '../../../domain/session/commands.js'
import { withOwn } from '../../../domain/session/own-view.js'
import type { SurfaceName } from '../../../domain/session/stages.js'
import type { CommonView, OwnPart } from '../../../domain/session/view-schema.js'
import { openPage, pageBearer } from '../../api/page-session.js'
import { asProblem } from '../../api/problem.js'
import { type CommandAnswer, giveCommand, readSession, type ShownSession } from '../../api/sessions.js'
import { type Known, nothing } from './known.js'
import { newId } from './new-id.js'
import type { Live } from './session-live.js'
import { Writers } from './writers.js'

const askEveryMs = 2_500
const askHiddenMs = 15_000
const writingToldMs = 1_500
/** What will not get better by asking again. */
const final = ['not_found', 'forbidden', 'unauthenticated', 'invalid_request']

/**
 * The page's end of a session: what it knows, what it is told, and what its person does. Told live where there is a socket, it
 * asks over HTTP where there is none; commands go over HTTP either way.
 */
export class SessionClient {
  #known = nothing
  #listeners = new Set<() => void>()
  #timer: number | undefined
  #leaving = new AbortController()
  #live: Live | null = null
  #own: OwnPart | null = null
  #writers = new Writers((typing) => this.#tell({ typing }))
  #quietUntil = 0

  constructor(readonly id: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  readonly current = (): Known => this.#known

  open(): void {
    this.#leaving = new AbortController()
    void this.#begin()
  }
  close(): void {
    this.#leaving.abort()
    clearTimeout(this.#timer)
    this.#live?.close()
    this.#live = null
  }

  /** Once more, after a problem or somebody's joining. */
  again(): void {
    this.#tell({ problem: null })
    void this.#begin()
  }

  /** Carries something out. Rejects with a Problem; what was not answered is given again without being done twice. */
  async give(deed: Deed, invitation?: string): Promise<CommandAnswer> {
    const surface = await this.#surface()
    const command = { id: newId(), surface, deed, ...(invitation && { invitation }) }
    const answer = await giveCommand(this.id, command).catch((thrown: unknown) => {
      if (asProblem(thrown).code === 'away') return giveCommand(this.id, command)
      throw thrown
    })
    this.#take({ view: answer.view, queue: this.#known.queue })
    return answer
  }

  /** That something is being written; told to the others, without its words. */
  writing(line: string | null): void {
    if (!this.#live || performance.now() < this.#quietUntil) return
    this.#quietUntil = performance.now() + writingToldMs
    this.#live.typing(line)
  }

  async #surface(): Promise<SurfaceName> {
    return (await pageBearer()) === undefined ? 'web' : 'lti'
  }

  async #begin(): Promise<void> {
    // Who came from a course is that person here too; anybody else is a guest, where guests may be.
    await openPage().catch(() => {})
    await this.#ask()
    const { signal } = this.#leaving
    if (this.#live || this.#known.view === null || signal.aborted) return
    const [surface, { openLive }] = await Promise.all([this.#surface(), import('./session-live.js')])
    if (signal.aborted) return
    this.#live = openLive(this.id, surface, {
      welcome: ({ view, queue, own, present }) => {
        clearTimeout(this.#timer)
        this.#own = own
        this.#tell({ link: 'live', online: present.map(({ number }) => number) })
        this.#takeCommon(view, queue)
      },
      change: ({ view, queue }) => this.#takeCommon(view, queue),
      own: (own) => {
        this.#own = own
      },
      presence: (present) => this.#tell({ online: present.map(({ number }) => number) }),
      typing: (typing) => this.#writers.show(typing),
      progress: ({ step, type }) => this.#tell({ step: type === 'started' ? step : null }),
      lost: () => {
        if (signal.aborted) return
        this.#writers.clear()
        this.#tell({ online: null, step: null })
        if (this.#known.link === 'live') void this.#ask()
      },
    })
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer)
    const { signal } = this.#leaving
    try {
      this.#take(await readSession(this.id, signal))
      this.#tell({ link: 'asking', problem: null })
    } catch (thrown) {
      if (signal.aborted) return
      const problem = asProblem(thrown)
      if (final.includes(problem.code)) return this.#tell({ problem, view: null })
      this.#tell({ link: 'lost', ...(this.#known.view === null && { problem }) })
    }
    if (signal.aborted) return
    this.#timer = window.setTimeout(() => void this.#ask(), document.hidden ? askHiddenMs : askEveryMs)
  }

  #takeCommon(common: CommonView, queue: number | null): void {
    if (this.#own) this.#take({ view: withOwn(common, this.#own), queue })
  }

  /** Never back to an older one: an answer may have been overtaken. */
  #take({ view, queue }: ShownSession): void {
    const step = view.generation ? this.#known.step : null
    if (view.seq > (this.#known.view?.seq ?? -1)) this.#tell({ view, queue, step })
    else this.#tell({ queue })
  }

  #tell(news: Partial<Known>): void {
    const same = Object.entries(news).every(([key, value]) => this.#known[key as keyof Known] === value)
    if (same) return
    this.#known = { ...this.#known, ...news }
    for (const listener of this.#listeners) listener()
  }
}
