import type { TaskInput } from '../../../domain/tasks.js'
import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { definitionOf } from '../education/plain-sentences.js'
import { chooseHalves } from './choose-halves.js'
import { fits, type Room } from './couplet.js'
import { type HalfVerse, halfVerses, lineSayings, type Telling } from './half-verse.js'
import { subjectOf } from './lead-questions.js'
import { capital } from './parse-clause.js'
import type { Slot } from './slots.js'

type Input = TaskInput<'lyrics_composer'>

const isDefinition = (meaning: string): boolean =>
  meaning !== '' && meaning.split(' ').length <= 14 && /^(a|an|the|any|one|to) /.test(meaning)

/** The request's facts, then what its key terms mean where no fact says it. */
export function tellingsOf({ facts, keyTerms, keyConcepts }: Input): Telling[] {
  const told = facts.map((fact, at) => ({ fact, tells: `own:${at}`, order: at, worth: at === 0 ? 0.5 : 0 }))
  const defined = keyConcepts
    .filter(
      ({ term, meaning }) =>
        keyTerms.some((wanted) => wanted.toLowerCase() === term.toLowerCase()) &&
        isDefinition(meaning) &&
        !facts.some((fact) => mentions(fact, term)),
    )
    .map(({ term, meaning }, at) => ({
      fact:
        definitionOf({ word: term, meaning, sort: 'thing' }) ??
        `${capital(term)} is ${meaning}`.replace(/ is to (\w)/, ' means to $1'),
      tells: `term:${term}`,
      order: facts.length + at,
      worth: 0,
    }))
  return [...told, ...defined]
}

/** Key terms that no fact speaks of, named in a line before a fact: they are asked for, so they are heard. */
function naming(tellings: readonly Telling[], terms: readonly string[], room: Room): HalfVerse[] {
  const silent = terms.filter((term) => !tellings.some(({ fact }) => mentions(fact, term)))
  const lists: string[][] = []
  for (let at = 0; at < silent.length; ) {
    let size = Math.min(4, silent.length - at)
    while (size > 1 && !fits(listed(silent.slice(at, at + size)), room)) size--
    lists.push(silent.slice(at, at + size))
    at += size
  }
  return lists
    .filter((list) => fits(listed(list), room))
    .flatMap((list) =>
      tellings.flatMap(({ fact, tells, order }) =>
        lineSayings(fact, room)
          .slice(0, 2)
          .map(({ text, worth }) => ({
            lines: [`${listed(list)}:`, `${text}.`] as const,
            tells: [tells, ...list.map((term) => `name:${term}`)],
            order,
            worth: worth - 0.5,
            subject: null,
            asks: false,
          })),
      ),
    )
}

const listed = (terms: readonly string[]): string =>
  capital(terms.length < 2 ? terms.join('') : `${terms.slice(0, -1).join(', ')} and ${terms.at(-1)}`)

/** Words for the slots of a song whose facts come as prose: each fact over two lines or in one, as a ballad tells. */
export function factVerses(input: Input, slots: readonly Slot[], random: Random, avoid: ReadonlySet<string>) {
  const planned = slots.find(({ role }) => role === 'fact')?.room ?? { min: 4, best: 8, max: 12 }
  // Half a sentence may be short: "In its cheeks."
  const room = { ...planned, min: Math.min(3, planned.min) }
  const tellings = tellingsOf(input)
  const halves = [...halfVerses(tellings, room, random), ...naming(tellings, input.keyTerms, room)]
  const singles = tellings.map(({ fact, tells, order, worth }) => ({
    tells,
    order,
    subject: subjectOf(fact),
    lines: lineSayings(fact, room)
      .slice(0, 14)
      .map((saying) => ({ ...saying, worth: saying.worth + worth + random.next() * 1.5 })),
  }))
  return chooseHalves({
    slots,
    halves,
    singles,
    room,
    avoid,
    keyTerms: input.keyTerms,
    count: tellings.length,
    random,
  })
}
