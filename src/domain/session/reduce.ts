import type { RecordedEvent, SessionEvent, Slot } from './events.js'
import type { Line, Participant, SessionState } from './state.js'

type Of<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>
type Changes = Partial<SessionState>
type Reducers = { [T in SessionEvent['type']]: (state: SessionState, event: Of<T>, record: RecordedEvent) => Changes }

const lineOf = ({ id, section, kind, syllables, rhyme, hook, text }: Slot): Line => ({
  id,
  section,
  kind,
  syllables,
  rhyme,
  hook,
  text,
  by: 'ai',
  revision: 0,
  lockedBy: null,
  offer: null,
})

const withLine = (state: SessionState, id: string, change: (line: Line) => Partial<Line>): Changes => ({
  lines: state.lines.map((line) => (line.id === id ? { ...line, ...change(line) } : line)),
})

const author = (by: string | null) => (by === null ? ('ai' as const) : { person: by })

const reducers: Reducers = {
  started: (_, { request, settings }, { at }) => ({ request, settings, since: at }),
  joined: ({ participants }, { role }, { by, surface, at }) => {
    const known = participants.find(({ id }) => id === by)
    if (known)
      return { participants: participants.map((one) => (one === known ? { ...one, here: true, surface } : one)) }
    return {
      participants: [
        ...participants,
        { id: by!, role, number: participants.length + 1, surface, here: true, seen: at },
      ],
    }
  },
  left: ({ participants, votes }, _, { by }) => ({
    participants: participants.map((one) => (one.id === by ? { ...one, here: false } : one)),
    votes: Object.fromEntries(Object.entries(votes).filter(([person]) => person !== by)),
  }),
  tookLead: ({ participants }, _, { by }) => ({
    participants: participants.map((one) => {
      if (one.id === by) return { ...one, role: 'host' }
      return one.role === 'host' ? { ...one, role: 'member' } : one
    }),
  }),
  requestSet: (_, { request }) => ({ request }),
  stageEntered: (_, { stage }, { at }) => ({
    stage,
    since: at,
    votes: {},
    trouble: null,
    ...(stage === 'cancelled' ? { generation: null } : {}),
  }),
  generationAsked: (_, { turn, kind, line, note }) => ({ generation: { turn, kind, line, note }, trouble: null }),
  generationEnded: ({ generation }, { turn, outcome, why }) =>
    generation?.turn === turn ? { generation: null, trouble: outcome === 'failed' ? why : null } : {},
  generationDelayed: ({ generation }, { turn, why }) => (generation?.turn === turn ? { trouble: why } : {}),
  hooksOffered: ({ hooks }, { hooks: offered }) => ({
    hooks: [...hooks, ...offered.map((hook) => ({ ...hook, by: 'ai' as const }))],
  }),
  hookProposed: ({ hooks }, { hook }, { by }) => ({ hooks: [...hooks, { ...hook, by: author(by) }] }),
  voted: ({ votes }, { option }, { by }) => {
    const { [by!]: _, ...others } = votes
    return { votes: option === null ? others : { ...others, [by!]: option } }
  },
  hookChosen: (_, { hook: id, text }) => ({ hook: { id, text } }),
  draftOffered: (_, { title, slots }) => ({ title, lines: slots.map(lineOf) }),
  lineWritten: (state, { line, text }, { by }) =>
    withLine(state, line, ({ revision }) => ({ text, by: author(by), revision: revision + 1, offer: null })),
  lineLocked: (state, { line, locked }, { by }) => withLine(state, line, () => ({ lockedBy: locked ? by : null })),
  rewriteOffered: (state, { line, text }) => withLine(state, line, () => ({ offer: text })),
  offerAnswered: (state, { line, taken }) =>
    withLine(state, line, ({ offer, revision }) =>
      taken && offer !== null ? { text: offer, by: 'ai', revision: revision + 1, offer: null } : { offer: null },
    ),
  arrangementsOffered: (_, { options }) => ({ arrangements: options }),
  arrangementChosen: (_, { option }) => ({ arrangement: option }),
  songMade: ({ stage }, { revision, score }) => ({ song: { revision, score }, songIsFinal: stage === 'review' }),
  reflected: ({ reflections }, { text }, { by }) => ({
    reflections: [...reflections.filter((one) => one.by !== by), { by: by!, text }],
  }),
  submitted: (_, { song }, { by }) => ({ submission: { by: by!, song } }),
  aiPaused: (_, { paused }) => ({ aiPaused: paused }),
  textHeld: ({ held }, { held: text }, { by, surface }) => ({ held: [...held, { ...text, by: by!, surface }] }),
  heldJudged: ({ held }, { held: id }) => ({ held: held.filter((one) => one.id !== id) }),
}

/** Whoever does something is where they do it, and at that time. */
function seenAt({ participants }: SessionState, { by, surface, at }: RecordedEvent): Participant[] {
  return participants.map((one) => (one.id === by ? { ...one, surface: surface ?? one.surface, seen: at } : one))
}

/** The state after one more event. Pure; an event out of turn is a fault in our own code and throws. */
export function reduce(state: SessionState, record: RecordedEvent): SessionState {
  if (record.seq !== state.seq + 1) throw new RangeError(`event ${record.seq} does not follow ${state.seq}`)
  const change = reducers[record.event.type] as (
    state: SessionState,
    event: SessionEvent,
    record: RecordedEvent,
  ) => Changes
  const next = { ...state, ...change(state, record.event, record), seq: record.seq }
  return { ...next, participants: seenAt(next, record) }
}
