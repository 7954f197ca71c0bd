import type { Deed } from '../../src/domain/session/commands.js'
import { decide } from '../../src/domain/session/decide.js'
import type { Circumstances } from '../../src/domain/session/decision.js'
import type { SessionEvent } from '../../src/domain/session/events.js'
import { reduce } from '../../src/domain/session/reduce.js'
import { usualSettings } from '../../src/domain/session/settings.js'
import type { ParticipantRole, SurfaceName } from '../../src/domain/session/stages.js'
import { emptyState, type SessionState } from '../../src/domain/session/state.js'
import { commonView, viewOf } from '../../src/domain/session/view.js'
import { type CommonView, commonViewSchema, type SessionView } from '../../src/domain/session/view-schema.js'

interface Somebody {
  name: string
  surface: SurfaceName
  role?: ParticipantRole
}

/** All of it happens at once. */
const when = '2026-01-01T08:00:00Z'

/** A session of the preview's own, played by the same rules as every other and kept nowhere; the AI says what it is given to say. */
export class PlayedSession {
  readonly id = '0b5c9f6e-6a57-4f3c-9a1b-2f60f3f2a001'
  readonly #people = new Map<string, Somebody>()
  state: SessionState = emptyState
  #ids = 0

  constructor(topic: string, genres: string[]) {
    const settings = { ...usualSettings, closeWhenAllVoted: false }
    const request = { ...emptyState.request, topic, genres, keyTerms: ['chlorophyll', 'glucose'] }
    this.#record(null, { type: 'started', request, settings })
  }

  readonly newId = (): string => `sample${++this.#ids}`

  join(who: Somebody): void {
    this.#people.set(who.name, who)
    this.give(who.name, { type: 'join' })
  }

  /** Rejects as the rules do. `unsafe`: why a teacher is to see it first. */
  give(name: string, deed: Deed, given: Pick<Partial<Circumstances>, 'unsafe'> = {}): void {
    const role = this.#people.get(name)?.role ?? 'member'
    const circumstances = { person: name, role, unsafe: null, now: when, newId: this.newId, ...given }
    for (const { event, by } of decide(this.state, { deed }, circumstances)) this.#record(by ?? name, event)
  }

  /** What the worker records while the AI has a turn; `null` leaves it at that. */
  aiSays(...events: SessionEvent[]): void {
    for (const event of events) this.#record(null, event)
    const { generation } = this.state
    if (generation) this.#record(null, { type: 'generationEnded', turn: generation.turn, outcome: 'done', why: null })
  }

  aiIsLate(why: string): void {
    const { generation } = this.state
    if (generation) this.#record(null, { type: 'generationDelayed', turn: generation.turn, why })
  }

  #record(by: string | null, event: SessionEvent): void {
    const surface = (by && this.#people.get(by)?.surface) || null
    this.state = reduce(this.state, { seq: this.state.seq + 1, by, surface, at: when, event })
  }

  get #names(): ReadonlyMap<string, string> {
    return new Map([...this.#people.keys()].map((name) => [name, name]))
  }

  /** For everybody in a room, as the schema has it. */
  get view(): CommonView {
    return commonViewSchema.parse(commonView(this.state, this.#names, 'members'))
  }

  seenBy(name: string): SessionView {
    return viewOf(this.state, name, this.#names)
  }
}
