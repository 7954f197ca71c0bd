import type { HookOption } from '../../domain/song.js'
import { singableHook, type TaskInput } from '../../domain/tasks.js'
import { syllablesOfLine } from '../../music/words/pronunciation.js'
import { hookGeneratorPrompt } from '../prompts/hook-generator.js'
import { type Agent, audience, subjectMatter } from './agent.js'
import { made } from './made.js'
import { unsafeFault } from './unsafe.js'

const fewest = 3
const bare = (text: string): string => text.replace(/^["'“”‘’\s]+|["“”\s]+$/g, '')

function unfit(option: HookOption, input: TaskInput<'hook_generator'>): string | null {
  const syllables = syllablesOfLine(option.text)
  if (syllables < singableHook.min || syllables > singableHook.max) return `"${option.text}" has ${syllables} syllables`
  const unsafe = unsafeFault(option, input)
  return unsafe && `"${option.text}" is ${unsafe}`
}

/** Three to five hooks to choose from; the first is sung until people choose, if the request does not say which. */
export const hookGenerator: Agent<'hook_generator'> = {
  name: 'hook_generator',
  part: 'hooks',
  input: (state) => ({
    ...audience(state, 'hook_generator'),
    ...subjectMatter(state),
    keyTerms:
      state.request.keyTerms.length > 0
        ? state.request.keyTerms
        : made(state, 'education').keyConcepts.map(({ term }) => term),
    images: made(state, 'education').images,
    genres: state.request.genres,
    mode: made(state, 'plan').key.mode,
  }),
  prompt: hookGeneratorPrompt,
  /** A hook stands in another mode too. */
  basis: (input) => ({ ...input, mode: null }),
  mend: (value, input) => {
    const options = value.options.map((option) => ({ ...option, text: bare(option.text) || option.text }))
    const fitting = options.filter(
      (option, at) => unfit(option, input) === null && options.findIndex(({ text }) => text === option.text) === at,
    )
    return { options: fitting.length >= fewest ? fitting : options }
  },
  refuse: ({ options }, input) => {
    const faults = options.map((option) => unfit(option, input)).filter((fault) => fault !== null)
    if (new Set(options.map(({ text }) => text)).size < fewest) return 'the hooks must differ from each other'
    return faults.length > 0 ? `a hook has 4 to 8 syllables; ${faults.join('; ')}` : null
  },
  add: (hooks, { request }) => ({ hooks, hook: request.hook ?? hooks.options[0]!.text }),
  tell: ({ options }) => `Offers ${options.length} hooks; the first is "${options[0]!.text}".`,
}
