import { expect, test } from '@jest/globals'
import type { Deed, DeedType } from '../../src/domain/session/commands.js'
import { reduce } from '../../src/domain/session/reduce.js'
import { stages } from '../../src/domain/session/stages.js'
import { emptyState, type SessionState } from '../../src/domain/session/state.js'
import { viewOf } from '../../src/domain/session/view.js'
import { AppError } from '../../src/errors.js'
import { seeded } from '../../src/music/random.js'
import { Room } from './room.js'

const people = ['host', 'host', 'host', 'ada', 'bob', 'cyd', 'teach', 'stranger']

/** Any deed at all, sensible or not, of the ids that are around. */
function anyDeed(random: ReturnType<typeof seeded>, state: SessionState): Deed {
  const hook = random.pick([...state.hooks.map(({ id }) => id), 'nobody'])
  const line = random.pick([...state.lines.map(({ id }) => id), 'nowhere'])
  const held = random.pick([...state.held.map(({ id }) => id), 'none'])
  const text = random.pick(['Sun on the leaf', 'Roots drink rain', 'Green machine'])
  const deeds: Deed[] = [
    { type: 'join' },
    { type: 'takeLead' },
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
      room.now = new Date(Date.UTC(2026, 0, 1) + step * 90_000).toISOString()
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
    'takeLead',
    'vote',
  ])
  expect(reached).toContain('finished')
})
