import type { Hooks, TaskInput } from '../../domain/tasks.js'
import { topicById } from '../../knowledge/topics.js'
import { seeded } from '../random.js'
import { syllabify } from '../words/syllabify.js'
import { hookFrames } from './hooks/hook-frames.js'
import { reasonFor } from './hooks/hook-reasons.js'

type Input = TaskInput<'hook_generator'>

export interface HookIdea {
  text: string
  idea: string
  /** The kind of idea, so that options differ: the library's come one a kind. */
  kind: string
}

const sizeOf = (text: string): number => syllabify(text).length
const isOpen = (text: string): boolean => syllabify(text).at(-1)?.open ?? false

/** Between four and eight syllables is what a class remembers after one hearing. */
const isSingable = (text: string): boolean => sizeOf(text) >= 4 && sizeOf(text) <= 8

function fromLibrary({ topicId }: Input): HookIdea[] {
  const topic = topicId === null ? undefined : topicById(topicId)
  return (topic?.hooks ?? []).map(({ text, idea }) => ({ text, idea, kind: idea }))
}

/** Three to five hooks that differ in idea, 4 to 8 syllables each, open vowels at the end before others; the seed decides among equals. */
export function composeHooks(input: Input): Hooks {
  const random = seeded(input.seed, 'hooks', input.findings.length)
  const library = fromLibrary(input).filter(({ text }) => isSingable(text))
  const made = random.shuffle(hookFrames(input)).filter(({ text }) => isSingable(text))
  const liking = new Map([...library, ...made].map((idea) => [idea, random.next() + (isOpen(idea.text) ? 0.25 : 0)]))
  const ranked = (ideas: HookIdea[]) => [...ideas].sort((a, b) => liking.get(b)! - liking.get(a)!)
  const options: HookIdea[] = []
  for (const idea of [...ranked(library), ...ranked(made)]) {
    if (options.length === 5) break
    if (options.some(({ kind, text }) => kind === idea.kind || text.toLowerCase() === idea.text.toLowerCase())) continue
    options.push(idea)
  }
  return { options: options.map(({ text, idea }) => ({ text, idea, reason: reasonFor(text, input.skillLevel) })) }
}
