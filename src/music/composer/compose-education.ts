import type { EducationalContext, TaskInput } from '../../domain/tasks.js'
import { topicById } from '../../knowledge/topics.js'
import { seeded } from '../random.js'
import { mentions } from '../words/mentions.js'
import { askQuestions } from './education/ask-questions.js'
import { chooseObjectives } from './education/choose-objectives.js'
import { factsFromDictionary, meaningOf } from './education/dictionary-facts.js'
import { singableFacts } from './education/singable-facts.js'
import { skillsOf } from './education/skills.js'

type Input = TaskInput<'educational_context'>

/** Most facts that one song has room for. */
const most = 12

function conceptsOf(input: Input, facts: readonly string[]): EducationalContext['keyConcepts'] {
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  const known = topic?.terms ?? []
  const meaning = (term: string) =>
    known.find((entry) => entry.term.toLowerCase() === term.toLowerCase())?.meaning ?? meaningOf(term, facts)
  const own = input.keyTerms.map((term) => ({ term: term.slice(0, 80), meaning: meaning(term) }))
  const random = seeded(input.seed, 'concepts')
  const more = random
    .shuffle(known)
    .filter(({ term }) => !own.some((concept) => concept.term.toLowerCase() === term.toLowerCase()))
  const concepts = [...own, ...more].slice(0, Math.max(8, Math.min(12, own.length)))
  return concepts.length > 0 ? concepts : [{ term: input.topic.slice(0, 80), meaning: meaning(input.topic) }]
}

/**
 * What the class should learn with the song: facts (the request's own first, then the library's, then a dictionary's), key
 * concepts in a child's words, objectives with codes, and three questions of rising depth.
 */
export function composeEducation(input: Input): EducationalContext {
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  const own = singableFacts(input.facts, input.keyTerms)
  const library = (topic?.facts ?? []).filter((fact) => !own.includes(fact))
  const thin = own.length + library.length < 4
  const looked = thin
    ? factsFromDictionary([input.topic, ...input.keyTerms]).filter(
        (fact) => !own.some((given) => mentions(given, fact)),
      )
    : []
  const facts = [...own, ...library, ...looked].slice(0, Math.max(most, Math.min(24, own.length)))
  const told = facts.length > 0 ? facts : [`${input.topic} is what this song asks about.`.slice(0, 300)]
  const keyConcepts = conceptsOf(input, told)
  return {
    keyConcepts,
    facts: told,
    images: (topic?.images ?? []).slice(0, 8),
    objectives: chooseObjectives(input.gradeLevel, input.learningObjectives, input.seed),
    skillDevelopment: skillsOf(input, keyConcepts),
    questions: askQuestions(input.topic, told, keyConcepts, topic),
  }
}
