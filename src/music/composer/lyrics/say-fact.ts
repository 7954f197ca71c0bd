import { isAdjective, lookUp } from '../../../knowledge/dictionary.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { remembered } from '../../words/remembered.js'
import { askings } from './ask-clause.js'
import { fits, off, type Room, sizeOf } from './couplet.js'
import { bare } from './parse-clause.js'
import { partsOf } from './part-sentence.js'
import { type Clause, shortenFact } from './shorten-fact.js'
import { turnings } from './turn-clause.js'
import { parted } from './turn-meaning.js'

/** A way to say a fact. */
export interface Saying {
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
export const sayings = remembered((fact): readonly Saying[] => {
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

/** Questions that a fact answers, with their answers. */
export const questions = remembered(
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
