import type { Author } from './events.js'
import type { Participant, SessionState } from './state.js'
import type { SessionView, ShownAuthor } from './view-schema.js'

/** `names`: what people are called, by id; nobody is named where the course does not allow it, or where no name is known. */
export function viewOf(state: SessionState, person: string, names: ReadonlyMap<string, string>): SessionView {
  const isTeacher = state.participants.some(({ id, role }) => id === person && role === 'teacher')
  const nameOf = ({ id, number, role }: Participant): string => {
    const shown = state.settings.showNames || isTeacher || id === person
    return (shown ? names.get(id) : undefined) ?? (role === 'teacher' ? 'Teacher' : `Singer ${number}`)
  }
  const called = new Map(state.participants.map((one) => [one.id, nameOf(one)]))
  const shown = (by: Author): ShownAuthor =>
    by === 'ai'
      ? { kind: 'ai', name: 'AI', me: false }
      : { kind: 'person', name: called.get(by.person) ?? 'Somebody', me: by.person === person }
  const votesFor = (option: string): number => Object.values(state.votes).filter((vote) => vote === option).length
  return {
    seq: state.seq,
    stage: state.stage,
    request: state.request,
    people: state.participants.map(({ id, number, role, surface, here }) => ({
      number,
      name: called.get(id)!,
      role,
      surface,
      here,
      me: id === person,
    })),
    hooks: state.hooks.map(({ by, ...hook }) => ({ ...hook, by: shown(by), votes: votesFor(hook.id) })),
    hook: state.hook?.text ?? null,
    myVote: state.votes[person] ?? null,
    voted: Object.keys(state.votes).length,
    title: state.title,
    lines: state.lines.map(({ by, lockedBy, ...line }) => ({
      ...line,
      by: shown(by),
      locked: lockedBy !== null,
      lockedByMe: lockedBy === person,
    })),
    arrangements: state.arrangements.map((option) => ({ ...option, votes: votesFor(option.id) })),
    arrangement: state.arrangement,
    generation: state.generation && { kind: state.generation.kind, line: state.generation.line },
    trouble: state.trouble,
    aiPaused: state.aiPaused,
    song: state.song,
    reflections: state.reflections.map(({ by, text }) => ({ by: shown({ person: by }), text })),
    held: state.held
      .filter(({ by }) => isTeacher || by === person)
      .map(({ by, ...text }) => ({ ...text, by: shown({ person: by }) })),
    submitted: state.submission !== null,
  }
}
