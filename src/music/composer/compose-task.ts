import type { TaskInput, TaskName, TaskOutput } from '../../domain/tasks.js'
import { analyzeGenres } from './analyze-genres.js'
import { composeEducation } from './compose-education.js'
import { composeHooks } from './compose-hooks.js'
import { composeLyrics } from './compose-lyrics.js'
import { explainTheory } from './explain-theory.js'

const composers: { [T in TaskName]: (input: TaskInput<T>) => TaskOutput<T> } = {
  educational_context: composeEducation,
  genre_analyzer: analyzeGenres,
  hook_generator: composeHooks,
  lyrics_composer: composeLyrics,
  theory_integrator: explainTheory,
}

/** The embedded composer: pure, synchronous, seeded by `input.seed`; the input must fit the task's schema. */
export function composeTask({ task, input }: { task: TaskName; input: TaskInput<TaskName> }): TaskOutput<TaskName> {
  const compose = composers[task] as (input: TaskInput<TaskName>) => TaskOutput<TaskName>
  return compose(input)
}
