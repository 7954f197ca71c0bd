import type { Deed } from '../../src/domain/session/commands.js'
import { decide } from '../../src/domain/session/decide.js'
import type { Circumstances } from '../../src/domain/session/decision.js'
import type { RecordedEvent, SessionEvent } from '../../src/domain/session/events.js'
import { reduce } from '../../src/domain/session/reduce.js'
import { type SessionSettings, usualSettings } from '../../src/domain/session/settings.js'
import type { SurfaceName } from '../../src/domain/session/stages.js'
import { emptyState, type SessionState } from '../../src/domain/session/state.js'
import { viewOf } from '../../src/domain/session/view.js'
import type { SessionView } from '../../src/domain/session/view-schema.js'
import { AppError } from '../../src/errors.js'

/** A session whose events are kept beside its state, as a use case keeps them; the AI answers at once what it is asked. */
export class Room {
  state: SessionState = emptyState
  readonly records: RecordedEvent[] = []
  /** Where commands come from just now. */
  surface: SurfaceName = 'web'
  now = '2026-01-01T00:00:00Z'
  private ids = 0

  constructor(over: Partial<SessionSettings> = {}) {
    const settings = { ...usualSettings, closeWhenAllVoted: false, ...over }
    this.record('host', {
      type: 'started',
      request: { ...emptyState.request, topic: 'Photosynthesis', genres: ['trap', 'baroque'] },
      settings,
    })
    this.give('host', { type: 'join' }, { role: 'host' })
  }

  readonly newId = () => `id${++this.ids}`

  record(by: string | null, event: SessionEvent, surface: SurfaceName | null = 'web'): void {
    const record = { seq: this.state.seq + 1, by, surface, at: this.now, event }
    this.records.push(record)
    this.state = reduce(this.state, record)
  }

  give(person: string, deed: Deed, given: Partial<Circumstances> = {}): SessionEvent['type'][] {
    const outcomes = decide(
      this.state,
      { deed },
      { person, role: 'member', unsafe: null, now: this.now, newId: this.newId, ...given },
    )
    for (const { event, by, surface } of outcomes) this.record(by ?? person, event, surface ?? this.surface)
    return outcomes.map(({ event }) => event.type)
  }

  refused(person: string, deed: Deed, given: Partial<Circumstances> = {}): string | undefined {
    try {
      this.give(person, deed, given)
    } catch (error) {
      return error instanceof AppError ? error.reason : String(error)
    }
    return undefined
  }

  sees(person: string): SessionView {
    return viewOf(this.state, person, new Map())
  }

  /** What the worker does with a turn that was asked for. */
  aiAnswers(): void {
    const { generation } = this.state
    if (!generation) return
    const { turn, kind, line } = generation
    const slot = (id: string, section: string, text: string) => ({
      id,
      section,
      kind: 'verse' as const,
      syllables: { min: 4, best: 8, max: 12 },
      rhyme: 'A',
      hook: false,
      text,
    })
    if (kind === 'hooks')
      this.record(null, {
        type: 'hooksOffered',
        hooks: ['one', 'two', 'three'].map((word) => ({
          id: this.newId(),
          text: `Hook ${word}`,
          idea: 'i',
          reason: 'r',
        })),
      })
    if (kind === 'draft')
      this.record(null, {
        type: 'draftOffered',
        title: 'T',
        slots: ['a', 'b', 'c', 'd'].map((id) => slot(id, 'Verse 1', `Line ${id}`)),
      })
    if (kind === 'rewrite' && line) this.record(null, { type: 'rewriteOffered', line, text: `Better ${line}` })
    if (kind === 'arrangements')
      this.record(null, {
        type: 'arrangementsOffered',
        options: ['x', 'y'].map((id) => ({ id, title: id, reason: 'r' })),
      })
    if (kind === 'song') this.record(null, { type: 'songMade', revision: 1, score: 0.9 })
    this.record(null, { type: 'generationEnded', turn, outcome: 'done', why: null })
  }
}
