import type { TaskInput } from '../../domain/tasks.js'
import type { Prompt } from '../../ports.js'
import { promptOf } from './house-rules.js'

export function theoryIntegratorPrompt(input: TaskInput<'theory_integrator'>): Prompt {
  return promptOf(
    input,
    [
      'You explain the music theory of a song to those who will sing it.',
      'notes: 4 to 6. concept: a term of music theory. text: one or two sentences that say what to listen for at that place and what it does.',
      'section: the index of the section in the material. bar: counted from 1 within the section. The chords are given in order: say only what they show.',
      'Cover harmony, rhythm or metre, form, and what each genre brings.',
    ],
    {
      hook: input.hook,
      key: input.key,
      tempo: input.tempo,
      meter: input.meter,
      blend: input.blend.layers.map(({ layer, genre }) => `${layer} from ${genre}`),
      sections: input.sections.map(({ kind, label, chords }, index) => ({
        section: index,
        kind,
        label,
        chords: chords.map(({ roman, symbol }) => `${symbol} (${roman})`),
      })),
    },
  )
}
