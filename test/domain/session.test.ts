import { describe, expect, test } from '@jest/globals'
import type { Deed, DeedType } from '../../src/domain/session/commands.js'
import { decide } from '../../src/domain/session/decide.js'
import type { Circumstances } from '../../src/domain/session/decision.js'
import type { RecordedEvent, SessionEvent } from '../../src/domain/session/events.js'
import { reduce } from '../../src/domain/session/reduce.js'
import { type SessionSettings, usualSettings } from '../../src/domain/session/settings.js'
import { stages } from '../../src/domain/session/stages.js'
import { emptyState, type SessionState } from '../../src/domain/session/state.js'
import { viewOf } from '../../src/domain/session/view.js'
import { AppError } from '../../src/errors.js'
import { seeded } from '../../src/music/random.js'

/** A session whose events are kept beside its state, as a use case keeps them; the AI answers at once what it is asked. */
class Room {
  state: SessionState = emptyState
  readonly records: RecordedEvent[] = []
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

  record(by: string | null, event: SessionEvent): void {
    const record = { seq: this.state.seq + 1, by, surface: 'web' as const, at: '2026-01-01T00:00:00Z', event }
    this.records.push(record)
    this.state = reduce(this.state, record)
  }

  give(person: string, deed: Deed, given: Partial<Circumstances> = {}): SessionEvent['type'][] {
    const outcomes = decide(this.state, { deed }, { person, role: 'member', unsafe: null, newId: this.newId, ...given })
    for (const { event, by } of outcomes) this.record(by ?? person, event)
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

describe('a session from the lobby to the song', () => {
  test('two people choose a hook, write, arrange and hand in', () => {
    const room = new Room()
    room.give('ada', { type: 'join' })
    room.give('host', { type: 'advance', stage: 'lobby' })
    room.aiAnswers()
    room.give('ada', { type: 'proposeHook', text: 'Leaves are kitchens' })
    const own = room.state.hooks.at(-1)!.id
    room.give('ada', { type: 'vote', option: own })
    room.give('host', { type: 'advance', stage: 'hooks' })
    expect(room.state.hook?.text).toBe('Leaves are kitchens')
    room.aiAnswers()
    room.give('ada', { type: 'contributeLine', line: 'a', text: 'Sunlight lands on every leaf' })
    room.give('ada', { type: 'suggestRewrite', line: 'b' })
    room.aiAnswers()
    room.give('host', { type: 'answerOffer', line: 'b', take: true })
    room.give('host', { type: 'advance', stage: 'lyrics' })
    room.aiAnswers()
    room.give('ada', { type: 'chooseArrangement', option: 'y' })
    room.give('host', { type: 'advance', stage: 'arranging' })
    expect(room.state.arrangement).toBe('y')
    room.aiAnswers()
    room.give('ada', { type: 'reflect', text: 'We made it' })
    room.give('ada', { type: 'submit' })
    expect(room.state.stage).toBe('finished')
    const view = viewOf(room.state, 'ada', new Map([['ada', 'Ada']]))
    expect(view.lines.map(({ text, by }) => [text, by.kind])).toEqual([
      ['Sunlight lands on every leaf', 'person'],
      ['Better b', 'ai'],
      ['Line c', 'ai'],
      ['Line d', 'ai'],
    ])
  })

  test('a stage closes by itself when all have voted', () => {
    const room = new Room({ closeWhenAllVoted: true })
    room.give('ada', { type: 'join' })
    room.give('host', { type: 'advance', stage: 'lobby' })
    room.aiAnswers()
    const [first, second] = room.state.hooks
    room.give('ada', { type: 'vote', option: second!.id })
    expect(room.state.stage).toBe('hooks')
    room.give('host', { type: 'vote', option: second!.id })
    expect([room.state.stage, room.state.hook?.text]).toEqual(['lyrics', second!.text])
    expect(first).toBeDefined()
  })
})

describe('what is refused, and says why', () => {
  const writing = () => {
    const room = new Room()
    room.give('ada', { type: 'join' })
    for (const stage of ['lobby', 'hooks'] as const) {
      room.give('host', { type: 'advance', stage })
      room.aiAnswers()
    }
    return room
  }

  test('a stranger may do nothing but join', () => {
    expect(new Room().refused('stranger', { type: 'moreHooks' })).toBe('not_in_session')
  })

  test('closing a stage twice closes one', () => {
    const room = new Room()
    room.give('host', { type: 'advance', stage: 'lobby' })
    expect(room.refused('host', { type: 'advance', stage: 'lobby' })).toBe('changed_meanwhile')
  })

  test('an edit of a line that has changed says what stands there now', () => {
    const room = writing()
    room.give('ada', { type: 'editLine', line: 'a', text: 'New words', revision: 0 })
    expect(room.refused('host', { type: 'editLine', line: 'a', text: 'Other words', revision: 0 })).toBe(
      'changed_meanwhile',
    )
    expect(room.state.lines[0]?.text).toBe('New words')
  })

  test('a locked line is opened by its owner or the host', () => {
    const room = writing()
    room.give('ada', { type: 'lockLine', line: 'a', locked: true })
    room.give('bob', { type: 'join' })
    expect(room.refused('bob', { type: 'editLine', line: 'a', text: 'x', revision: 0 })).toBe('not_allowed')
    expect(room.refused('bob', { type: 'lockLine', line: 'a', locked: false })).toBe('not_allowed')
    expect(room.give('host', { type: 'lockLine', line: 'a', locked: false })).toEqual(['lineLocked'])
  })

  test('an unsafe text waits for the teacher, unseen by the others, and is released as its author’s', () => {
    const room = writing()
    room.give('teach', { type: 'join' }, { role: 'teacher' })
    expect(
      room.give('ada', { type: 'contributeLine', line: 'c', text: 'rude words' }, { unsafe: 'profanity' }),
    ).toEqual(['textHeld'])
    expect(JSON.stringify(viewOf(room.state, 'host', new Map()))).not.toContain('rude words')
    expect(viewOf(room.state, 'ada', new Map()).held).toHaveLength(1)
    const [held] = viewOf(room.state, 'teach', new Map()).held
    expect(room.refused('host', { type: 'judgeHeld', held: held!.id, release: true })).toBe('not_allowed')
    room.give('teach', { type: 'judgeHeld', held: held!.id, release: true })
    expect(room.state.lines[2]).toMatchObject({ text: 'rude words', by: { person: 'ada' } })
  })

  test('names are not shown where the course does not allow it', () => {
    const room = new Room({ showNames: false })
    room.give('ada', { type: 'join' })
    expect(JSON.stringify(viewOf(room.state, 'host', new Map([['ada', 'Ada L.']])))).not.toContain('Ada')
  })
})

describe('a group is never stuck', () => {
  test('when the host has left, whoever came first goes on', () => {
    const room = new Room()
    room.give('ada', { type: 'join' })
    room.give('bob', { type: 'join' })
    expect(room.refused('ada', { type: 'advance', stage: 'lobby' })).toBe('not_allowed')
    room.give('host', { type: 'leave' })
    expect(room.refused('bob', { type: 'advance', stage: 'lobby' })).toBe('not_allowed')
    expect(room.give('ada', { type: 'advance', stage: 'lobby' })).toContain('stageEntered')
  })

  test.each(['hooks', 'lyrics', 'arranging', 'review'] as const)(
    'what the AI was stopped in at %s can be asked for again by anybody',
    (at) => {
      const room = new Room()
      room.give('ada', { type: 'join' })
      for (const stage of ['lobby', 'hooks', 'lyrics', 'arranging'] as const) {
        room.give('host', { type: 'advance', stage })
        if (room.state.stage === at) break
        room.aiAnswers()
      }
      room.give('host', { type: 'stopGeneration' })
      expect(room.give('ada', { type: 'askAgain' })).toEqual(['generationAsked'])
      room.aiAnswers()
      expect(room.give('ada', { type: 'askAgain' })).toEqual([])
    },
  )

  test('a pause of the AI holds the stage, and its end asks for what is missing', () => {
    const room = new Room()
    room.give('teach', { type: 'join' }, { role: 'teacher' })
    room.give('host', { type: 'advance', stage: 'lobby' })
    expect(room.give('teach', { type: 'pauseAi', paused: true })).toEqual(['aiPaused', 'generationEnded'])
    room.give('host', { type: 'proposeHook', text: 'Leaves are kitchens' })
    expect(room.refused('host', { type: 'advance', stage: 'hooks' })).toBe('not_allowed')
    expect(room.give('teach', { type: 'pauseAi', paused: false })).toEqual(['aiPaused', 'generationAsked'])
  })

  test('who leaves was perhaps the last one waited for', () => {
    const room = new Room({ closeWhenAllVoted: true })
    for (const person of ['ada', 'bob']) room.give(person, { type: 'join' })
    room.give('host', { type: 'advance', stage: 'lobby' })
    room.aiAnswers()
    for (const person of ['host', 'ada']) room.give(person, { type: 'vote', option: room.state.hooks[0]!.id })
    expect(room.give('bob', { type: 'leave' })).toEqual(['left', 'hookChosen', 'stageEntered', 'generationAsked'])
  })
})

const people = ['host', 'host', 'host', 'ada', 'bob', 'cyd', 'teach', 'stranger']

/** Any deed at all, sensible or not, of the ids that are around. */
function anyDeed(random: ReturnType<typeof seeded>, state: SessionState): Deed {
  const hook = random.pick([...state.hooks.map(({ id }) => id), 'nobody'])
  const line = random.pick([...state.lines.map(({ id }) => id), 'nowhere'])
  const held = random.pick([...state.held.map(({ id }) => id), 'none'])
  const text = random.pick(['Sun on the leaf', 'Roots drink rain', 'Green machine'])
  const deeds: Deed[] = [
    { type: 'join' },
    { type: 'join' },
    ...(random.chance(0.3) ? [{ type: 'leave' } as const] : []),
    { type: 'setRequest', request: { topic: text } },
    { type: 'proposeHook', text },
    { type: 'moreHooks' },
    { type: 'vote', option: random.pick([hook, null]) },
    { type: 'vote', option: hook },
    { type: 'advance', stage: random.pick([state.stage, state.stage, ...stages]) },
    { type: 'contributeLine', line, text },
    { type: 'editLine', line, text, revision: random.int(0, 2) },
    { type: 'lockLine', line, locked: random.pick([true, false]) },
    { type: 'suggestRewrite', line },
    { type: 'answerOffer', line, take: random.pick([true, false]) },
    { type: 'chooseArrangement', option: random.pick(['x', 'y', 'z']) },
    { type: 'reflect', text },
    { type: 'stopGeneration' },
    { type: 'askAgain' },
    ...(random.chance(0.4) ? [{ type: 'pauseAi', paused: random.chance(0.3) } as const] : []),
    { type: 'judgeHeld', held, release: random.pick([true, false]) },
    ...(random.chance(0.12) ? [{ type: 'submit' } as const] : []),
    ...(random.chance(0.03) ? [{ type: 'cancel' } as const] : []),
  ]
  return random.pick(deeds)
}

test('thousands of commands in any order keep what must stay true', () => {
  const seen = new Set<DeedType>()
  const reached = new Set<string>()
  for (let run = 0; run < 80; run++) {
    const random = seeded('session', run)
    const room = new Room({ closeWhenAllVoted: run % 2 === 0 })
    for (let step = 0; step < 300; step++) {
      const before = room.state
      const person = random.pick(people)
      const deed = anyDeed(random, before)
      try {
        const events = room.give(person, deed, {
          role: person === 'teach' ? 'teacher' : 'member',
          unsafe: random.chance(0.1) ? 'rude' : null,
        })
        if (events.length > 0) seen.add(deed.type)
      } catch (error) {
        expect(error).toBeInstanceOf(AppError)
        expect(room.state).toBe(before)
      }
      if (random.chance(0.5)) room.aiAnswers()
      const { state } = room
      reached.add(state.stage)
      const moved = stages.indexOf(state.stage) - stages.indexOf(before.stage)
      expect(moved === 0 || moved === 1 || state.stage === 'cancelled').toBe(true)
      for (const voter of Object.keys(state.votes))
        expect(state.participants.some(({ id, here }) => id === voter && here)).toBe(true)
      for (const line of before.lines) {
        const after = state.lines.find(({ id }) => id === line.id)
        if (line.lockedBy !== null && line.lockedBy !== person) expect(after?.text).toBe(line.text)
      }
      for (const { text, by } of state.held)
        for (const other of people)
          if (other !== by && other !== 'teach')
            expect(viewOf(state, other, new Map()).held.some((shown) => shown.text === text && !shown.by.me)).toBe(
              false,
            )
    }
    expect(room.records.map(({ seq }) => seq)).toEqual(room.records.map((_, at) => at + 1))
    expect(room.records.reduce(reduce, emptyState)).toEqual(room.state)
  }
  expect([...seen].sort()).toEqual([
    'advance',
    'answerOffer',
    'askAgain',
    'cancel',
    'chooseArrangement',
    'contributeLine',
    'editLine',
    'join',
    'judgeHeld',
    'leave',
    'lockLine',
    'moreHooks',
    'pauseAi',
    'proposeHook',
    'reflect',
    'setRequest',
    'stopGeneration',
    'submit',
    'suggestRewrite',
    'vote',
  ])
  expect(reached).toContain('finished')
})
