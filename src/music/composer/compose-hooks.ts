import type { Hooks, TaskInput } from '../../domain/tasks.js'
import { topicById } from '../../knowledge/topics.js'
import { seeded } from '../random.js'
import { mentions } from '../words/mentions.js'
import { syllablesOfLine } from '../words/pronunciation.js'
import { syllabify } from '../words/syllabify.js'
import { hookFrames } from './hooks/hook-frames.js'
import type { HookIdea } from './hooks/hook-idea.js'
import { reasonFor } from './hooks/hook-reasons.js'

type Input = TaskInput<'hook_generator'>

const isOpen = (text: string): boolean => syllabify(text).at(-1)?.open ?? false

/** Syllables beyond four to eight, which is what a class remembers after one hearing. */
function misfit(text: string): number {
  const size = syllablesOfLine(text)
  return Math.max(4 - size, size - 8, 0)
}
const isSingable = (text: string): boolean => misfit(text) === 0

function fromLibrary({ topicId }: Input): HookIdea[] {
  const topic = topicId === null ? undefined : topicById(topicId)
  return (topic?.hooks ?? []).map(({ text, idea }) => ({ text, idea, kind: idea }))
}

/** Three to five hooks that differ in idea, 4 to 8 syllables each, open vowels at the end before others; the seed decides among equals. */
export function composeHooks(input: Input): Hooks {
  const random = seeded(input.seed, 'hooks', input.findings.length)
  const library = fromLibrary(input).filter(({ text }) => isSingable(text))
  const ideas = random.shuffle(hookFrames(input))
  const made = ideas.filter(({ text }) => isSingable(text))
  const liking = new Map(
    [...library, ...made].map((idea) => [
      idea,
      random.next() +
        (isOpen(idea.text) ? 0.25 : 0) +
        (input.keyTerms.some((term) => mentions(idea.text, term)) ? 0.4 : 0),
    ]),
  )
  const ranked = (ideas: HookIdea[]) => [...ideas].sort((a, b) => liking.get(b)! - liking.get(a)!)
  const options: HookIdea[] = []
  for (const idea of [...ranked(library), ...ranked(made)]) {
    if (options.length === 5) break
    if (options.some(({ kind, text }) => kind === idea.kind || text.toLowerCase() === idea.text.toLowerCase())) continue
    options.push(idea)
  }
  // Names that are very long leave few hooks of the right size: then the nearest to it serve.
  for (const idea of [...made, ...ideas.sort((a, b) => misfit(a.text) - misfit(b.text))]) {
    if (options.length >= 3) break
    if (!options.some(({ text }) => text.toLowerCase() === idea.text.toLowerCase())) options.push(idea)
  }
  return { options: options.map(({ text, idea }) => ({ text, idea, reason: reasonFor(text, input.skillLevel) })) }
}
