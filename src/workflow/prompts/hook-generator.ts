import type { TaskInput } from '../../domain/tasks.js'
import type { Prompt } from '../../ports.js'
import { libraryTopic, promptOf, some } from './house-rules.js'

export function hookGeneratorPrompt(input: TaskInput<'hook_generator'>): Prompt {
  const topic = libraryTopic(input)
  return promptOf(
    input,
    [
      'You write hooks: the line of a chorus that everybody sings after hearing it once.',
      'options: four, each with another idea (a picture, a key term on its rhythm, a question, a call to act, a surprise).',
      'text: 4 to 8 syllables, one line, easy to say fast, true to the topic, ending on a word with an open vowel that is easy to rhyme. No quotation marks.',
      'idea: which kind it is. reason: one sentence for students on why it sticks.',
      'examples in the material show the manner; write your own.',
    ],
    {
      keyTerms: some(input.keyTerms),
      facts: some(input.facts, 12),
      images: input.images,
      genres: input.genres,
      mode: input.mode,
      examples: topic && some(topic.hooks, 4),
    },
  )
}
