import type { DeedType } from './commands.js'
import { isTeacher } from './decide-room.js'
import { closeIfAllVoted } from './decide-stage.js'
import type { Decide } from './decision.js'
import { holdText } from './hold-text.js'
import { busy, changed, gone, notYours, onlyTheGroup, outOfStage, paused } from './refusals.js'

/** As many as a page shows without getting lost. */
const hooksAtMost = 24

type Deeds = 'proposeHook' | 'moreHooks' | 'vote'

export const decideHooks: { [T in Deeds & DeedType]: Decide<T> } = {
  proposeHook(state, { text }, { person, unsafe, newId }) {
    if (state.stage !== 'hooks') throw outOfStage(state, 'Hooks are collected before the words.')
    if (state.hooks.length >= hooksAtMost)
      throw notYours(`There are ${hooksAtMost} hooks to choose from already. Vote for one of them.`)
    const same = state.hooks.find((hook) => hook.text.toLowerCase() === text.toLowerCase())
    if (same) throw changed('This hook is there already. You can vote for it.', same.id)
    const id = newId()
    if (unsafe) return holdText(state, person, { id, about: 'hook', line: null, text, why: unsafe })
    return [{ event: { type: 'hookProposed', hook: { id, text, idea: '', reason: '' } } }]
  },
  moreHooks(state, _, { newId }) {
    if (state.stage !== 'hooks') throw outOfStage(state, 'Hooks are collected before the words.')
    if (state.generation) throw busy()
    if (state.aiPaused) throw paused()
    if (state.hooks.length >= hooksAtMost) throw notYours(`There are ${hooksAtMost} hooks to choose from already.`)
    return [{ event: { type: 'generationAsked', turn: newId(), kind: 'hooks', line: null, note: null } }]
  },
  vote(state, { option }, { person, newId }) {
    if (state.stage !== 'hooks') throw outOfStage(state, 'There is no vote on hooks now.')
    if (isTeacher(state, person)) throw onlyTheGroup()
    if (option !== null && !state.hooks.some(({ id }) => id === option)) throw gone('This hook is not there any more.')
    if ((state.votes[person] ?? null) === option) return []
    const { [person]: _, ...others } = state.votes
    const votes = option === null ? others : { ...others, [person]: option }
    return [{ event: { type: 'voted', option } }, ...closeIfAllVoted(state, votes, newId)]
  },
}
