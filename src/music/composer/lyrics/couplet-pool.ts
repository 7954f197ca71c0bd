import type { TaskInput } from '../../../domain/tasks.js'
import type { Topic } from '../../../domain/topic.js'
import { topicById } from '../../../knowledge/topics.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import type { Random } from '../../random.js'
import { pronunciations } from '../../words/pronunciation.js'
import type { Couplet } from './couplet.js'
import { factCouplets, type Telling } from './fact-couplets.js'
import { libraryCouplets } from './library-couplets.js'
import { frameCoupletsFor } from './partners.js'
import type { Slot } from './slots.js'
import { termCouplets } from './term-couplets.js'

type Input = TaskInput<'lyrics_composer'>

const isWanted = ({ keyTerms }: Input, term: string): boolean =>
  keyTerms.some((wanted) => wanted.toLowerCase() === term.toLowerCase())

/** Meanings of the request's key terms as sentences. */
const tellingsOfTerms = (input: Input): Telling[] =>
  input.keyConcepts
    .filter(
      ({ term, meaning }) =>
        isWanted(input, term) &&
        meaning !== '' &&
        meaning.split(' ').length <= 10 &&
        (input.topicId !== null || /^(a|an|the|to|any|one) /.test(meaning)) &&
        !input.facts.includes(meaning),
    )
    .map(({ term, meaning }, at) => ({
      fact: `${term} is ${meaning}`.replace(/ is (to \w)/, ' means $1'),
      tells: `term:${term}`,
      order: 50 + at,
    }))

/** The library's couplets, those first whose facts the request named; in the order of telling, behind what is the request's own. */
function fromLibrary(topic: Topic, { skillLevel, facts }: Input): Couplet[] {
  const named = new Set(topic.facts.filter((fact, at) => facts.indexOf(fact) >= 0 && facts.indexOf(fact) < at))
  return libraryCouplets(topic, skillLevel).map((couplet) => {
    const fact = topic.facts[Number(couplet.tells.replace('library:', '')) - 1]
    const worth = couplet.worth + (fact !== undefined && named.has(fact) ? 2.5 : 0)
    return couplet.role === 'fact' ? { ...couplet, worth, order: couplet.order + 100 } : { ...couplet, worth }
  })
}

/** Things that the facts name, as "the hoop" or "their wings" in them: pictures for a song that has no terms. */
export function thingsOf(facts: readonly string[]): string[] {
  const things = facts.flatMap((fact) => {
    const words = fact
      .toLowerCase()
      .replace(/[.!?]$/, '')
      .split(/\s+/)
    return words.filter((word, at) => {
      const next = words[at + 1]
      const closes =
        next === undefined || functionWords.has(next) || /^(when|where|because|so|around|across|under)$/.test(next)
      return (
        /^(a|an|the|its|their)$/.test(words[at - 1] ?? '') &&
        /^[a-z]{3,}$/.test(word) &&
        closes &&
        pronunciations(word).length > 0
      )
    })
  })
  return [...new Set(things)]
    .slice(0, 4)
    .map((thing) => (/s$|^(feet|teeth|people|children)$/.test(thing) ? thing : `the ${thing}`))
}

/** Every couplet the song could sing: the library's, and those made of the facts that the library has none for. */
export function coupletPool(input: Input, slots: readonly Slot[], random: Random): Couplet[] {
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  const room = slots.find(({ role }) => role === 'fact')?.room ?? { min: 4, best: 8, max: 12 }
  const known = new Set(topic?.facts ?? [])
  const own = input.facts.filter((fact) => !known.has(fact))
  const terms = [
    ...new Set([...input.keyTerms, ...input.keyConcepts.map(({ term }) => term), ...(topic ? [] : [input.topic])]),
  ]
  const tellings = [...own.map((fact, at) => ({ fact, tells: `own:${at}`, order: at })), ...tellingsOfTerms(input)]
  const made = [...factCouplets(tellings, terms, room, random), ...termCouplets(input.keyTerms, room, random)]
  const first = made.map((couplet) =>
    couplet.tells.startsWith('own') ? { ...couplet, worth: couplet.worth + 3 } : couplet,
  )
  const rest = topic
    ? fromLibrary(topic, input)
    : frameCoupletsFor(
        input.topic,
        random.shuffle(terms.filter((term) => term !== input.topic)),
        random.shuffle(thingsOf(input.facts)),
      )
  return [...first, ...rest]
}
