import type { SessionView } from '../../src/domain/session/view-schema.js'
import type { Action } from '../card.js'
import { nowOf, progressOf, workingOf } from '../cards/words.js'
import { button, short } from './after.js'
import { numbered } from './lines.js'
import type { Verb } from './verb.js'

/** Where the group stands and what one has done oneself; with what is seldom pressed, and, for the teacher, what only a teacher may. */
export const status: Verb = {
  async serve(scene, { session: named }) {
    const { session, view } = await scene.session(named)
    const me = view.people.find((one) => one.me)
    return {
      text: `${progressOf(view.stage)}. ${nowOf(view)}`,
      details: [...about(view), ...own(view), ...(me?.role === 'teacher' ? held(view) : [])],
      actions: actions(session, view).slice(0, 5),
    }
  },
}

function about({ request, people, generation, trouble, aiPaused }: SessionView): string[] {
  const here = people.filter((one) => one.here)
  const working = trouble ? null : workingOf(generation?.kind, null)
  return [
    `The song: ${request.topic || 'not settled yet'}${request.genres.length > 0 ? `, in ${request.genres.join(' and ')}` : ''}.`,
    `Here: ${here.map(({ name, me }) => (me ? `${name} (you)` : name)).join(', ') || 'nobody'}.`,
    ...(working ? [working] : []),
    ...(aiPaused ? ['The teacher has paused the AI.'] : trouble ? [trouble] : []),
  ]
}

function own(view: SessionView): string[] {
  const { hooks, arrangements, myVote, held: waiting } = view
  const vote = hooks.find(({ id }) => id === myVote)?.text ?? arrangements.find(({ id }) => id === myVote)?.title
  const mine = numbered(view).filter(({ line }) => line.by.me)
  const myHeld = waiting.filter(({ by }) => by.me).length
  return [
    ...(vote ? [`Your vote is for “${vote}”.`] : []),
    ...(mine.length > 0 ? [`Your lines: ${mine.map(({ number }) => number).join(', ')}.`] : []),
    ...(myHeld > 0 ? [`${myHeld === 1 ? 'A text' : `${myHeld} texts`} of yours: the teacher has a look first.`] : []),
  ]
}

const held = ({ held: waiting }: SessionView): string[] =>
  waiting
    .slice(0, 1)
    .map(({ about: kind, by, text, why }) => `Held (${kind} by ${by.name}; ${why}): “${short(text, 300)}”`)

function actions(session: string, view: SessionView): Action[] {
  const me = view.people.find((one) => one.me)
  if (!me?.here) return [button('join', session, 'Join')]
  const over = view.stage === 'finished' || view.stage === 'cancelled'
  if (over) return []
  const [first] = view.held
  return [
    ...(me.role === 'teacher' && first
      ? [
          button('judge', session, 'Let it be read', first.id, 'show'),
          button('judge', session, 'Keep it back', first.id, 'drop'),
        ]
      : []),
    ...(me.role === 'teacher'
      ? [button('pause', session, view.aiPaused ? 'Let the AI go on' : 'Pause the AI', view.aiPaused ? 'off' : 'on')]
      : []),
    ...(view.generation
      ? [button('stop', session, 'Stop the AI')]
      : view.trouble
        ? [button('again', session, 'Ask the AI again')]
        : []),
    button('leave', session, 'Leave'),
    ...(me.role === 'member'
      ? []
      : [
          {
            ...button('cancel', session, 'End the session'),
            style: 'danger' as const,
            confirm: 'End this session for everybody? The song is not made then.',
          },
        ]),
  ]
}
