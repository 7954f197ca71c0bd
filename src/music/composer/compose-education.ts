import type { EducationalContext, TaskInput } from '../../domain/tasks.js'
import { topicById } from '../../knowledge/topics.js'
import { seeded } from '../random.js'
import { mentions } from '../words/mentions.js'
import { readingGrade } from '../words/reading-level.js'
import { askQuestions } from './education/ask-questions.js'
import { chooseObjectives } from './education/choose-objectives.js'
import { factsFromDictionary, meaningOf } from './education/dictionary-facts.js'
import { singableFacts } from './education/singable-facts.js'
import { skillsOf } from './education/skills.js'
import { isSingable } from './lyrics/say-fact.js'
import { factsOfThing } from './lyrics/things-named.js'

type Input = TaskInput<'educational_context'>
type SubjectMatter = Pick<Input, 'topic' | 'topicId' | 'keyTerms' | 'facts' | 'skillLevel' | 'gradeLevel'>

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
  if (concepts.length > 0) return concepts
  const defined = facts.flatMap((fact) => {
    const [, term, told] = /^(?:An?|The) ((?:\S+ ){0,2}?\S+) is ((?:an?|the|one of) [^.]+)\.$/.exec(fact) ?? []
    return term && told ? [{ term: term.slice(0, 80), meaning: told.slice(0, 400) }] : []
  })
  const isTold = defined.length > 2 || defined.some(({ term }) => mentions(input.topic, term))
  return isTold ? defined.slice(0, 8) : [{ term: input.topic.slice(0, 80), meaning: meaning(input.topic) }]
}

/** Syllables of the longest line that a song has room for. */
const longest = 12

/** Own facts that are enough for a song of their own. */
const enough = 3

/** What a dictionary adds where the request's facts are few: beside facts of the request no more than what the topic is. */
function lookedUp({ topic, keyTerms, skillLevel, gradeLevel }: SubjectMatter, own: readonly string[]): string[] {
  if (own.length === 0) {
    const told = factsOfThing(topic, keyTerms)
    const [meaning, ...rest] = factsFromDictionary(topic, keyTerms, skillLevel, []).filter(
      (fact) =>
        isSingable(fact, longest) &&
        isReadable(fact, [topic, ...keyTerms], gradeLevel) &&
        // A bare list of kinds is for want of something to tell.
        (told.length < enough || !/ are kinds of /.test(fact)),
    )
    // Who is at school for long can take more than a child's view of it.
    const learned = skillLevel === 'advanced' ? 5 : 0
    return [...(meaning ? [meaning] : []), ...rest.slice(0, learned), ...told, ...rest.slice(learned)].slice(0, most)
  }
  if (own.length >= enough || own.some((fact) => definesTopic(fact, topic))) return []
  return factsFromDictionary(topic, keyTerms, skillLevel, own)
    .filter((fact) => definesTopic(fact, topic))
    .slice(0, 1)
}

/** Whether a class of the grade can read a sentence of the dictionary, the word that it defines aside. */
const isReadable = (fact: string, taught: readonly string[], grade: number): boolean => {
  const [defined = ''] = / (?:is|are|has) /.test(fact) ? fact.split(/ (?:is|are|has) /) : []
  return readingGrade([fact], [...taught, defined]) <= grade + 6
}

const definesTopic = (fact: string, topic: string): boolean => {
  const [, named] = /^(?:An?|The)? ?(.{2,40}?) (?:is|are|was) (?:an?|the|one) /i.exec(fact) ?? []
  return named !== undefined && mentions(topic, named)
}

/** True sentences for a song: the request's own first, then the library's, else a dictionary's. */
export function factsToSing(input: SubjectMatter): string[] {
  const own = singableFacts(input.facts, input.keyTerms)
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  const rest = topic ? topic.facts.filter((fact) => !own.includes(fact)) : lookedUp(input, own)
  return [...own, ...rest].slice(0, Math.max(most, Math.min(24, own.length)))
}

/**
 * What the class should learn with the song: facts (the request's own first, then the library's, then a dictionary's), key
 * concepts in a child's words, objectives with codes, and three questions of rising depth.
 */
export function composeEducation(input: Input): EducationalContext {
  const topic = input.topicId === null ? undefined : topicById(input.topicId)
  const facts = factsToSing(input)
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
