import { meterShape } from '../../domain/meter.js'
import type { PlannedSection } from '../../domain/plan.js'
import type { TaskInput, TheoryNotes } from '../../domain/tasks.js'
import { theoryIntegratorPrompt } from '../prompts/theory-integrator.js'
import { type Agent, audience } from './agent.js'
import { made } from './made.js'
import { unsafeFault } from './unsafe.js'

type Input = Pick<TaskInput<'theory_integrator'>, 'meter' | 'sections'>

const barsOf = ({ chords }: PlannedSection, bar: number): number =>
  Math.max(1, Math.ceil(chords.reduce((sum, { beats }) => sum + beats, 0) / bar))

const isInSong = ({ section, bar }: TheoryNotes['notes'][number], { meter, sections }: Input): boolean => {
  const there = sections[section]
  return there !== undefined && bar <= barsOf(there, meterShape(meter).bar)
}

/** What can be heard in this song, with the place where it is heard. Needs the plan and the hook, not the words. */
export const theoryIntegrator: Agent<'theory_integrator'> = {
  name: 'theory_integrator',
  part: 'theory',
  input: (state) => {
    const { blend, key, tempo, meter, sections } = made(state, 'plan')
    const { topic, genres } = state.request
    return {
      ...audience(state, 'theory_integrator'),
      topic,
      genres,
      hook: made(state, 'hook'),
      blend,
      key,
      tempo,
      meter,
      sections,
    }
  },
  prompt: theoryIntegratorPrompt,
  /** A note that points out of the song is left out, as long as one remains. */
  mend: (value, input) => {
    const heard = value.notes.filter((note) => isInSong(note, input))
    return heard.length > 0 ? { notes: heard } : value
  },
  refuse: ({ notes }, input) => {
    const lost = notes
      .filter((note) => !isInSong(note, input))
      .map(({ section, bar }) => `section ${section}, bar ${bar}`)
    return lost.length > 0 ? `these places are not in the song: ${lost.join('; ')}` : unsafeFault(notes, input)
  },
  add: (theory) => ({ theory }),
  tell: ({ notes }) => `Points at ${notes.length} things to listen for.`,
}
