import type { Author } from './events.js'
import { withOwn } from './own-view.js'
import { isTimed } from './stages.js'
import { type Participant, participantOf, type SessionState } from './state.js'
import type { CommonView, OwnPart, SessionView, ShownAuthor } from './view-schema.js'

/** What people are called, by id; people without a known name are not in it. */
export type Names = ReadonlyMap<string, string>

const plainName = ({ number, role }: Participant): string => (role === 'teacher' ? 'Teacher' : `Singer ${number}`)

const votesFor = ({ votes }: SessionState, option: string): number =>
  Object.values(votes).filter((vote) => vote === option).length

function closesAt({ stage, since, settings: { stageMinutes } }: SessionState): string | null {
  if (stageMinutes === null || !since || !isTimed(stage)) return null
  return new Date(Date.parse(since) + stageMinutes * 60_000).toISOString()
}

function settledOf({ settings: { fixed } }: SessionState): CommonView['settled'] {
  const { genres = [], ...fields } = fixed
  return { fields: Object.keys(fields), genres }
}

/**
 * What all of one kind of viewer see alike: teachers see names and held texts, members those names that the course allows.
 * With a person's own part (see `ownPart`) it becomes their view, so a change is shown to many at the cost of one.
 */
export function commonView(state: SessionState, names: Names, kind: 'members' | 'teachers'): CommonView {
  const named = state.settings.showNames || kind === 'teachers'
  const called = (one: Participant): string => (named ? names.get(one.id) : undefined) ?? plainName(one)
  const shown = (by: Author): ShownAuthor => {
    const one = by === 'ai' ? undefined : participantOf(state, by.person)
    if (one) return { kind: 'person', number: one.number, name: called(one), me: false }
    return { kind: by === 'ai' ? 'ai' : 'person', number: null, name: by === 'ai' ? 'AI' : 'Somebody', me: false }
  }
  return {
    seq: state.seq,
    stage: state.stage,
    closesAt: closesAt(state),
    request: state.request,
    settled: settledOf(state),
    people: state.participants.map((one) => {
      const { number, role, surface, here } = one
      return { number, name: called(one), role, surface, here, me: false }
    }),
    hooks: state.hooks.map(({ by, ...hook }) => ({ ...hook, by: shown(by), votes: votesFor(state, hook.id) })),
    hook: state.hook?.text ?? null,
    voted: Object.keys(state.votes).length,
    title: state.title,
    lines: state.lines.map(({ by, lockedBy, ...line }) => ({
      ...line,
      by: shown(by),
      locked: lockedBy !== null,
      lockedByMe: false,
    })),
    arrangements: state.arrangements.map((option) => ({ ...option, votes: votesFor(state, option.id) })),
    arrangement: state.arrangement,
    generation: state.generation && { kind: state.generation.kind, line: state.generation.line },
    trouble: state.trouble,
    aiPaused: state.aiPaused,
    song: state.song,
    reflections: state.reflections.map(({ by, text }) => ({ by: shown({ person: by }), text })),
    held: kind === 'members' ? [] : state.held.map(({ by, ...text }) => ({ ...text, by: shown({ person: by }) })),
    submitted: state.submission !== null,
  }
}

/** What one person alone sees: who they are here, their vote, their locks, and their texts that wait for the teacher. */
export function ownPart(state: SessionState, person: string, names: Names): OwnPart {
  const me = participantOf(state, person)
  const name = (me && (names.get(person) ?? plainName(me))) ?? null
  return {
    number: me?.number ?? null,
    name,
    vote: state.votes[person] ?? null,
    locks: state.lines.filter(({ lockedBy }) => lockedBy === person).map(({ id }) => id),
    held: state.held
      .filter(({ by }) => by === person)
      .map(({ id, about, line, text, why }) => ({
        ...{ id, about, line, text, why },
        by: { kind: 'person', number: me?.number ?? null, name: name ?? '', me: true },
      })),
  }
}

export const kindOf = (state: SessionState, person: string): 'members' | 'teachers' =>
  participantOf(state, person)?.role === 'teacher' ? 'teachers' : 'members'

/** A session as one person sees it. */
export const viewOf = (state: SessionState, person: string, names: Names, kind = kindOf(state, person)): SessionView =>
  withOwn(commonView(state, names, kind), ownPart(state, person, names))
