import type { TaskInput } from '../../../domain/tasks.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { fillFrame } from '../lyrics/partners.js'
import type { HookIdea } from './hook-idea.js'

/** Hooks on a word: `{t}` is the topic or a key term. Several lengths of each idea, so that short and long words fit. */
const frames: readonly { kind: string; idea: string; texts: readonly string[] }[] = [
  { kind: 'name', idea: 'the key word itself, on its own rhythm', texts: ['{t}', '{t}, {t}'] },
  { kind: 'call', idea: 'the call: come and look', texts: ['Look at {t} now', 'Come and see {t}', 'Show me {t}'] },
  {
    kind: 'wonder',
    idea: 'the question to the class: what do we know already',
    texts: ['Tell me, what {is} {t}?', 'What do we know of {t}?'],
  },
]

const longName = 3

/** A long name by its last words: "the causes of the French Revolution" is sung as "the French Revolution" or "Revolution". */
function shorterNames(topic: string): string[] {
  const words = topic.split(' ')
  if (words.length <= longName) return []
  const tails = [3, 2, 1].map((count) => words.slice(-count))
  return tails
    .filter(([first]) => !functionWords.has(first!.toLowerCase()) || first === 'the')
    .map((tail) => tail.join(' '))
}

/** Hooks on the topic's name and its key terms, for when its facts give too few. */
export function hookFrames({ topic, keyTerms }: TaskInput<'hook_generator'>): HookIdea[] {
  const names = [...new Set([topic, ...shorterNames(topic)])]
  const of = (words: readonly string[], fitting: typeof frames) =>
    words.flatMap((word) =>
      fitting.flatMap(({ kind, idea, texts }) =>
        texts.map((text) => ({ kind: `frame ${kind}`, idea, text: fillFrame(text, word) })),
      ),
    )
  // A term in the singular can be called out; "look at box kite" is no English.
  return [...of(names, frames), ...of(keyTerms, frames.slice(0, 1))]
}
