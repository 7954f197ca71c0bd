import { asLine } from '../../src/domain/session/commands.js'
import { AppError } from '../../src/errors.js'
import { button, heldNote } from './after.js'
import { asksText, doing, textFaults } from './in-session.js'
import type { Verb } from './verb.js'

const most = 120

export const hook: Verb = {
  form: asksText('hook', { title: 'Write a hook', submit: 'Offer it' }, () => [
    {
      name: 'text',
      label: 'The line that stays in everybody’s head',
      kind: 'line',
      hint: 'Short, easy to sing, about your topic',
      max: most,
    },
  ]),
  faults: textFaults('text', most, 'Write a line.'),
  async serve(scene, { session: named, fields: { text = '' } }) {
    const { actor, session } = await scene.session(named)
    const { view } = await scene.give(actor, session, { type: 'proposeHook', text })
    const mine = view.hooks.find((one) => one.by.me && one.text === asLine(text))
    if (!mine) return heldNote
    return {
      text: `Your hook is among the others: “${mine.text}”`,
      actions: [button('vote', session, 'Vote for it', mine.id)],
    }
  },
}

export const more = doing({ type: 'moreHooks' }, () => ({
  text: 'The AI thinks of more hooks. They show in the thread.',
}))

export const vote: Verb = {
  async serve(scene, { session: named, args, fields }) {
    const { actor, session } = await scene.session(named)
    const option = chosen(args, fields)
    const { view } = await scene.give(actor, session, { type: 'vote', option })
    const text = view.hooks.find(({ id }) => id === option)?.text
    return { text: `Your vote is for “${text ?? view.hook}”.`, details: waiting(view) }
  },
}

export const arrange: Verb = {
  async serve(scene, { session: named, args, fields }) {
    const { actor, session } = await scene.session(named)
    const option = chosen(args, fields)
    const { view } = await scene.give(actor, session, { type: 'chooseArrangement', option })
    const title = view.arrangements.find(({ id }) => id === option)?.title
    return { text: `Your vote is for “${title}”.`, details: waiting(view) }
  },
}

/** From a button, or from a list. */
function chosen([option]: string[], fields: Record<string, string>): string {
  const id = option ?? fields.chosen
  if (id) return id
  throw new AppError('invalid_request', 'Press the button of the one you like.')
}

function waiting({
  stage,
  people,
  voted,
}: {
  stage: string
  people: { here: boolean; role: string }[]
  voted: number
}): string[] {
  if (stage !== 'hooks' && stage !== 'arranging') return ['That was the last vote: the group goes on.']
  const singers = people.filter(({ here, role }) => here && role !== 'teacher').length
  return [`${Math.min(voted, singers)} of ${singers} have voted. You can change your mind until the vote is closed.`]
}
