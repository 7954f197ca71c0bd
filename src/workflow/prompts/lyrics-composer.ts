import type { PlannedLine, PlannedSection } from '../../domain/plan.js'
import type { TaskInput } from '../../domain/tasks.js'
import type { Prompt } from '../../ports.js'
import { libraryTopic, promptOf, some } from './house-rules.js'

const line = ({ syllables: { min, best, max }, rhyme, hook }: PlannedLine) =>
  hook ? 'the hook, word for word' : `${min} to ${max} syllables, best ${best}${rhyme ? `, rhyme ${rhyme}` : ''}`

const section = ({ kind, label, lines }: PlannedSection) => ({ kind, label, lines: lines.map(line) })

export function lyricsComposerPrompt(input: TaskInput<'lyrics_composer'>): Prompt {
  const topic = libraryTopic(input)
  return promptOf(
    input,
    [
      'You write the words of a song that teaches.',
      'sections: exactly the sections of the plan, in its order, each with exactly its number of lines. The plan says of each line how many syllables it has and which lines of its section rhyme (same letter).',
      'Count syllables. A word does not rhyme with itself; rhymes are heard, not seen ("love" and "move" do not rhyme).',
      'Sing the facts and key terms; each verse tells something new, in order; the bridge turns to another side of the topic. Natural word order, no filler.',
      'Lines marked as the hook are the hook, word for word. title: short, with words of the hook.',
      'If the material holds "previous", keep its lines and change only what the findings name.',
    ],
    {
      hook: input.hook,
      keyTerms: some(input.keyConcepts),
      facts: some(input.facts),
      images: input.images,
      genres: input.genres,
      rhymes: topic && some(topic.rhymes, 8),
      plan: input.sections.map(section),
      previous: input.previous,
    },
  )
}
