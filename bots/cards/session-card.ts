import { isOver } from '../../src/domain/session/stages.js'
import type { CommonView } from '../../src/domain/session/view-schema.js'
import { actionId } from '../action-id.js'
import type { Action, CardLine, CardOption, SessionCard } from '../card.js'
import { stageActions } from './stage-actions.js'
import { nowOf, progressOf, surfaceWords, titleOf, workingOf } from './words.js'

interface Beside {
  /** Groups that the AI serves before this one. */
  queue: number | null
  link: SessionCard['link']
}

const pausedWords = 'The teacher has paused the AI. You can still vote and write.'

/** A session as everybody in a room sees it: what the course does not show (names, held texts) is not in the view it is made of. */
export function sessionCard(session: string, view: CommonView, { queue, link }: Beside): SessionCard {
  const over = isOver(view.stage)
  return {
    session,
    seq: view.seq,
    title: view.title ? `${view.title} (${titleOf(view.request)})` : titleOf(view.request),
    stage: view.stage,
    progress: progressOf(view.stage),
    now: nowOf(view),
    // With trouble it is not at work, but asked again from time to time.
    working: view.trouble ? null : workingOf(view.generation?.kind, queue),
    trouble: view.aiPaused ? pausedWords : view.trouble,
    people: view.people
      .filter(({ here }) => here)
      .map(({ name, role, surface }) => ({ name, role, from: surface && surfaceWords[surface] })),
    options: optionsOf(session, view),
    sheet: sheetOf(view),
    reflections: view.reflections.map(({ by, text }) => ({ by: by.name, text })),
    actions: over ? [] : stageActions(session, view),
    link,
    isOver: over,
  }
}

const voteFor = (verb: string, session: string, option: string, number: number): Action => ({
  id: actionId(verb, session, option),
  label: `Vote for ${number}`,
  style: 'plain',
})

function optionsOf(session: string, view: CommonView): CardOption[] {
  if (view.stage === 'hooks')
    return view.hooks.map(({ id, text, reason, by, votes }, at) => ({
      number: at + 1,
      text,
      detail: [`From ${by.kind === 'ai' ? 'the AI' : by.name}`, reason].filter(Boolean).join(': '),
      votes,
      chosen: false,
      vote: voteFor('vote', session, id, at + 1),
    }))
  if (view.stage !== 'arranging') return []
  return view.arrangements.map(({ id, title, reason, votes }, at) => ({
    number: at + 1,
    text: title,
    detail: reason,
    votes,
    chosen: id === view.arrangement,
    vote: voteFor('arrange', session, id, at + 1),
  }))
}

/** The words as they stand, numbered through as people call them: "line 7". */
function sheetOf({ stage, lines }: Pick<CommonView, 'stage' | 'lines'>): SessionCard['sheet'] {
  // Later nobody can open or take anything any more.
  const isOpen = stage === 'lyrics'
  const sheet: SessionCard['sheet'] = []
  for (const [at, { section, text, by, locked, offer }] of lines.entries()) {
    const marks: CardLine['marks'] = []
    if (by.kind === 'ai') marks.push('ai')
    if (isOpen && locked) marks.push('locked')
    if (isOpen && offer !== null) marks.push('offer')
    const line = { number: at + 1, text, by: by.name, marks }
    const last = sheet.at(-1)
    if (last?.section === section) last.lines.push(line)
    else sheet.push({ section, lines: [line] })
  }
  return sheet
}
