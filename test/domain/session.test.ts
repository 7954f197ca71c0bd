import { describe, expect, test } from '@jest/globals'
import { viewOf } from '../../src/domain/session/view.js'
import { Room } from './room.js'

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

  test('a line, a hook or an arrangement that is gone', () => {
    const room = writing()
    expect(room.refused('ada', { type: 'contributeLine', line: 'nowhere', text: 'x' })).toBe('gone')
    expect(room.refused('ada', { type: 'lockLine', line: 'nowhere', locked: true })).toBe('gone')
    room.give('host', { type: 'advance', stage: 'lyrics' })
    room.aiAnswers()
    expect(room.refused('ada', { type: 'chooseArrangement', option: 'nowhere' })).toBe('gone')
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
