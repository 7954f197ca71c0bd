import type { TaskInput } from '../../../domain/tasks.js'
import { topicById } from '../../../knowledge/topics.js'
import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import type { Couplet } from './couplet.js'
import { factCouplets, type Telling } from './fact-couplets.js'
import { libraryCouplets } from './library-couplets.js'
import { frameCoupletsFor } from './partners.js'
import type { Slot } from './slots.js'

type Input = TaskInput<'lyrics_composer'>

/** Meanings of key terms as sentences, for terms that no fact speaks of. */
function tellingsOfTerms({ keyConcepts, keyTerms, facts }: Input): Telling[] {
  return keyConcepts
    .filter(
      ({ term, meaning }) =>
        meaning !== '' &&
        keyTerms.some((wanted) => wanted.toLowerCase() === term.toLowerCase()) &&
        !facts.some((fact) => mentions(fact, term)),
    )
    .map(({ term, meaning }, at) => ({
      fact: /\b(is|are|was|were)\b/.test(meaning.split(' ').slice(0, 4).join(' ')) ? meaning : `${term} is ${meaning}`,
      tells: `term:${term}`,
      order: 50 + at,
    }))
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
  const made = factCouplets(tellings, terms, room, random)
  if (!topic)
    return [...made, ...frameCoupletsFor(input.topic, random.shuffle(terms.filter((term) => term !== input.topic)))]
  const library = libraryCouplets(topic, input.skillLevel).map((couplet) =>
    couplet.role === 'fact' ? { ...couplet, order: couplet.order + 100 } : couplet,
  )
  return [
    ...made.map((couplet) => ({ ...couplet, worth: couplet.worth + (couplet.tells.startsWith('own') ? 3 : 0) })),
    ...library,
  ]
}
