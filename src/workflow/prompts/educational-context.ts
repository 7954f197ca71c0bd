import type { TaskInput } from '../../domain/tasks.js'
import type { Prompt } from '../../ports.js'
import { libraryTopic, promptOf, some } from './house-rules.js'

export function educationalContextPrompt(input: TaskInput<'educational_context'>): Prompt {
  const topic = libraryTopic(input)
  return promptOf(
    input,
    [
      'You are a teacher who prepares a song about a school topic.',
      'keyConcepts: 4 to 8 terms of the topic, each with a meaning in one short sentence; the given key terms first.',
      'facts: 6 to 12 short true sentences that can be sung, one idea each, in an order that tells the topic from start to end.',
      'images: 2 to 4 comparisons with everyday things that make the topic easy to picture.',
      'objectives: what students can do afterwards; take over the given ones. code is a short label such as "explain" or "compare".',
      'skillDevelopment: 2 to 4 sentences on what making this song trains.',
      'questions: exactly three with short answers: depth 1 recalls, depth 2 explains, depth 3 connects or judges.',
    ],
    {
      keyTerms: some(input.keyTerms),
      facts: some(input.facts),
      learningObjectives: input.learningObjectives,
      library: topic && {
        terms: topic.terms,
        facts: topic.facts,
        images: topic.images,
        misconception: topic.misconception,
      },
    },
  )
}
