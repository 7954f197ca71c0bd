import type { TaskInput } from '../../../domain/tasks.js'
import type { Topic } from '../../../domain/topic.js'
import type { Random } from '../../random.js'
import type { Couplet } from './couplet.js'
import { factCouplets, type Telling } from './fact-couplets.js'
import { libraryCouplets } from './library-couplets.js'
import type { Slot } from './slots.js'

type Input = TaskInput<'lyrics_composer'>

const isWanted = ({ keyTerms }: Input, term: string): boolean =>
  keyTerms.some((wanted) => wanted.toLowerCase() === term.toLowerCase())

/** Meanings of the request's key terms as sentences. */
const tellingsOfTerms = (input: Input): Telling[] =>
  input.keyConcepts
    .filter(
      ({ term, meaning }) =>
        isWanted(input, term) && meaning !== '' && meaning.split(' ').length <= 10 && !input.facts.includes(meaning),
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

/** Every couplet that a song on a topic of the library could sing: the library's, and those that its key terms' meanings make. */
export function coupletPool(input: Input, topic: Topic, slots: readonly Slot[], random: Random): Couplet[] {
  const room = slots.find(({ role }) => role === 'fact')?.room ?? { min: 4, best: 8, max: 12 }
  return [...factCouplets(tellingsOfTerms(input), room, random), ...fromLibrary(topic, input)]
}
