import type { SessionRequest } from './commands.js'
import type { Author, GenerationKind, HeldText } from './events.js'
import { type SessionSettings, usualSettings } from './settings.js'
import type { ParticipantRole, Stage, SurfaceName } from './stages.js'

export interface Participant {
  id: string
  role: ParticipantRole
  /** In the order of coming, from 1: what somebody is called where names are not shown. */
  number: number
  /** Where they did something last. */
  surface: SurfaceName | null
  here: boolean
  /** When they did something last (ISO 8601). */
  seen: string
}

export interface HookOption {
  id: string
  text: string
  idea: string
  reason: string
  by: Author
}

export interface Line {
  id: string
  section: string
  kind: string
  syllables: { min: number; best: number; max: number }
  rhyme: string
  hook: boolean
  text: string
  by: Author
  /** Counts the line's changes, so that an edit says which line it means. */
  revision: number
  lockedBy: string | null
  /** What the AI offers instead, until somebody takes or leaves it. */
  offer: string | null
}

export interface Held extends HeldText {
  by: string
  surface: SurfaceName | null
}

export interface Generation {
  turn: string
  kind: GenerationKind
  line: string | null
  note: string | null
}

export interface SessionState {
  seq: number
  stage: Stage
  /** When the stage began (ISO 8601); `null` before anything has happened. */
  since: string | null
  request: SessionRequest
  settings: SessionSettings
  participants: Participant[]
  hooks: HookOption[]
  hook: { id: string; text: string } | null
  /** Of the stage that is open: one for each person. */
  votes: Record<string, string>
  title: string | null
  lines: Line[]
  arrangements: { id: string; title: string; reason: string }[]
  arrangement: string | null
  generation: Generation | null
  /** Why the AI has not come up with anything yet, or the last generation did not end well; until the next one begins. */
  trouble: string | null
  aiPaused: boolean
  song: { revision: number; score: number } | null
  /** The song is that of the chosen arrangement: it can be handed in. */
  songIsFinal: boolean
  reflections: { by: string; text: string }[]
  held: Held[]
  submission: { by: string; song: string } | null
}

export const emptyState: SessionState = {
  seq: 0,
  stage: 'lobby',
  since: null,
  request: { topic: '', genres: [], skillLevel: 'intermediate', gradeLevel: 7, keyTerms: [], facts: [] },
  settings: usualSettings,
  participants: [],
  hooks: [],
  hook: null,
  votes: {},
  title: null,
  lines: [],
  arrangements: [],
  arrangement: null,
  generation: null,
  trouble: null,
  aiPaused: false,
  song: null,
  songIsFinal: false,
  reflections: [],
  held: [],
  submission: null,
}

export const participantOf = (state: SessionState, person: string): Participant | undefined =>
  state.participants.find(({ id }) => id === person)

/** Who takes part now and sings along: teachers look on. */
export const singers = (state: SessionState): Participant[] =>
  state.participants.filter(({ here, role }) => here && role !== 'teacher')
