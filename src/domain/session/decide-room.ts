import type { DeedType, SessionRequest } from './commands.js'
import type { Decide, Outcome } from './decision.js'
import { holdText } from './hold-text.js'
import { leadersOf } from './leaders.js'
import { full, gone, notYours, outOfStage, unsafeRequest } from './refusals.js'
import { type Held, participantOf, type SessionState, singers } from './state.js'

/** Long before it is too many to be a group; each comes back with the number that they had. */
const participantsAtMost = 100

/** After so long without a word somebody else may lead. */
const awayMs = 5 * 60_000

/** As `leadersOf` says. */
export const isHost = ({ participants }: SessionState, person: string): boolean =>
  leadersOf(participants).some(({ id }) => id === person)
export const isTeacher = (state: SessionState, person: string): boolean =>
  participantOf(state, person)?.role === 'teacher'

/** What a released text would have done, as its author's; a hook or a line whose stage is over is let go. */
function released(state: SessionState, { about, line, text, id, by, surface }: Held): Outcome[] {
  if (about === 'hook')
    return state.stage === 'hooks'
      ? [{ by, surface, event: { type: 'hookProposed', hook: { id, text, idea: '', reason: '' } } }]
      : []
  if (about === 'reflection') return [{ by, surface, event: { type: 'reflected', text } }]
  const stands = state.lines.find((one) => one.id === line && one.lockedBy === null)
  return stands && state.stage === 'lyrics'
    ? [{ by, surface, event: { type: 'lineWritten', line: stands.id, text } }]
    : []
}

/** What the group asks for, with what the assignment says of it in the place of theirs; see `SessionSettings.fixed`. */
function settled({ request, settings: { fixed } }: SessionState, wish: Partial<SessionRequest>): SessionRequest {
  const next = { ...request, ...wish, ...fixed }
  return { ...next, genres: [...new Set([...(fixed.genres ?? []), ...(wish.genres ?? request.genres)])].slice(0, 4) }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

type Deeds = 'join' | 'takeLead' | 'setRequest' | 'reflect' | 'judgeHeld' | 'stopGeneration'

/** Coming in, what the song is about, and what only a teacher does. */
export const decideRoom: { [T in Deeds & DeedType]: Decide<T> } = {
  join(state, _, { person, role }) {
    if (participantOf(state, person)?.here) return []
    const { groupSize } = state.settings
    if (!participantOf(state, person) && state.participants.length >= participantsAtMost) throw full(participantsAtMost)
    if (role !== 'teacher' && groupSize !== null && singers(state).length >= groupSize) throw full(groupSize)
    return [{ event: { type: 'joined', role } }]
  },
  takeLead(state, _, { person, now }) {
    if (isHost(state, person)) return []
    const latest = Date.parse(now) - awayMs
    if (leadersOf(state.participants).some(({ seen }) => Date.parse(seen) > latest))
      throw notYours('Your host did something a few minutes ago. Wait a little, then you can go on without them.')
    return [{ event: { type: 'tookLead' } }]
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
  reflect(state, { text }, { person, unsafe, newId }) {
    if (state.stage !== 'review') throw outOfStage(state, 'Thoughts about the song come at the end.')
    if (unsafe) return holdText(state, person, { id: newId(), about: 'reflection', line: null, text, why: unsafe })
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
