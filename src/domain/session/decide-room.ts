import type { DeedType, SessionRequest } from './commands.js'
import type { Decide, Outcome } from './decision.js'
import { full, gone, notYours, outOfStage, unsafeRequest } from './refusals.js'
import { type Held, participantOf, type SessionState, singers } from './state.js'

/** Who began the session, or a teacher; when they all have gone, whoever came first of those who are here. */
export function isHost(state: SessionState, person: string): boolean {
  const hosts = state.participants.filter(({ here, role }) => here && role !== 'member')
  const [first] = singers(state)
  return hosts.length > 0 ? hosts.some(({ id }) => id === person) : first?.id === person
}
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

/** What the group asks for, with what the assignment says of it in the place of theirs; see `SessionSettings.fixed`. */
function settled({ request, settings: { fixed } }: SessionState, wish: Partial<SessionRequest>): SessionRequest {
  const next = { ...request, ...wish, ...fixed }
  return { ...next, genres: [...new Set([...(fixed.genres ?? []), ...(wish.genres ?? request.genres)])].slice(0, 4) }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

type Deeds = 'join' | 'setRequest' | 'reflect' | 'judgeHeld' | 'stopGeneration'

/** Coming in, what the song is about, and what only a teacher does. */
export const decideRoom: { [T in Deeds & DeedType]: Decide<T> } = {
  join(state, _, { person, role }) {
    if (participantOf(state, person)?.here) return []
    const { groupSize } = state.settings
    if (role !== 'teacher' && groupSize !== null && singers(state).length >= groupSize) throw full(groupSize)
    return [{ event: { type: 'joined', role } }]
  },
  setRequest(state, { request: wish }, { person, unsafe }) {
    if (state.stage !== 'lobby') throw outOfStage(state, 'What the song is about is settled.')
    if (!isHost(state, person)) throw notYours('The host of the session says what the song is about.')
    if (unsafe) throw unsafeRequest(wish.gradeLevel ?? state.request.gradeLevel)
    const { genres: _, ...plain } = state.settings.fixed
    if (Object.entries(plain).some(([key, value]) => key in wish && !isSame(wish[key as keyof typeof wish], value)))
      throw notYours('Your teacher has settled this for the assignment.')
    const request = settled(state, wish)
    return isSame(request, state.request) ? [] : [{ event: { type: 'requestSet', request } }]
  },
  reflect(state, { text }, { unsafe, newId }) {
    if (state.stage !== 'review') throw outOfStage(state, 'Thoughts about the song come at the end.')
    if (unsafe)
      return [
        { event: { type: 'textHeld', held: { id: newId(), about: 'reflection', line: null, text, why: unsafe } } },
      ]
    return [{ event: { type: 'reflected', text } }]
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
