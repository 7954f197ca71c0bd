import { type Topic, topicSchema } from '../../domain/topic.js'
import { mentions } from './mentions.js'
import { bareWord, pronunciations, syllablesOfLine, wordsOf } from './pronunciation.js'
import { lastWord, rhymeOfLines, rhymeOfWords } from './rhyme.js'

const counts = {
  easy: { scene: 2, fact: 10, turn: 2, close: 2 },
  full: { scene: 2, fact: 10, turn: 2, close: 2 },
} as const
const syllableRange = { easy: [4, 8], full: [7, 12] } as const

interface Couplet {
  at: string
  fact: number
  lines: [string, string]
}

function coupletsOf(topic: Topic): Couplet[] {
  return (['easy', 'full'] as const).flatMap((level) =>
    (['scene', 'fact', 'turn', 'close'] as const).flatMap((role) =>
      topic.couplets[level][role].map((text, at) => {
        const [, fact = '0', first = '', second = ''] = /^(\d+): ([^/]+) \/ ([^/]+)$/.exec(text) ?? []
        return {
          at: `couplets.${level}.${role}[${at}]`,
          fact: Number(fact),
          lines: [first.trim(), second.trim()] as [string, string],
        }
      }),
    ),
  )
}

/**
 * What a careful editor would say of a topic file; an empty list when there is nothing to say.
 * Rhymes are judged by sound (CMU), lengths in syllables. Facts are for people to check.
 */
export function reviewTopic(raw: unknown): string[] {
  const parsed = topicSchema.safeParse(raw)
  if (!parsed.success) return parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  const topic = parsed.data
  const couplets = coupletsOf(topic)
  const remarks: string[] = []
  const say = (at: string, what: string) => remarks.push(`${at}: ${what}`)

  for (const level of ['easy', 'full'] as const)
    for (const role of ['scene', 'fact', 'turn', 'close'] as const)
      if (topic.couplets[level][role].length < counts[level][role])
        say(`couplets.${level}.${role}`, `needs ${counts[level][role]}, has ${topic.couplets[level][role].length}`)

  const seenLines = new Set<string>()
  const pairs = new Map<string, number>()
  for (const { at, fact, lines } of couplets) {
    const [first, second] = lines
    const kind = rhymeOfLines(first, second)
    for (const line of lines)
      if (pronunciations(lastWord(line)).length === 0) say(at, `"${lastWord(line)}" is not in the dictionary of sounds`)
    if (kind !== 'perfect') say(at, `"${lastWord(first)}" and "${lastWord(second)}" do not rhyme by sound (${kind})`)
    const pair = [bareWord(lastWord(first)), bareWord(lastWord(second))].sort().join('/')
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    if (pairs.get(pair) === 3) say(at, `the rhyme ${pair} is used three times`)
    if (fact > topic.facts.length) say(at, `there is no fact ${fact}`)
    const [low, high] = syllableRange[at.includes('easy') ? 'easy' : 'full']
    const sizes = lines.map(syllablesOfLine) as [number, number]
    for (const [n, size] of sizes.entries())
      if (size < low || size > high) say(at, `line ${n + 1} has ${size} syllables, wanted ${low} to ${high}`)
    if (Math.abs(sizes[0] - sizes[1]) > 2) say(at, `lines of ${sizes[0]} and ${sizes[1]} syllables do not match`)
    for (const line of lines) {
      const key = wordsOf(line).map(bareWord).join(' ')
      if (seenLines.has(key)) say(at, `"${line}" stands twice`)
      seenLines.add(key)
    }
  }

  const facts = new Set(couplets.map(({ fact }) => fact))
  for (const n of topic.facts.keys()) if (!facts.has(n + 1)) say(`facts[${n}]`, `no couplet carries fact ${n + 1}`)
  for (const [n, fact] of topic.facts.entries()) {
    if (!/[.!]$/.test(fact)) say(`facts[${n}]`, 'is not a sentence with its full stop')
    if (wordsOf(fact).length > 22) say(`facts[${n}]`, 'is longer than 22 words')
  }
  const sung = [...couplets.flatMap(({ lines }) => lines), ...topic.hooks.map(({ text }) => text)].join(' ')
  const silent = topic.terms.filter(({ term }) => !mentions(sung, term)).map(({ term }) => term)
  if (silent.length > topic.terms.length / 4) say('terms', `not sung anywhere: ${silent.join(', ')}`)
  for (const [n, { text }] of topic.hooks.entries()) {
    const size = syllablesOfLine(text)
    if (size < 4 || size > 8) say(`hooks[${n}]`, `"${text}" has ${size} syllables, wanted 4 to 8`)
  }
  for (const [n, group] of topic.rhymes.entries())
    for (const word of group.slice(1))
      if (rhymeOfWords(group[0]!, word) !== 'perfect')
        say(`rhymes[${n}]`, `"${word}" does not rhyme with "${group[0]}"`)
  return remarks
}
