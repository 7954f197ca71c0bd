import type { State } from '../state.js'

type Made = 'education' | 'analysis' | 'plan' | 'hooks' | 'hook' | 'lyrics' | 'theory'

/** What an earlier step made. Throws when it is not there: the graph was wired wrong. */
export function made<P extends Made>(state: State, part: P): NonNullable<State[P]> {
  const value = state[part]
  if (value === null) throw new Error(`${part} is not made yet`)
  return value
}
