import type { TaskInput } from '../../../domain/tasks.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { fillFrame } from '../lyrics/partners.js'
import { shortenFact } from '../lyrics/shorten-fact.js'
import type { HookIdea } from './hook-idea.js'

/** Hooks on a word: `{t}` is the topic or a key term. Several lengths of each idea, so that short and long words fit. */
const frames: readonly { kind: string; idea: string; texts: readonly string[] }[] = [
  {
    kind: 'question',
    idea: 'a question that the verses answer',
    texts: [
      'Who knows {t}?',
      'Tell me, what {is} {t}?',
      '{t}: why, oh why?',
      'What do we know of {t}?',
      '{t}, how and why?',
    ],
  },
  {
    kind: 'call',
    idea: 'a call to the class',
    texts: ['Sing {t} with me', 'Say {t}, you and me', 'Look at {t} now', '{t}, sing it so', 'Bring me {t} today'],
  },
  { kind: 'name', idea: 'the key word alone, on its own rhythm', texts: ['{t}', '{t}, {t}', '{t}, oh {t}'] },
  {
    kind: 'image',
    idea: 'a picture of learning',
    texts: ['{t}, open the door', 'A window on {t}', 'A light on {t}', '{t}, a page to view', 'Hold {t} to the sky'],
  },
  {
    kind: 'promise',
    idea: 'a promise to remember',
    texts: ["We won't forget {t}", 'Remember {t}', '{t} will stay with me', "{t}, that's what I know"],
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

/** Hooks for a topic the library has none for: from its own words, its key terms, and the shortest of its facts. */
export function hookFrames({ topic, topicId, keyTerms, facts, images }: TaskInput<'hook_generator'>): HookIdea[] {
  const words = [...new Set([topic, ...keyTerms, ...shorterNames(topic)])]
  const framed = words.flatMap((word) =>
    frames.flatMap(({ kind, idea, texts }) =>
      texts.map((text) => ({ kind: `frame ${kind}`, idea, text: fillFrame(text, word) })),
    ),
  )
  const told = facts.flatMap((fact) =>
    shortenFact(fact).map(({ text }) => ({ kind: 'fact', idea: 'a fact, short enough to shout', text })),
  )
  const pictured =
    topicId === null
      ? images.map((text) => ({ kind: 'picture', idea: 'a comparison that helps', text: text.replace(/[.!]$/, '') }))
      : []
  return [...framed, ...told, ...pictured]
}
