import type { EducationalContext, TaskInput } from '../../../domain/tasks.js'
import { lastWord, rhymeKeys } from '../../words/rhyme.js'
import { syllabify } from '../../words/syllabify.js'

/** The term that gives a singer most to do: the longest in syllables. */
const hardest = (terms: readonly string[]): string =>
  [...terms].sort((a, b) => syllabify(b).length - syllabify(a).length)[0] ?? ''

const spelledOut = (term: string): string => {
  let last = -1
  return syllabify(term)
    .map(({ text, word, stress }) => {
      const joined = word === last ? '-' : ' '
      last = word
      return joined + (stress === 1 ? text.toUpperCase() : text)
    })
    .join('')
    .trim()
}

/** What this very song lets a student practise, in the words of its level. */
export function skillsOf(
  { topic, skillLevel, facts }: TaskInput<'educational_context'>,
  concepts: EducationalContext['keyConcepts'],
): string[] {
  const terms = concepts.map(({ term }) => term)
  const long = hardest(terms)
  const size = syllabify(long).length
  const other = terms.find((term) => term !== long) ?? topic
  const rhyme = rhymeKeys(lastWord(other))[0]
  const beginner = skillLevel === 'beginner'
  return [
    `Say "${long}" in rhythm: ${spelledOut(long)}, ${size} ${size === 1 ? 'syllable' : 'syllables'}, with the strong one on the beat.`,
    rhyme && !beginner
      ? `Find words that rhyme with "${lastWord(other)}" by sound, not by spelling, and test them in a line of your own.`
      : `Find a word that sounds like the end of "${lastWord(other)}" and sing the two after each other.`,
    `${beginner ? 'Choose' : 'Choose and defend'} the fact about ${topic} that the chorus should hold on to.`,
    facts.length > 0 && !beginner
      ? 'Check each sung line against the fact it came from: what was shortened, and is it still true?'
      : 'Match each line you sing with the fact it tells.',
  ].map((text) => text.slice(0, 300))
}
