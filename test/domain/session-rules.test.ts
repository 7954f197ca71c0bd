import { describe, expect, test } from '@jest/globals'
import { Room } from './room.js'

const withTeacher = () => {
  const room = new Room()
  room.give('ada', { type: 'join' })
  room.give('teach', { type: 'join' }, { role: 'teacher' })
  return room
}
const toReview = (room: Room) => {
  for (const stage of ['lobby', 'hooks', 'lyrics', 'arranging'] as const) {
    room.give('host', { type: 'advance', stage })
    room.aiAnswers()
  }
}

describe('a teacher in a session', () => {
  test('who has only looked in keeps nobody waiting when the host has left', () => {
    const room = withTeacher()
    room.give('host', { type: 'leave' })
    expect(room.give('ada', { type: 'advance', stage: 'lobby' })).toContain('stageEntered')
    expect(room.give('teach', { type: 'cancel' })).toEqual(['stageEntered'])
  })

  test('has no vote', () => {
    const room = withTeacher()
    room.give('host', { type: 'advance', stage: 'lobby' })
    room.aiAnswers()
    expect(room.refused('teach', { type: 'vote', option: room.state.hooks[0]!.id })).toBe('not_allowed')
    expect(room.state.votes).toEqual({})
  })

  test('releases what was written in Slack as written there, and can still do so when the song is handed in', () => {
    const room = withTeacher()
    toReview(room)
    room.surface = 'slack'
    room.give('ada', { type: 'reflect', text: 'hard words' }, { unsafe: 'profanity' })
    room.surface = 'web'
    room.give('host', { type: 'submit' })
    expect(room.give('teach', { type: 'judgeHeld', held: room.state.held[0]!.id, release: true })).toEqual([
      'heldJudged',
      'reflected',
    ])
    expect(room.records.at(-1)).toMatchObject({ by: 'ada', surface: 'slack' })
    expect(room.state.reflections).toEqual([{ by: 'ada', text: 'hard words' }])
  })

  test('comes to look at held texts after all is over; nobody else comes in any more', () => {
    const room = new Room()
    toReview(room)
    room.give('host', { type: 'reflect', text: 'hard words' }, { unsafe: 'profanity' })
    room.give('host', { type: 'submit' })
    expect(room.refused('bob', { type: 'join' })).toBe('out_of_stage')
    room.give('teach', { type: 'join' }, { role: 'teacher' })
    const held = room.state.held[0]!.id
    expect(room.give('teach', { type: 'judgeHeld', held, release: false }, { role: 'teacher' })).toEqual(['heldJudged'])
  })

  test('is not buried in one person’s texts', () => {
    const room = withTeacher()
    toReview(room)
    for (let n = 0; n < 10; n++) room.give('ada', { type: 'reflect', text: `rude ${n}` }, { unsafe: 'profanity' })
    expect(room.refused('ada', { type: 'reflect', text: 'rude again' }, { unsafe: 'profanity' })).toBe('not_allowed')
    expect(room.give('ada', { type: 'reflect', text: 'A kind word' })).toEqual(['reflected'])
  })
})

describe('a host who is away', () => {
  test('is stood in for after five minutes, and takes part like the others when they come back', () => {
    const room = new Room()
    for (const person of ['ada', 'bob']) room.give(person, { type: 'join' })
    room.now = '2026-01-01T00:04:00Z'
    expect(room.refused('bob', { type: 'takeLead' })).toBe('not_allowed')
    room.now = '2026-01-01T00:05:01Z'
    expect(room.give('bob', { type: 'takeLead' })).toEqual(['tookLead'])
    expect(room.refused('ada', { type: 'takeLead' })).toBe('not_allowed')
    expect(room.refused('host', { type: 'advance', stage: 'lobby' })).toBe('not_allowed')
    expect(room.give('bob', { type: 'advance', stage: 'lobby' })).toContain('stageEntered')
    expect(room.sees('ada').people.map(({ role }) => role)).toEqual(['member', 'member', 'host'])
  })

  test('leads on as long as they do anything', () => {
    const room = new Room()
    room.give('ada', { type: 'join' })
    room.now = '2026-01-01T00:09:00Z'
    room.give('host', { type: 'setRequest', request: { topic: 'Gravity' } })
    room.now = '2026-01-01T00:13:00Z'
    expect(room.refused('ada', { type: 'takeLead' })).toBe('not_allowed')
    expect(room.give('host', { type: 'takeLead' })).toEqual([])
  })
})

describe('people', () => {
  test('are where they did something last', () => {
    const room = withTeacher()
    room.surface = 'discord'
    room.give('ada', { type: 'leave' })
    room.give('ada', { type: 'join' })
    expect(room.state.participants.find(({ id }) => id === 'ada')?.surface).toBe('discord')
  })

  test('come in up to a hundred; who was there before always comes back', () => {
    const room = new Room()
    for (let n = 0; n < 99; n++) room.give(`singer ${n}`, { type: 'join' })
    expect(room.refused('one more', { type: 'join' })).toBe('group_full')
    room.give('singer 7', { type: 'leave' })
    expect(room.give('singer 7', { type: 'join' })).toEqual(['joined'])
  })
})

test('nobody takes an offer that they have not read', () => {
  const room = new Room()
  for (const stage of ['lobby', 'hooks'] as const) {
    room.give('host', { type: 'advance', stage })
    room.aiAnswers()
  }
  room.give('host', { type: 'suggestRewrite', line: 'a' })
  room.aiAnswers()
  expect(room.refused('host', { type: 'answerOffer', line: 'a', take: true, offer: 'Something older' })).toBe(
    'changed_meanwhile',
  )
  expect(room.give('host', { type: 'answerOffer', line: 'a', take: true, offer: 'Better a' })).toEqual([
    'offerAnswered',
  ])
})

test('a stage says when it closes by itself; the others do not', () => {
  const room = new Room({ stageMinutes: 5 })
  expect(room.sees('host').closesAt).toBeNull()
  room.give('host', { type: 'advance', stage: 'lobby' })
  expect(room.sees('host').closesAt).toBe('2026-01-01T00:05:00.000Z')
})

test('what the AI is kept by is told while it is still tried, and forgotten when it answers', () => {
  const room = new Room()
  room.give('host', { type: 'advance', stage: 'lobby' })
  room.record(null, { type: 'generationDelayed', turn: room.state.generation!.turn, why: 'It is away.' }, null)
  expect(room.sees('host')).toMatchObject({ trouble: 'It is away.', generation: { kind: 'hooks' } })
  room.aiAnswers()
  expect(room.sees('host')).toMatchObject({ trouble: null, generation: null })
})
