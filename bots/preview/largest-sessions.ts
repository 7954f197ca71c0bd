import { PlayedSession } from './played-session.js'
import { draftOf, hooksOf } from './sample-sessions.js'

const times = <T>(count: number, make: (number: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at + 1))

/** Words of the greatest length there may be, with what a platform could take for mark-up among them. */
function words(begin: string, length: number): string {
  const filling = ' and the leaves <are> *never* _tired_ of @everyone & the light'
  return (begin + filling.repeat(Math.ceil(length / filling.length))).slice(0, length).replace(/\s$/, '.')
}

const crowd = 30
const singer = (number: number): string => words(`Singer ${number}`, 40)
const host = singer(1)

function crowded(): PlayedSession {
  const session = new PlayedSession(words('Photosynthesis', 120), ['trap', 'baroque', 'reggae', 'waltz'])
  for (const number of times(crowd, (one) => one))
    session.join({
      name: singer(number),
      surface: (['slack', 'discord', 'lti'] as const)[number % 3] ?? 'web',
      role: number === 1 ? 'host' : 'member',
    })
  session.give(host, { type: 'advance', stage: 'lobby' })
  const hooks = times(24, (number) => [words(`Hook ${number}`, 120), words('Because', 120)] as const)
  session.aiSays({ type: 'hooksOffered', hooks: hooksOf(session, hooks) })
  for (const number of times(crowd, (one) => one))
    session.give(singer(number), { type: 'vote', option: session.state.hooks[number % 7]!.id })
  return session
}

/** Thirty people and 24 hooks, each as long as it may be. */
export const largestVote = (): PlayedSession => crowded()

/** Forty lines in eight sections, and what thirty people think of it; all as long as it may be. */
export function largestSong(): PlayedSession {
  const session = crowded()
  session.give(host, { type: 'advance', stage: 'hooks' })
  const sections = times(8, (number) => ({
    section: number % 2 ? `Verse ${number}` : `Chorus ${number}`,
    kind: number % 2 ? ('verse' as const) : ('chorus' as const),
    lines: times(5, (line) => words(`Section ${number}, line ${line}`, 160)),
  }))
  session.aiSays(draftOf(session, sections))
  for (const [at, { id }] of session.state.lines.entries())
    if (at % 3 === 0) {
      session.give(singer((at % crowd) + 1), { type: 'contributeLine', line: id, text: words(`Line ${at + 1}`, 160) })
      session.give(singer((at % crowd) + 1), { type: 'lockLine', line: id, locked: true })
    }
  session.give(host, { type: 'advance', stage: 'lyrics' })
  const options = times(3, (number) => ({ id: session.newId(), title: words(`Sound ${number}`, 60), reason: 'Loud.' }))
  session.aiSays({ type: 'arrangementsOffered', options })
  session.give(host, { type: 'advance', stage: 'arranging' })
  session.aiSays({ type: 'songMade', revision: 1, score: 0.9 })
  for (const number of times(crowd, (one) => one))
    session.give(singer(number), { type: 'reflect', text: words(`Thought ${number}`, 1000) })
  return session
}
