import type { EducationalContext } from '../../../domain/tasks.js'
import type { Topic } from '../../../domain/topic.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const sentence = (text: string): string => `${capital(text).replace(/[.!?]+$/, '')}.`

/** Three questions, each deeper than the one before: recall, explain, connect or judge. Answers are for the teacher. */
export function askQuestions(
  subject: string,
  facts: readonly string[],
  concepts: EducationalContext['keyConcepts'],
  topic: Topic | undefined,
): EducationalContext['questions'] {
  if (topic) return topic.questions.map(({ question, answer }, at) => ({ question, answer, depth: at + 1 }))
  const known = concepts.find(({ meaning }) => meaning !== '')
  const [first = '', second = first] = facts
  return [
    known
      ? { question: `What does "${known.term}" mean?`, answer: sentence(known.meaning), depth: 1 }
      : { question: `Name one fact about ${subject} from the song.`, answer: sentence(first), depth: 1 },
    {
      question: `Explain in your own words: ${first.replace(/[.!?]+$/, '')}. How do we know, or why is it so?`,
      answer: `A good answer builds on: ${sentence(second)}`,
      depth: 2,
    },
    {
      question: `Which fact about ${subject} matters most to people today, and which line of the song would you change to say so?`,
      answer: 'Accept a choice with a reason that rests on a fact of the song, and a line that stays true.',
      depth: 3,
    },
  ]
}
