import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { SongPart } from '../../domain/song.js'
import { type TaskInput, type TaskName, type TaskOutput, tasks } from '../../domain/tasks.js'
import type { Prompt } from '../../ports.js'
import { findingsFor } from '../mending.js'
import type { State } from '../state.js'

/** What an agent adds to the state. */
export type Addition = Partial<Pick<State, 'education' | 'analysis' | 'plan' | 'hooks' | 'hook' | 'lyrics' | 'theory'>>

/** One agent of the workflow: what it asks, how, and what becomes of the answer. */
export interface Agent<T extends TaskName = TaskName> {
  name: T
  /** The part of the song it makes. */
  part: SongPart
  /** Reads only what steps before it have made. */
  input(state: State): TaskInput<T>
  prompt(input: TaskInput<T>): Prompt
  /** Of the input, what the answer rests on, where that is not all: while it is the same, an earlier answer stands. */
  basis?(input: TaskInput<T>): unknown
  /** Puts small misfits of an answer right; leaves a fitting answer as it is. */
  mend?(value: TaskOutput<T>, input: TaskInput<T>): TaskOutput<T>
  /** Why a mended answer can still not be used, in words the model can act on. */
  refuse?(value: TaskOutput<T>, input: TaskInput<T>): string | null
  add(value: TaskOutput<T>, state: State): Addition
  /** What it did, in a sentence. */
  tell(value: TaskOutput<T>): string
}

/** What every task is told of its audience, and of what the checks found in the last try for it. */
export const audience = (state: State, task: TaskName) => {
  const { skillLevel, gradeLevel, language, seed } = state.request
  return {
    skillLevel,
    gradeLevel,
    language,
    seed,
    findings: state.mending.includes(task) ? findingsFor(task, state.findings) : [],
  }
}

/** What the song is about. `keyTerms` are those that the request names, and only they must be sung. */
export const subjectMatter = ({ request, education }: State) => ({
  topic: request.topic,
  topicId: request.topicId,
  keyTerms: request.keyTerms,
  facts: education?.facts ?? request.facts,
})

/** A digest of what an answer rests on. What the checks found asks for another answer by name, not by being there. */
export function basisOf<T extends TaskName>(agent: Agent<T>, input: TaskInput<T>): string {
  const told = { ...input, findings: [] }
  return createHash('sha256')
    .update(JSON.stringify(agent.basis?.(told) ?? told))
    .digest('hex')
    .slice(0, 16)
}

/** The schema of a task's answer, typed for that task. */
export const outputOf = <T extends TaskName>(task: T) => tasks[task].output as unknown as z.ZodType<TaskOutput<T>>

/**
 * A part is made when there is none, when a finding names it, or when what it rests on has changed; what people have decided
 * stands until it is named.
 */
export function isDue(agent: Agent, state: State, input: TaskInput<TaskName>): boolean {
  const made = state.made[agent.part]
  if (!made || state.mending.includes(agent.name)) return true
  return !state.decided[agent.part] && made.basis !== basisOf(agent, input)
}
