import type { Hooks, TaskInput } from '../../domain/tasks.js'
import { topicById } from '../../knowledge/topics.js'
import { functionWords } from '../../knowledge/word-lists/function-words.js'
import { seeded } from '../random.js'
import { mentions } from '../words/mentions.js'
import { syllablesOfLine, wordsOf } from '../words/pronunciation.js'
import { syllabify } from '../words/syllabify.js'
import { factHooks } from './hooks/fact-hooks.js'
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

/** "Our school garden" is named by "the garden" too. */
const namesTopic = (text: string, topic: string): boolean =>
  wordsOf(topic).some(
    (word) => word.length > 3 && !functionWords.has(word.toLowerCase()) && mentions(text, word.replace(/['’]s$/, '')),
  )

/** Lines that begin in the middle of a thought, or break off in one, are no hook. */
const isWhole = (text: string): boolean =>
  !/^(it|its|they|their|he|his|she|her|this|these|so|but|and|because)\b/i.test(text) && !/[:;]/.test(text)

/** "What is a kitchen island?" is no hook for a song about kitchens, nor is what a ketch is for one about ships. */
const asksAside = (text: string, topic: string): boolean => {
  if (/^What (?!is|are|was|were|do|does|did)[a-z-]+ (?:must|can|may|is|are|has|have)\b/.test(text)) return true
  if (/^(?:[A-Z]\w+(?: and)?(?: \w+)? )are (?:kinds of )?[a-z]+s$/.test(text)) return true
  const [, named] =
    /^What (?:is|are) (?:an? |the )?(.+?)\?/.exec(text) ??
    /^(?:An? |The )?(.+?) is (?:an?|the|one|someone|something|[a-z]+ing)\b/.exec(text) ??
    []
  return named !== undefined && !(mentions(topic, named) && mentions(named, topic.replace(/^(the|our|my|your) /i, '')))
}

/**
 * Three to five hooks that differ in idea, 4 to 8 syllables each: the library's, else out of the facts, else on the topic's own
 * name. Open vowels at the end come before others; the seed decides among equals.
 */
export function composeHooks(input: Input): Hooks {
  const random = seeded(input.seed, 'hooks', input.findings.length)
  const library = fromLibrary(input).filter(({ text }) => isSingable(text))
  const told =
    library.length >= 3
      ? []
      : factHooks(input).filter(({ text }) => isWhole(text) && isSingable(text) && !asksAside(text, input.topic))
  const framed = hookFrames(input)
  const liking = new Map(
    [...library, ...told, ...framed].map((idea) => [
      idea,
      random.next() * 1.6 +
        (isOpen(idea.text) ? 0.25 : 0) +
        (input.keyTerms.some((term) => mentions(idea.text, term)) ? 0.4 : 0) +
        (namesTopic(idea.text, input.topic) ? 0.8 : 0) +
        (idea.kind.startsWith('frame') && idea.text.toLowerCase().includes(input.topic.toLowerCase())
          ? idea.kind === 'frame name'
            ? 3.5
            : 1.5
          : 0),
    ]),
  )
  const ranked = (ideas: HookIdea[]) => [...ideas].sort((a, b) => liking.get(b)! - liking.get(a)!)
  const options: HookIdea[] = []
  const isNew = ({ text }: HookIdea) => !options.some((option) => option.text.toLowerCase() === text.toLowerCase())
  for (const idea of [...ranked(library), ...ranked(told), ...ranked(framed.filter(({ text }) => isSingable(text)))]) {
    if (options.length === 5) break
    if (isNew(idea) && !options.some((option) => option.kind === idea.kind || option.idea === idea.idea))
      options.push(idea)
  }
  // Names that are very long leave few hooks of the right size: then the nearest to it serve.
  for (const idea of framed.sort((a, b) => misfit(a.text) - misfit(b.text))) {
    if (options.length >= 3) break
    if (isNew(idea) && !options.some((option) => option.idea === idea.idea)) options.push(idea)
  }
  return {
    options: options.map(({ text, idea }) => ({ text, idea, reason: reasonFor({ text, idea }, input.skillLevel) })),
  }
}
