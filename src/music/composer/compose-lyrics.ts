import type { Lyrics, TaskInput } from '../../domain/tasks.js'
import type { Topic } from '../../domain/topic.js'
import { topicById } from '../../knowledge/topics.js'
import { type Random, seeded } from '../random.js'
import { chooseCouplets } from './lyrics/choose-couplets.js'
import { coupletPool } from './lyrics/couplet-pool.js'
import { factVerses } from './lyrics/fact-verses.js'
import { mendLyrics } from './lyrics/mend-lyrics.js'
import { setStops } from './lyrics/set-stops.js'
import { type Slot, slotsOf } from './lyrics/slots.js'
import { titleOf } from './lyrics/title-of.js'

type Input = TaskInput<'lyrics_composer'>

/** A line of prose made a line of a song: a capital first, marks that print well. */
const asLine = (text: string): string =>
  text.replace(/^([^\p{L}\p{N}]*)(\p{Ll})/u, (_, before: string, first: string) => before + first.toUpperCase())

/** What the class is to learn, in the words that the checks know it by. */
const taughtBy = ({ keyTerms, keyConcepts, topic }: Input): string[] => [
  ...keyTerms,
  ...keyConcepts.map(({ term }) => term),
  topic,
]

function couplets(input: Input, topic: Topic, slots: readonly Slot[], random: Random, avoid: ReadonlySet<string>) {
  const pool = coupletPool(input, topic, slots, random).filter(({ lines }) => !lines.some((line) => avoid.has(line)))
  const keyTerms = input.keyTerms.length > 0 ? input.keyTerms : input.keyConcepts.slice(0, 5).map(({ term }) => term)
  const { gradeLevel } = input
  return chooseCouplets({
    slots,
    pool,
    keyTerms,
    asked: input.keyTerms.length > 0,
    gradeLevel,
    taught: taughtBy(input),
    random,
  }).map((couplet) => couplet?.lines)
}

/**
 * Lines for every slot. Outside the library all is made of facts; within it the couplets written for the topic fill the rhymed
 * slots, and the request's own facts the free ones.
 */
function wordsFor(input: Input, slots: readonly Slot[], random: Random, avoid: ReadonlySet<string>) {
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  if (!topic) return factVerses(input, slots, random, avoid)
  const free = slots.filter(({ shape }) => shape !== 'couplet')
  const rhymed = slots.filter(({ shape }) => shape === 'couplet')
  const own = factVerses(
    { ...input, facts: input.facts.filter((fact) => !topic.facts.includes(fact)) },
    free,
    random,
    avoid,
  )
  const library = couplets({ ...input, facts: [...topic.facts] }, topic, rhymed, random, avoid)
  return slots.map((slot) => (slot.shape === 'couplet' ? library[rhymed.indexOf(slot)] : own[free.indexOf(slot)]))
}

function writeAll(input: Input, purpose: string, avoid: ReadonlySet<string>): Lyrics {
  const random = seeded(input.seed, 'lyrics', purpose)
  const slots = slotsOf(input.sections)
  const chosen = wordsFor(input, slots, random, avoid)
  const sections = input.sections.map(({ kind, lines }) => ({
    kind,
    lines: lines.map(({ hook }) => (hook ? input.hook : '')),
  }))
  for (const [at, slot] of slots.entries())
    for (const [n, line] of slot.lines.entries())
      sections[slot.section]!.lines[line] = asLine(chosen[at]?.[n] ?? input.topic)
  const chorus = sections.find(({ kind }) => kind === 'chorus')
  for (const section of sections)
    if (section.kind === 'chorus' && chorus && section !== chorus)
      section.lines = section.lines.map((text, at) => text || chorus.lines[at] || input.hook)
  return { title: titleOf(input.hook), sections }
}

/**
 * All words of the song, with the stops that its grade can read. With `previous` and findings, only the couplets that the findings
 * name are written anew.
 */
export function composeLyrics(input: Input): Lyrics {
  const words =
    input.previous && input.findings.length > 0
      ? mendLyrics(input, input.previous, (avoid) => writeAll(input, 'mend', avoid))
      : writeAll(input, 'first', new Set())
  return setStops(words, { grade: input.gradeLevel, terms: taughtBy(input), hook: input.hook })
}
