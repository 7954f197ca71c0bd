import { isAdjective, lookUp } from '../../../knowledge/dictionary.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import type { Random } from '../../random.js'
import { remembered } from '../../words/remembered.js'
import { askings } from './ask-clause.js'
import { endWord, fits, off, type Room, sizeOf } from './couplet.js'
import { type Subject, subjectOf } from './lead-questions.js'
import { bare } from './parse-clause.js'
import { partsOf } from './part-sentence.js'
import { type Clause, shortenFact } from './shorten-fact.js'
import { parted, turnings } from './turn-clause.js'

/** A fact that the song is to tell. */
export interface Telling {
  fact: string
  /** What is told, for `tells`: "own:3", "term:nectar". */
  tells: string
  order: number
  /** Added to its worth: the request's own facts come before a dictionary's. */
  worth: number
}

/** Two lines that tell one fact, or one fact each; they need not rhyme with each other. */
export interface HalfVerse {
  lines: readonly [string, string]
  tells: readonly string[]
  order: number
  worth: number
  /** Who or what its fact is about. */
  subject: Subject | null
  /** Whether it asks and answers. */
  asks: boolean
}

/** How much chance there is in what a song likes to say: other seeds, other words. */
const liking = 4

interface Saying {
  text: string
  worth: number
}

/** Whether a shortened meaning still says what a thing is: "a social insect", not "a bridge", "a spider common" or "a brake that engages". */
function isStillMeaning(rest: string, kept: number): boolean {
  const words = rest.split(' ')
  const last = bare(words.at(-1)!)
  if (finiteVerbs.has(last) || isAdjective(last) || lookUp(last).length === 0) return false
  return kept > 0.6 || (/^(an?|one of)\b/.test(rest) && words.length > 2)
}

/** Every way to say a fact as one sentence: whole, shortened, turned. */
const sayings = remembered((fact): readonly Saying[] => {
  const said = new Map<string, Saying>()
  const add = (text: string, worth: number) => {
    const known = said.get(text)
    if (!known || known.worth < worth) said.set(text, { text, worth })
  }
  for (const { text, kept } of shortenFact(fact)) {
    const meaning = kept < 1 ? parted(text) : null
    if (meaning && !isStillMeaning(meaning.rest, kept)) continue
    add(text, kept * 2 - (meaning ? 0.5 : 0))
    for (const turning of turnings(text, kept === 1)) add(turning.text, kept * 2 - turning.cost)
  }
  return [...said.values()].sort((a, b) => b.worth - a.worth).slice(0, 40)
}, 3000)

const questions = remembered(
  (fact): readonly { question: string; answer: string; kept: number }[] =>
    shortenFact(fact).flatMap(({ text, kept }: Clause) =>
      askings(text, kept === 1).map((asking) => ({ ...asking, kept })),
    ),
  3000,
)

/** Ways to say a fact in one line. */
export const lineSayings = (fact: string, room: Room): Saying[] =>
  sayings(fact)
    .filter(({ text }) => fits(text, room))
    .map(({ text, worth }) => ({ text, worth: worth - off(text, room) }))

/** Whether a fact can be sung within lines of so many syllables: in one, or over two. */
export const isSingable = (fact: string, most: number): boolean =>
  sayings(fact).some(
    ({ text }) =>
      sizeOf(text) <= most ||
      partsOf(text).some(({ first, second }) => sizeOf(first) <= most && sizeOf(second) <= most && sizeOf(first) > 2),
  )

const stop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

function ofOneFact({ fact, tells, order, worth }: Telling, room: Room, random: Random): HalfVerse[] {
  const halves: HalfVerse[] = []
  const subject = subjectOf(fact)
  const add = (first: string, second: string, value: number, asks: boolean) => {
    if (fits(first, room) && fits(second, room))
      halves.push({
        lines: [first, stop(second)],
        tells: [tells],
        order,
        worth: worth + value - off(first, room) - off(second, room) + random.next() * liking,
        subject,
        asks,
      })
  }
  for (const saying of sayings(fact))
    for (const { first, second, cost } of partsOf(saying.text)) {
      // What one line holds is seldom better in two.
      const cut = sizeOf(saying.text) <= room.best ? 1.5 : sizeOf(saying.text) <= room.max ? 0.5 : 0
      const unlike = Math.abs(sizeOf(first) - sizeOf(second)) / 6
      add(first, second, saying.worth + 0.6 - cost - cut - unlike, false)
    }
  for (const { question, answer, kept } of questions(fact)) {
    add(question, answer, kept * 2 - 0.4, true)
  }
  return halves
}

/** A pair of facts, one line each: of facts that stand near each other. */
function ofTwoFacts(tellings: readonly Telling[], room: Room, random: Random): HalfVerse[] {
  const said = tellings.map((telling) => ({
    telling,
    lines: lineSayings(telling.fact, room)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 4),
  }))
  const halves: HalfVerse[] = []
  for (const [at, first] of said.entries())
    for (const [n, second] of said.entries()) {
      if (n === at || Math.abs(n - at) > 2) continue
      for (const one of first.lines.slice(0, 2))
        for (const other of second.lines)
          if (endWord(one.text) !== endWord(other.text))
            halves.push({
              lines: [stop(one.text), stop(other.text)],
              tells: [first.telling.tells, second.telling.tells],
              order: Math.min(first.telling.order, second.telling.order) + 0.5,
              worth:
                (first.telling.worth + second.telling.worth) / 2 +
                (one.worth + other.worth) / 2 +
                (n < at ? -3 : 0.3) +
                random.next() * liking,
              subject: null,
              asks: false,
            })
    }
  return halves
}

/** The best few for each word they can end on: a verse chooses among them by rhyme. */
function bestOfEach(halves: readonly HalfVerse[]): HalfVerse[] {
  const kept = new Map<string, number>()
  return [...halves]
    .sort((a, b) => b.worth - a.worth)
    .filter((half) => {
      const key = `${half.tells.join('+')} ${endWord(half.lines[1])}`
      const count = kept.get(key) ?? 0
      kept.set(key, count + 1)
      return count < 3
    })
}

/** Half verses for every fact, in the rooms of the song's lines. */
export const halfVerses = (tellings: readonly Telling[], room: Room, random: Random): HalfVerse[] =>
  bestOfEach([
    ...tellings.flatMap((telling) => ofOneFact(telling, room, random)),
    ...ofTwoFacts(tellings, room, random),
  ])
