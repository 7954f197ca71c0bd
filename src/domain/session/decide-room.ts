import type { DeedType } from './commands.js'
import type { Decide, Outcome } from './decision.js'
import { gone, notYours, outOfStage } from './refusals.js'
import { type Held, participantOf, type SessionState } from './state.js'

export const isHost = (state: SessionState, person: string): boolean => participantOf(state, person)?.role !== 'member'
export const isTeacher = (state: SessionState, person: string): boolean =>
  participantOf(state, person)?.role === 'teacher'

/** What a released text would have done, as its author's. */
function released(state: SessionState, { about, line, text, by, id }: Held): Outcome[] {
  if (about === 'hook')
    return state.stage === 'hooks'
      ? [{ by, event: { type: 'hookProposed', hook: { id, text, idea: '', reason: '' } } }]
      : []
  if (about === 'reflection') return [{ by, event: { type: 'reflected', text } }]
  const stands = state.lines.find((one) => one.id === line && one.lockedBy === null)
  return stands && state.stage === 'lyrics' ? [{ by, event: { type: 'lineWritten', line: stands.id, text } }] : []
}

type Deeds = 'join' | 'leave' | 'setRequest' | 'reflect' | 'pauseAi' | 'judgeHeld' | 'stopGeneration'

/** Coming and going, what the song is about, and what only a teacher does. */
export const decideRoom: { [T in Deeds & DeedType]: Decide<T> } = {
  join: (state, _, { person, role }) =>
    participantOf(state, person)?.here ? [] : [{ event: { type: 'joined', role } }],
  leave: (state, _, { person }) => (participantOf(state, person)?.here ? [{ event: { type: 'left' } }] : []),
  setRequest(state, { request }, { person }) {
    if (state.stage !== 'lobby') throw outOfStage(state, 'What the song is about is settled.')
    if (!isHost(state, person)) throw notYours('The host of the session says what the song is about.')
    return [{ event: { type: 'requestSet', request: { ...state.request, ...request } } }]
  },
  reflect(state, { text }, { unsafe, newId }) {
    if (state.stage !== 'review') throw outOfStage(state, 'Thoughts about the song come at the end.')
    if (unsafe)
      return [
        { event: { type: 'textHeld', held: { id: newId(), about: 'reflection', line: null, text, why: unsafe } } },
      ]
    return [{ event: { type: 'reflected', text } }]
  },
  pauseAi(state, { paused }, { person }) {
    if (!isTeacher(state, person)) throw notYours('Only a teacher pauses the AI.')
    if (state.aiPaused === paused) return []
    const stop: Outcome[] =
      paused && state.generation
        ? [{ event: { type: 'generationEnded', turn: state.generation.turn, outcome: 'stopped', why: null } }]
        : []
    return [{ event: { type: 'aiPaused', paused } }, ...stop]
  },
  judgeHeld(state, { held: id, release }, { person }) {
    if (!isTeacher(state, person)) throw notYours('Only a teacher decides about a text that was held.')
    const held = state.held.find((one) => one.id === id)
    if (!held) throw gone('This text was decided about already.')
    return [{ event: { type: 'heldJudged', held: id, released: release } }, ...(release ? released(state, held) : [])]
  },
  stopGeneration(state, _, { person }) {
    if (!state.generation) return []
    if (!isHost(state, person)) throw notYours('The host or the teacher stops the AI.')
    return [{ event: { type: 'generationEnded', turn: state.generation.turn, outcome: 'stopped', why: null } }]
  },
}
