import { daleChall } from 'dale-chall'
import { mentions } from './mentions.js'
import { bareWord, syllablesOfWord, wordsOf } from './pronunciation.js'
import { remembered } from './remembered.js'

/** How many words a text has, and how many syllables they count for. */
export interface WordCount {
  words: number
  syllables: number
}

const sizes = new WeakMap<readonly string[], (word: string) => number>()

/**
 * The syllables that a word counts for: one of a key term for no more than the two of an easy word, for it is what the class is
 * here to learn. Couplets are weighed by the dozen beside the same terms, so that what was counted is kept with them.
 */
function sizeBeside(keyTerms: readonly string[]): (word: string) => number {
  let size = sizes.get(keyTerms)
  if (!size) {
    const taught = keyTerms.flatMap(wordsOf)
    size = remembered((word) => {
      const syllables = syllablesOfWord(word)
      return syllables > 2 && taught.some((term) => mentions(word, term)) ? 2 : syllables
    })
    sizes.set(keyTerms, size)
  }
  return size
}

export function countWords(texts: readonly string[], keyTerms: readonly string[]): WordCount {
  const sizeOf = sizeBeside(keyTerms)
  const words = texts.flatMap(wordsOf)
  return { words: words.length, syllables: words.reduce((sum, word) => sum + sizeOf(word), 0) }
}

/** Flesch and Kincaid's grade of so many words in so many sentences; not below 0. */
export const gradeOf = ({ words, syllables }: WordCount, sentences: number): number =>
  words === 0 ? 0 : Math.max(0, 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59)

/** The grade of these sentences; lines that have no full stops are a sentence each. */
export const readingGrade = (sentences: readonly string[], keyTerms: readonly string[]): number =>
  gradeOf(countWords(sentences, keyTerms), sentences.length)

const familiar = new Set(daleChall)

/** Whether nearly every child of ten knows the word in some form (Dale and Chall's list of three thousand). */
export function isFamiliar(word: string): boolean {
  const bare = bareWord(word)
  const forms = [
    bare,
    bare.replace(/s$/, ''),
    bare.replace(/es$/, ''),
    bare.replace(/ies$/, 'y'),
    bare.replace(/'s$/, ''),
  ]
  const ended = bare.replace(/(ed|ing|er|ly|est)$/, '')
  forms.push(ended, `${ended}e`, ended.replace(/(.)\1$/, '$1'))
  return forms.some((form) => familiar.has(form))
}
