import type { ShownEvent } from '../../../domain/session/shown-event.js'
import type { SessionView } from '../../../domain/session/view-schema.js'
import { counted } from '../classroom/words.js'
import { stageNames } from './words.js'

type Deed = ShownEvent['event']
type Words = { [T in Deed['type']]: (event: Extract<Deed, { type: T }>, view: SessionView) => string | null }

const quoted = (text: string): string => `“${text}”`
const lineNow = (view: SessionView, id: string): string => {
  const line = view.lines.find((one) => one.id === id)
  return line ? `a line of ${line.section}` : 'a line'
}
const optionOf = ({ hooks, arrangements }: SessionView, id: string): string => {
  const option = hooks.find((one) => one.id === id)?.text ?? arrangements.find((one) => one.id === id)?.title
  return option ? quoted(option) : 'something that is not there any more'
}
const asked: Record<string, string> = {
  hooks: 'hooks',
  draft: 'a first draft',
  rewrite: 'other words',
  arrangements: 'ways for it to sound',
  song: 'the song',
}
const heldWords = { hook: 'A hook', line: 'A line', reflection: 'A thought' } as const

/** What somebody did, to be read after their name; `null` for what goes without saying. */
const words: Words = {
  started: () => 'began the session',
  joined: ({ role }) => (role === 'teacher' ? 'came to look' : 'came in'),
  left: () => 'left',
  tookLead: () => 'went on in the place of the host',
  requestSet: ({ request: { topic } }) => `set what the song is about: ${topic}`,
  stageEntered: ({ stage }) => (stage === 'cancelled' ? 'ended the session' : `went on to: ${stageNames[stage]}`),
  generationAsked: ({ kind, line, note }, view) =>
    `asked the AI for ${asked[kind]}${line ? ` for ${lineNow(view, line)}` : ''}${note ? `: ${quoted(note)}` : ''}`,
  generationDelayed: ({ why }) => `is waited for: ${why}`,
  generationEnded: ({ outcome, why }) =>
    outcome === 'failed' ? `did not manage: ${why ?? ''}` : outcome === 'stopped' ? 'stopped the AI' : null,
  hooksOffered: ({ hooks }) => `offered ${counted(hooks.length, 'hook')}`,
  hookProposed: ({ hook }) => `put up a hook: ${quoted(hook.text)}`,
  voted: ({ option }, view) => (option === null ? 'took the vote back' : `voted for ${optionOf(view, option)}`),
  hookChosen: ({ text }) => `chose the hook with most votes: ${quoted(text)}`,
  draftOffered: ({ slots }) => `wrote a first draft of ${counted(slots.length, 'line')}`,
  lineWritten: ({ line, text }, view) => `wrote ${lineNow(view, line)}: ${quoted(text)}`,
  lineLocked: ({ line, locked }, view) => `${locked ? 'locked' : 'unlocked'} ${lineNow(view, line)}`,
  rewriteOffered: ({ line, text }, view) => `offered for ${lineNow(view, line)}: ${quoted(text)}`,
  offerAnswered: ({ line, taken }, view) => `${taken ? 'took' : 'left'} the AI’s words for ${lineNow(view, line)}`,
  arrangementsOffered: ({ options }) => `offered ${counted(options.length, 'way')} for it to sound`,
  arrangementChosen: ({ option }, view) => `chose the sound with most votes: ${optionOf(view, option)}`,
  songMade: () => 'put the song together',
  reflected: ({ text }) => `said: ${quoted(text)}`,
  submitted: () => 'handed the song in',
  aiPaused: ({ paused }) => (paused ? 'paused the AI' : 'let the AI go on'),
  textHeld: ({ held: { about, text } }) =>
    `wrote something. ${heldWords[about]} was held for the teacher${text ? `: ${quoted(text)}` : ''}`,
  heldJudged: ({ released }) => (released ? 'let a held text through' : 'kept a held text back'),
}

export const deedWords = (event: Deed, view: SessionView): string | null =>
  (words[event.type] as (event: Deed, view: SessionView) => string | null)(event, view)

/** Of events that nobody gave a command for: whether the AI did it, or the clock. */
export const isOfAi = ({ event }: Pick<ShownEvent, 'event'>): boolean =>
  ['generationDelayed', 'generationEnded', 'hooksOffered', 'draftOffered', 'rewriteOffered'].includes(event.type) ||
  ['arrangementsOffered', 'songMade'].includes(event.type)

/** What follows from what somebody did is told with it: that they came in when they began, that the AI was asked at a new stage. */
const follows: Partial<Record<Deed['type'], Deed['type']>> = {
  joined: 'started',
  generationAsked: 'stageEntered',
  stageEntered: 'submitted',
}
/** What all have chosen together, or the clock has, whoever came last. */
const together: readonly Deed['type'][] = ['hookChosen', 'arrangementChosen', 'stageEntered']

/** A session's events as people read them: without what goes without saying, and the group's as the group's. */
export function readable(events: readonly ShownEvent[]): ShownEvent[] {
  const besides = new Map<string, Deed['type'][]>()
  const deedOf = ({ at, by }: ShownEvent): string => `${at} ${by}`
  for (const shown of events) besides.set(deedOf(shown), [...(besides.get(deedOf(shown)) ?? []), shown.event.type])
  return events.flatMap((shown) => {
    const { type } = shown.event
    const beside = besides.get(deedOf(shown)) ?? []
    if (follows[type] && beside.includes(follows[type])) return []
    const isLastVote = beside.includes('voted') || beside.includes('left')
    const byAll = together.includes(type) && (type !== 'stageEntered' || isLastVote)
    return [byAll ? { ...shown, by: null, surface: null } : shown]
  })
}
