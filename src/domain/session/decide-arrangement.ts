import { isTeacher } from './decide-room.js'
import { closeIfAllVoted } from './decide-stage.js'
import type { Decide } from './decision.js'
import { gone, onlyTheGroup, outOfStage } from './refusals.js'

export const decideArrangement: { chooseArrangement: Decide<'chooseArrangement'> } = {
  /** A person's choice; the group's is made when the stage closes. */
  chooseArrangement(state, { option }, { person, newId }) {
    if (state.stage !== 'arranging') throw outOfStage(state, 'There is no arrangement to choose now.')
    if (isTeacher(state, person)) throw onlyTheGroup()
    if (!state.arrangements.some(({ id }) => id === option)) throw gone('This arrangement is not there any more.')
    if (state.votes[person] === option) return []
    return [
      { event: { type: 'voted', option } },
      ...closeIfAllVoted(state, { ...state.votes, [person]: option }, newId),
    ]
  },
}
