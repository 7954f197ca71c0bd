import { Annotation } from '@langchain/langgraph'
import type { Finding } from '../domain/finding.js'
import type { MashupRequest } from '../domain/mashup-request.js'
import type { SongPlan } from '../domain/plan.js'
import type { Provenance, Song, SongPart } from '../domain/song.js'
import type { EducationalContext, GenreAnalysis, Hooks, Lyrics, TaskName, TheoryNotes } from '../domain/tasks.js'
import type { Step } from './progress.js'

/** Who made a part, in how many calls, and a digest of what it was made from: while that is the same, the part stands. */
interface Making {
  by: string
  attempts: number
  basis: string
}

/** What a step did, in a sentence. */
interface Message {
  from: Step
  text: string
}

interface StepError {
  step: Step
  code: string
  message: string
}

/** Where the validator sends the song. */
export type Verdict = 'complete' | 'retry' | 'collaboration' | 'error_handler'

const appended = <T>() => Annotation<T[]>({ reducer: (before, more) => [...before, ...more], default: () => [] })

/** Plain values only: a session's state is saved while people decide, and read back by another process. */
export const songState = Annotation.Root({
  id: Annotation<string>,
  request: Annotation<MashupRequest>,

  education: Annotation<EducationalContext | null>,
  analysis: Annotation<GenreAnalysis | null>,
  plan: Annotation<SongPlan | null>,
  hooks: Annotation<Hooks | null>,
  /** The hook that is sung: the first offered, until people choose. */
  hook: Annotation<string | null>,
  lyrics: Annotation<Lyrics | null>,
  theory: Annotation<TheoryNotes | null>,
  song: Annotation<Song | null>,

  made: Annotation<Partial<Record<SongPart, Making>>>({
    reducer: (before, more) => ({ ...before, ...more }),
    default: () => ({}),
  }),
  /** Parts that people have decided on since they were last made by an agent. */
  decided: Annotation<Partial<Record<SongPart, boolean>>>({
    reducer: (before, more) => ({ ...before, ...more }),
    default: () => ({}),
  }),
  setbacks: appended<Provenance['setbacks'][number]>(),
  messages: appended<Message>(),
  /** Steps that failed since people last decided; `null` clears them. */
  errors: Annotation<StepError[], StepError[] | null>({
    reducer: (before, more) => (more === null ? [] : [...before, ...more]),
    default: () => [],
  }),

  /** What the last song was found to lack, and the agents that are to mend it. */
  findings: Annotation<Finding[]>,
  mending: Annotation<TaskName[]>,
  verdict: Annotation<Verdict | null>,
  /** Songs begun, from 1. */
  iteration: Annotation<number>,
  /** True when the one retry has been used up (people who ask for changes grant another). */
  retried: Annotation<boolean>,
})
export type State = typeof songState.State
export type Update = typeof songState.Update

export const firstState = (id: string, request: MashupRequest): State => ({
  id,
  request,
  education: null,
  analysis: null,
  plan: null,
  hooks: null,
  hook: null,
  lyrics: null,
  theory: null,
  song: null,
  made: {},
  decided: {},
  setbacks: [],
  messages: [],
  errors: [],
  findings: [],
  mending: [],
  verdict: null,
  iteration: 1,
  retried: false,
})
