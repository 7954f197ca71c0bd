import { readdirSync, readFileSync } from 'node:fs'
import type { Topic } from '../domain/topic.js'
import { functionWords } from './word-lists/function-words.js'

const folder = new URL('./topics/', import.meta.url)

/** Every topic of src/knowledge/topics, by id. A test holds each file to its schema, so that a start need not. */
export const topics: readonly Topic[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Topic)

const byId = new Map(topics.map((topic) => [topic.id, topic]))

export const topicById = (id: string): Topic | undefined => byId.get(id)

/** The stem that forms of a word share: "leaves", "leaf" and "leaf's"; "fractions" and "fraction"; "multiplying" and "multiply". */
export function stem(word: string): string {
  const bare = word.replace(/['’]s?$/, '')
  if (bare.length < 4) return bare
  return bare
    .replace(/ves$/, 'f')
    .replace(/(ss|sh|ch|x|z)es$/, '$1')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
    .replace(/(.{3,})(?:ing|ed)$/, '$1')
    .replace(/([bdgmnprt])\1$/, '$1')
    .replace(/(.{3,})e$/, '$1')
}

const stemsOf = (text: string): string[] =>
  (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}'’]+/gu) ?? []
  ).map(stem)

/** What can be done with anything says nothing of what is meant: "how to build" is not yet architecture. */
const anyDeed = new Set(['build', 'mak', 'made', 'work', 'us', 'happen', 'start', 'chang'])
const carries = (part: string): boolean => !functionWords.has(part) && !anyDeed.has(part)

interface Name {
  topic: Topic
  stems: string[]
  /** Stems that mean something, for names asked in other words or another order. */
  content: string[]
  isName: boolean
}

/** "Volcanoes and earthquakes" is also asked for by either. */
const halves = ({ name }: Topic): string[] =>
  (/ and /.test(name) ? name.split(/,? and /) : []).filter((half) => half.length > 4)

const names: readonly Name[] = topics.flatMap((topic) =>
  [topic.name, topic.id.replaceAll('-', ' '), ...topic.aliases, ...halves(topic)].map((text, at) => {
    const stems = stemsOf(text)
    return { topic, stems, content: [...new Set(stems.filter(carries))], isName: at < 2 }
  }),
)

/** Names by the stem they begin with, in the order of `names`: a text is held against those that may begin at its words. */
const namesFrom = new Map<string, { name: Name; at: number }[]>()
for (const [at, name] of names.entries()) {
  const [first = ''] = name.stems
  namesFrom.set(first, [...(namesFrom.get(first) ?? []), { name, at }])
}

/** In how many topics a stem names something: "energy" is in many, "chlorophyll" in one. */
const spread = new Map<string, Set<string>>()
for (const { topic, content } of names)
  for (const part of content) (spread.get(part) ?? spread.set(part, new Set()).get(part)!).add(topic.id)
const weight = (part: string): number => 1 / (spread.get(part)?.size ?? 1)

const contains = (text: readonly string[], part: readonly string[]): number =>
  text.findIndex((_, at) => part.every((word, n) => text[at + n] === word))

export interface NamedTopic {
  topic: Topic
  /** Words of the text that name it, from 0; `end` is behind the last. */
  start: number
  end: number
  /** Its own name, not one of the ways to ask for it. */
  isName: boolean
  /** How many telling words the name has. */
  telling: number
}

/** The topic whose longest name or alias stands in the text word for word (forms of a word count as one). */
export function topicInText(text: string): NamedTopic | undefined {
  const stems = stemsOf(text)
  let best: (NamedTopic & { worth: number }) | undefined
  const candidates = [...new Set(stems)].flatMap((stem) => namesFrom.get(stem) ?? []).sort((a, b) => a.at - b.at)
  for (const { name } of candidates) {
    const { topic, stems: parts, isName, content } = name
    if (content.length === 0 && !isName) continue
    const worth = parts.join('').length + parts.length * 2 + (isName ? 1 : 0)
    if (best && worth <= best.worth) continue
    const start = contains(stems, parts)
    if (start >= 0) best = { topic, start, end: start + parts.length, isName, telling: content.length, worth }
  }
  if (!best) return undefined
  const { worth: _, ...named } = best
  return named
}

/** "Roman" in "Roman numerals" only tells of what kind: its topic is meant where that knows the thing ("Roman roads"). */
function isMerelyKind(text: string, { topic, start, end }: NamedTopic): boolean {
  const words = text.match(/[\p{L}\p{N}'’]+/gu) ?? []
  const [kind = '', thing] = [words[start], words[end]]
  if (end - start !== 1 || thing === undefined || !/(?:[ai]n|ese|ish|eek|ic)$/i.test(kind)) return false
  const [head = ''] = stemsOf(thing)
  const known = [topic.name, ...topic.aliases, ...topic.facts, ...topic.terms.map(({ term }) => term)]
  return carries(head) && !stemsOf(known.join(' ')).includes(head)
}

/** The topic of the library that a text asks for: by name, alias, stem, or the telling words of an alias in any order. */
export function findTopic(text: string): Topic | undefined {
  const stems = new Set(stemsOf(text))
  const asked = [...stems].filter(carries)
  if (asked.length === 0) return topicInText(text)?.topic
  const inText = topicInText(text)
  const named = inText && isMerelyKind(text, inText) ? undefined : inText
  // At least half of what is asked for must be named.
  const isMost = named !== undefined && (named.isName || named.telling * 2 >= asked.length)
  if (named && isMost && (named.end - named.start > 1 || asked.length <= 4)) return named.topic
  let best: { topic: Topic; worth: number } | undefined
  for (const { topic, content } of names) {
    if (content.length < 2 || !content.every((part) => stems.has(part))) continue
    const worth = content.reduce((sum, part) => sum + weight(part), 0) + content.length / 10
    if (!best || worth > best.worth) best = { topic, worth }
  }
  if (best && best.worth > 0.4) return best.topic
  for (const part of asked) {
    if (part.length < 8) continue
    const kin = names.find(
      ({ content, isName }) => isName && content.length === 1 && content[0]!.slice(0, 8) === part.slice(0, 8),
    )
    if (kin) return kin.topic
  }
  return isMost ? named?.topic : undefined
}
