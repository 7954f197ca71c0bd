import type { DeedType } from './commands.js'
import { isHost, isTeacher } from './decide-room.js'
import type { Circumstances, Decide, Outcome } from './decision.js'
import type { GenerationKind } from './events.js'
import { missingWork } from './missing-work.js'
import { busy, changed, notYours, outOfStage, paused } from './refusals.js'
import { type HookOption, participantOf, type SessionState, singers } from './state.js'

const ask = (
  kind: GenerationKind,
  newId: Circumstances['newId'],
  line: string | null = null,
  note: string | null = null,
): Outcome => ({
  event: { type: 'generationAsked', turn: newId(), kind, line, note },
})

/** The option with most votes; among equals the one that was there first. `null` when there is none to choose from. */
export function winner<T extends { id: string }>(options: readonly T[], votes: Record<string, string>): T | null {
  const counts = new Map<string, number>()
  for (const option of Object.values(votes)) counts.set(option, (counts.get(option) ?? 0) + 1)
  return options.reduce<T | null>(
    (best, option) => (best === null || (counts.get(option.id) ?? 0) > (counts.get(best.id) ?? 0) ? option : best),
    null,
  )
}

const enter = (stage: SessionState['stage']): Outcome => ({ event: { type: 'stageEntered', stage } })

const leaving: Partial<
  Record<SessionState['stage'], (state: SessionState, newId: Circumstances['newId']) => Outcome[]>
> = {
  lobby(state, newId) {
    if (state.request.topic === '') throw changed('First say what the song is about.', '')
    return [enter('hooks'), ask('hooks', newId)]
  },
  hooks(state, newId) {
    const hook: HookOption | null = winner(state.hooks, state.votes)
    if (!hook) throw changed('There is no hook to choose yet. Write one, or wait for the AI.', '')
    return [{ event: { type: 'hookChosen', hook: hook.id, text: hook.text } }, enter('lyrics'), ask('draft', newId)]
  },
  lyrics(state, newId) {
    if (state.lines.length === 0) throw changed('There are no words yet.', '')
    return [enter('arranging'), ask('arrangements', newId)]
  },
  arranging(state, newId) {
    const option = winner(state.arrangements, state.votes)
    if (!option) throw changed('There is no arrangement to choose yet.', '')
    return [{ event: { type: 'arrangementChosen', option: option.id } }, enter('review'), ask('song', newId)]
  },
}

/** Closes the stage that is open. */
export function leaveStage(state: SessionState, newId: Circumstances['newId']): Outcome[] {
  if (state.generation) throw busy()
  const leave = leaving[state.stage]
  if (!leave) throw outOfStage(state, 'There is no next stage to go to.')
  // The next stage begins with the AI's work.
  if (state.aiPaused) throw paused()
  return leave(state, newId)
}

/** Asks for what the stage still needs of the AI, if anything. */
export function askForMissing(state: SessionState, newId: Circumstances['newId']): Outcome[] {
  const kind = missingWork(state)
  return kind && !state.aiPaused ? [ask(kind, newId)] : []
}

/** After a vote: whether that was the last one missing, and the stage closes by itself. */
export function closeIfAllVoted(
  state: SessionState,
  votes: Record<string, string>,
  newId: Circumstances['newId'],
): Outcome[] {
  const open = singers(state)
  if (!state.settings.closeWhenAllVoted || open.length < 2 || state.generation || state.aiPaused) return []
  if (state.stage !== 'hooks' && state.stage !== 'arranging') return []
  return open.every(({ id }) => votes[id] !== undefined) ? leaveStage({ ...state, votes }, newId) : []
}

type Deeds = 'advance' | 'cancel' | 'submit' | 'askAgain' | 'pauseAi' | 'leave'

export const decideStage: { [T in Deeds & DeedType]: Decide<T> } = {
  advance(state, { stage }, { person, newId }) {
    if (stage !== state.stage) throw changed('The group has moved on already.', state.stage)
    if (!isHost(state, person)) throw notYours('The host or the teacher closes a stage.')
    return leaveStage(state, newId)
  },
  cancel(state, _, { person }) {
    if (!isHost(state, person)) throw notYours('The host or the teacher ends a session.')
    return [enter('cancelled')]
  },
  submit(state, _, { newId }) {
    if (state.stage !== 'review') throw outOfStage(state, 'The song is handed in when it is done.')
    if (state.generation) throw busy()
    if (!state.songIsFinal) throw changed('The song is not done yet. Ask the AI for it again.', '')
    return [{ event: { type: 'submitted', song: newId() } }, enter('finished')]
  },
  /** After a stop, or when it did not come off: the AI is asked once more for what the stage cannot do without. */
  askAgain(state, _, { newId }) {
    if (state.aiPaused) throw paused()
    return askForMissing(state, newId)
  },
  pauseAi(state, { paused: wanted }, { person, newId }) {
    if (!isTeacher(state, person)) throw notYours('Only a teacher pauses the AI.')
    if (state.aiPaused === wanted) return []
    const { generation } = state
    const stop: Outcome[] =
      wanted && generation
        ? [{ event: { type: 'generationEnded', turn: generation.turn, outcome: 'stopped', why: null } }]
        : []
    const go = wanted ? [] : askForMissing({ ...state, aiPaused: false }, newId)
    return [{ event: { type: 'aiPaused', paused: wanted } }, ...stop, ...go]
  },
  /** Who leaves takes their vote along; it may have been the last one that was waited for. */
  leave(state, _, { person, newId }) {
    if (!participantOf(state, person)?.here) return []
    const { [person]: __, ...votes } = state.votes
    const participants = state.participants.map((one) => (one.id === person ? { ...one, here: false } : one))
    return [{ event: { type: 'left' } }, ...closeIfAllVoted({ ...state, participants }, votes, newId)]
  },
}
