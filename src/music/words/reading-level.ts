import { daleChall } from 'dale-chall'
import { mentions } from './mentions.js'
import { bareWord, syllablesOfWord, wordsOf } from './pronunciation.js'

/**
 * Flesch–Kincaid grade of sung lines: each line is a sentence (lyrics have no full stops), and a key term counts as the two
 * syllables of an easy word, for it is what the class is here to learn.
 */
export function readingGrade(lines: readonly string[], keyTerms: readonly string[]): number {
  let words = 0
  let syllables = 0
  const taught = keyTerms.flatMap(wordsOf)
  for (const line of lines)
    for (const word of wordsOf(line)) {
      words++
      const size = syllablesOfWord(word)
      syllables += size > 2 && taught.some((term) => mentions(word, term)) ? 2 : size
    }
  if (words === 0) return 0
  return Math.max(0, 0.39 * (words / lines.length) + 11.8 * (syllables / words) - 15.59)
}

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
