import type { DeedType } from './commands.js'
import { isHost } from './decide-room.js'
import type { Circumstances, Decide, Outcome } from './decision.js'
import { holdText } from './hold-text.js'
import { busy, changed, gone, notYours, outOfStage, paused, unsafeRequest } from './refusals.js'
import type { Line, SessionState } from './state.js'

/** The line that is meant, open for change: the words' stage, a line that is there, and nobody's lock on it. */
function openLine(state: SessionState, id: string, person: string): Line {
  if (state.stage !== 'lyrics') throw outOfStage(state, 'The words are written at another stage.')
  const line = state.lines.find((one) => one.id === id)
  if (!line) throw gone('This line is not there any more.')
  if (line.lockedBy !== null && line.lockedBy !== person)
    throw notYours('This line is locked. Whoever locked it, or the host, can open it.')
  return line
}

function write(state: SessionState, line: Line, text: string, { person, unsafe, newId }: Circumstances): Outcome[] {
  if (unsafe) return holdText(state, person, { id: newId(), about: 'line', line: line.id, text, why: unsafe })
  return line.text === text ? [] : [{ event: { type: 'lineWritten', line: line.id, text } }]
}

type Deeds = 'contributeLine' | 'editLine' | 'lockLine' | 'suggestRewrite' | 'answerOffer'

export const decideLines: { [T in Deeds & DeedType]: Decide<T> } = {
  /** A line of one's own in the place of the AI's. Where a person's stands already, changing it is an edit that names it. */
  contributeLine(state, { line: id, text }, given) {
    const line = openLine(state, id, given.person)
    if (line.by !== 'ai' && line.by.person !== given.person)
      throw changed('Somebody has written this line already. You can edit it.', line.text)
    return write(state, line, text, given)
  },
  editLine(state, { line: id, text, revision }, given) {
    const line = openLine(state, id, given.person)
    if (line.revision !== revision) throw changed('This line has changed while you wrote.', line.text)
    return write(state, line, text, given)
  },
  lockLine(state, { line: id, locked }, { person }) {
    const line = state.lines.find((one) => one.id === id)
    if (!line) throw gone('This line is not there any more.')
    if (state.stage !== 'lyrics') throw outOfStage(state, 'Lines are locked while the words are written.')
    if (locked === (line.lockedBy !== null)) return []
    if (line.lockedBy !== null && line.lockedBy !== person && !isHost(state, person))
      throw notYours('Whoever locked it, or the host, can open it.')
    return [{ event: { type: 'lineLocked', line: id, locked } }]
  },
  suggestRewrite(state, { line: id, note }, { person, unsafe, newId }) {
    const line = openLine(state, id, person)
    if (state.generation) throw busy()
    if (state.aiPaused) throw paused()
    if (unsafe) throw unsafeRequest(state.request.gradeLevel)
    return [{ event: { type: 'generationAsked', turn: newId(), kind: 'rewrite', line: line.id, note: note ?? null } }]
  },
  answerOffer(state, { line: id, take, offer }, { person }) {
    const line = openLine(state, id, person)
    if (offer !== undefined && line.offer !== null && line.offer !== offer)
      throw changed('The AI offers something else for this line now.', line.offer)
    return line.offer === null ? [] : [{ event: { type: 'offerAnswered', line: id, taken: take } }]
  },
}
