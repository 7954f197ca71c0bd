import type { Stage } from '../../src/domain/session/stages.js'
import { PlayedSession } from './played-session.js'
import {
  arrangements,
  draft,
  lineOffers,
  moreHooks,
  offeredHooks,
  otherLine,
  ownHook,
  ownLine,
  thoughts,
} from './sample-words.js'

const [host, second, third] = ['Ana', 'Ben', 'Cyd'] as const

/** The steps of one group, in order: each brings its stage to where there is something to see. */
const steps: [stage: Stage, play: (session: PlayedSession) => void][] = [
  [
    'lobby',
    (session) => {
      session.join({ name: host, surface: 'discord', role: 'host' })
      session.join({ name: second, surface: 'slack' })
      session.join({ name: third, surface: 'lti' })
    },
  ],
  [
    'hooks',
    (session) => {
      session.give(host, { type: 'advance', stage: 'lobby' })
      session.aiSays({ type: 'hooksOffered', hooks: hooksOf(session, offeredHooks) })
      session.give(second, { type: 'proposeHook', text: ownHook })
      const [first, , sugar] = session.state.hooks
      session.give(host, { type: 'vote', option: first!.id })
      session.give(second, { type: 'vote', option: first!.id })
      session.give(third, { type: 'vote', option: sugar!.id })
    },
  ],
  [
    'lyrics',
    (session) => {
      session.give(host, { type: 'advance', stage: 'hooks' })
      session.aiSays(draftOf(session, draft))
      const line = (at: number) => session.state.lines[at]!.id
      session.give(second, { type: 'contributeLine', line: line(3), text: ownLine })
      session.give(second, { type: 'lockLine', line: line(3), locked: true })
      session.give(third, { type: 'contributeLine', line: line(13), text: otherLine })
      for (const [at, text] of lineOffers) {
        session.give(host, { type: 'suggestRewrite', line: line(at) })
        session.aiSays({ type: 'rewriteOffered', line: line(at), text })
      }
      session.give(third, { type: 'suggestRewrite', line: line(6) })
    },
  ],
  [
    'arranging',
    (session) => {
      session.aiSays()
      session.give(host, { type: 'advance', stage: 'lyrics' })
      session.aiSays({
        type: 'arrangementsOffered',
        options: arrangements.map(([title, reason]) => ({ id: session.newId(), title, reason })),
      })
      const [first, , both] = session.state.arrangements
      session.give(second, { type: 'chooseArrangement', option: both!.id })
      session.give(third, { type: 'chooseArrangement', option: first!.id })
      session.give(host, { type: 'chooseArrangement', option: both!.id })
    },
  ],
  [
    'review',
    (session) => {
      session.give(host, { type: 'advance', stage: 'arranging' })
      session.aiSays({ type: 'songMade', revision: 1, score: 0.9 })
      session.give(second, { type: 'reflect', text: thoughts[0]! })
      session.give(third, { type: 'reflect', text: thoughts[1]! })
    },
  ],
  ['finished', (session) => session.give(host, { type: 'submit' })],
]

export function hooksOf(session: PlayedSession, hooks: readonly (readonly [text: string, reason: string])[]) {
  return hooks.map(([text, reason]) => ({ id: session.newId(), text, idea: '', reason }))
}

export const draftOf = (session: PlayedSession, sections: typeof draft) => ({
  type: 'draftOffered' as const,
  title: 'Drink the light',
  slots: sections.flatMap(({ section, kind, lines }) =>
    lines.map((text, at) => ({
      id: session.newId(),
      section,
      kind,
      syllables: { min: 7, best: 10, max: 13 },
      rhyme: at < 2 ? 'A' : 'B',
      hook: kind === 'chorus' && at === 0,
      text,
    })),
  ),
})

/** A group of three at a stage that they have come to together: in Discord, in Slack and on the course page. */
export function sessionAt(stage: Stage): PlayedSession {
  const session = new PlayedSession('photosynthesis', ['trap', 'baroque'])
  for (const [reached, play] of steps) {
    play(session)
    if (reached === stage) break
    if (stage === 'cancelled' && reached === 'hooks') {
      session.give(host, { type: 'cancel' })
      break
    }
  }
  return session
}

/** As many hooks as a session takes. */
export function withAllHooks(): PlayedSession {
  const session = sessionAt('hooks')
  session.give(host, { type: 'moreHooks' })
  session.aiSays({ type: 'hooksOffered', hooks: hooksOf(session, moreHooks) })
  return session
}

/** The AI has been asked for hooks, and does not answer. */
export function inTrouble(): PlayedSession {
  const session = sessionAt('lobby')
  session.give(host, { type: 'advance', stage: 'lobby' })
  session.aiIsLate('The AI cannot be reached just now.')
  return session
}

/** The teacher has come in and paused the AI. */
export function paused(): PlayedSession {
  const session = sessionAt('hooks')
  session.join({ name: 'Ms Moss', surface: 'lti', role: 'teacher' })
  session.give('Ms Moss', { type: 'pauseAi', paused: true })
  return session
}
