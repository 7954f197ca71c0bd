import type { TaskInput } from '../../../domain/tasks.js'
import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { readingGrade } from '../../words/reading-level.js'
import { definitionOf } from '../education/plain-sentences.js'
import { askings } from './ask-clause.js'
import { chooseHalves } from './choose-halves.js'
import { halfVerses } from './half-verse.js'
import { keepNames, namesIn } from './keep-names.js'
import { subjectOf } from './lead-questions.js'
import { capital } from './parse-clause.js'
import { resolvePronouns } from './resolve-pronouns.js'
import { lineSayings } from './say-fact.js'
import { shortenFact } from './shorten-fact.js'
import type { Slot } from './slots.js'
import type { Telling } from './telling.js'
import { turnings } from './turn-clause.js'

type Input = TaskInput<'lyrics_composer'>

const isDefinition = (meaning: string): boolean =>
  meaning !== '' && meaning.split(' ').length <= 14 && /^(a|an|the|any|one|to) /.test(meaning)

/** The request's facts, then what its key terms mean where no fact says it. */
export function tellingsOf({ facts, keyTerms, keyConcepts, gradeLevel, topic }: Input): Telling[] {
  const taught = [topic, ...keyTerms, ...keyConcepts.map(({ term }) => term)]
  const above = (fact: string) => Math.max(0, readingGrade([fact], taught) - gradeLevel - 2) * 0.3
  const told = resolvePronouns(facts).map((fact, at) => ({
    fact,
    tells: `own:${at}`,
    order: at,
    worth: (at === 0 ? 0.5 : 0) - above(fact),
  }))
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

const isAbout = (hook: string, fact: string): boolean =>
  shortenFact(fact).some(
    ({ text, kept }) =>
      turnings(text, kept === 1).some((turned) => hook.startsWith(turned.text)) ||
      hook.startsWith(text) ||
      askings(text, kept === 1).some(({ question }) => hook.startsWith(question)),
  )

/** Words for the slots of a song whose facts come as prose: each fact over two lines or in one, as a ballad tells. */
export function factVerses(input: Input, slots: readonly Slot[], random: Random, avoid: ReadonlySet<string>) {
  const planned = slots.find(({ role }) => role === 'fact')?.room ?? { min: 4, best: 8, max: 12 }
  // An answer may be short: "Three hearts."
  const usual = { ...planned, min: Math.min(2, planned.min) }
  const tellings = tellingsOf(input)
  const fitting = halfVerses(tellings, input.topic, usual, random)
  // Facts that are long for these lines are better sung fast than not at all.
  const room = { ...usual, max: usual.max + 2 }
  const silent = tellings.filter(({ tells }) => !fitting.some((half) => half.tells.includes(tells)))
  const halves =
    tellings.length - silent.length < 3 ? [...fitting, ...halfVerses(silent, input.topic, room, random)] : fitting
  const singles = tellings.map(({ fact, tells, order, worth }) => ({
    tells,
    order,
    subject: subjectOf(fact),
    lines: lineSayings(fact, usual)
      .slice(0, 14)
      .map((saying) => ({ ...saying, worth: saying.worth + worth + random.next() * 1.5 })),
  }))
  const names = namesIn([...input.facts, input.topic, ...input.keyTerms])
  const chosen = chooseHalves({
    slots,
    halves,
    singles,
    room,
    avoid,
    keyTerms: input.keyTerms,
    hook: input.hook,
    hookTells: tellings.find(({ fact }) => isAbout(input.hook, fact))?.tells,
    count: tellings.length,
    random,
  })
  return chosen.map((lines) => lines?.map((line) => keepNames(line, names)))
}
