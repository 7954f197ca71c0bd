import type { CommonView } from '../../src/domain/session/view-schema.js'
import { actionId } from '../action-id.js'
import type { Action } from '../card.js'

type Button = [verb: string, label: string, ...args: string[]]

/** What everybody may press at a stage; at most five. Whether it is theirs to do is decided when they do. */
export function stageActions(session: string, { stage, lines, aiPaused }: CommonView): Action[] {
  const offers = lines.filter(({ offer }) => offer !== null).length
  const buttons: Record<string, Button[]> = {
    lobby: [
      ['join', 'Join'],
      ['about', 'Say what it is about'],
      ['advance', 'Start', 'lobby'],
    ],
    hooks: [
      ['join', 'Join'],
      ['hook', 'Write a hook'],
      ...(aiPaused ? [] : [['more', 'More ideas'] satisfies Button]),
      ['advance', 'Close the vote', 'hooks'],
    ],
    lyrics: [
      ['join', 'Join'],
      ['line', 'Write a line'],
      ...(offers > 0
        ? [['offers', `See the AI’s offers (${offers})`] satisfies Button]
        : [['rewrite', 'Ask for other words'] satisfies Button]),
      ['advance', 'The words are done', 'lyrics'],
    ],
    arranging: [
      ['join', 'Join'],
      ['advance', 'Close the vote', 'arranging'],
    ],
    review: [
      ['join', 'Join'],
      ['listen', 'Listen to it'],
      ['reflect', 'Say what you think'],
      ['submit', 'Hand it in'],
    ],
  }
  const known = [...(buttons[stage] ?? []), ['status', 'Where am I?'] satisfies Button]
  return known.map(([verb, label, ...args]) => ({
    id: actionId(verb, session, ...args),
    label,
    style: verb === 'submit' || (verb === 'advance' && stage === 'lobby') ? 'main' : 'plain',
    ...(confirmations[verb] && { confirm: confirmations[verb] }),
  }))
}

/** Asked again before what cannot be taken back. */
const confirmations: Record<string, string> = {
  submit: 'Hand the song in for the whole group? It cannot be changed after that.',
}
