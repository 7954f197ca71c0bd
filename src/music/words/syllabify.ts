import { functionWords, weightyWords } from '../../knowledge/word-lists/function-words.js'
import { hyphenated } from './hyphenate.js'
import { bareWord, isVowel, type Phonemes, wordsOf } from './pronunciation.js'
import { remembered } from './remembered.js'
import { spokenWords } from './spoken.js'

/** A syllable as it is sung: its letters, its stress, the number of its (sung) word in the line, and whether a singer can hold it open. */
export interface SungSyllable {
  text: string
  /** 0 weak, 1 strong, 2 secondary, as in the CMU dictionary. */
  stress: 0 | 1 | 2
  word: number
  /** Ends in a vowel that carries: "sea", "sky", "go". */
  open: boolean
}

const cache = new Map<string, Omit<SungSyllable, 'word'>[]>()

function stressOf(text: string, vowels: string[], at: number): 0 | 1 | 2 {
  const bare = bareWord(text)
  if (vowels.length === 1) return functionWords.has(bare) ? (weightyWords.has(bare) ? 2 : 0) : 1
  return Number(vowels[at]?.at(-1) ?? 0) as 0 | 1 | 2
}

function piecesOf(text: string, sounds: Phonemes): Omit<SungSyllable, 'word'>[] {
  const key = `${text} ${sounds.join(' ')}`
  const known = cache.get(key)
  if (known) return known
  const vowels = sounds.filter(isVowel)
  const [, before = '', core = text, after = ''] = /^([^\p{L}\d]*)(.*?)([^\p{L}\d]*)$/u.exec(text) ?? []
  const letters = hyphenated(core, vowels.length)
  letters[0] = before + (letters[0] ?? '')
  letters[letters.length - 1] += after
  const endsOpen = /^(IY|EY|AY|OW|UW|AA|AO|AW|OY)\d$/.test(sounds.at(-1) ?? '')
  const pieces = letters.map((piece, at) => ({
    text: piece,
    stress: stressOf(text, vowels, at),
    open: at === letters.length - 1 ? endsOpen : /[aeiouy]$/i.test(piece),
  }))
  if (cache.size > 20_000) cache.clear()
  cache.set(key, pieces)
  return pieces
}

/**
 * A line in the pieces that notes carry, punctuation kept. There are as many as the line has syllables by its pronunciation
 * (`syllablesOfLine`); numbers, acronyms and formulas come as the words they are read as.
 */
export const syllabify = remembered((line): readonly SungSyllable[] => {
  const sung: SungSyllable[] = []
  let word = 0
  for (const written of wordsOf(line))
    for (const { text, sounds } of spokenWords(written)) {
      for (const piece of piecesOf(text, sounds)) sung.push({ ...piece, word })
      word++
    }
  return sung
})
