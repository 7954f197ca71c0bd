import type { RhymeKind } from '../../domain/session/line-check.js'
import { bareWord, isVowel, type Phonemes, soundsOf, wordsOf } from './pronunciation.js'
import { spokenWords } from './spoken.js'

const withoutStress = (phoneme: string): string => phoneme.replace(/\d$/, '')

/** Before R the dictionary writes one sound two ways: "near" IH R, "here" IY R. */
const asHeard = (phonemes: string[]): string[] =>
  phonemes.map((phoneme, at) => (phoneme === 'IY' && phonemes[at + 1] === 'R' ? 'IH' : phoneme))

/** Vowels so near that singers let them pass: been and seen. */
const near = new Set(['IH IY', 'IY IH', 'EH IH', 'IH EH', 'AA AO', 'AO AA', 'UH UW', 'UW UH', 'AE EH', 'EH AE'])

/** What must agree for a rhyme: all from the last stressed vowel on (primary or secondary). */
function rhymingPart(phonemes: Phonemes): string[] {
  let from = phonemes.findLastIndex((phoneme) => /[12]$/.test(phoneme))
  if (from < 0) from = phonemes.findLastIndex(isVowel)
  return asHeard(phonemes.slice(Math.max(0, from)).map(withoutStress))
}

/** From the last vowel on, stressed or not: "gravity" and "tree" meet here. */
const lastVowelOn = (phonemes: Phonemes): string[] =>
  phonemes.slice(Math.max(0, phonemes.findLastIndex(isVowel))).map(withoutStress)

const equal = (a: string[], b: string[]): boolean =>
  a.length === b.length && a.every((phoneme, at) => phoneme === b[at])

function rhymeOfSounds(a: Phonemes, b: Phonemes): RhymeKind {
  const partA = rhymingPart(a)
  const partB = rhymingPart(b)
  if (equal(partA, partB)) return 'perfect'
  const tailA = lastVowelOn(a)
  const tailB = lastVowelOn(b)
  if (equal(tailA, tailB)) return 'slant'
  if (partA[0] === partB[0] && partA.length === partB.length) return 'slant'
  if (near.has(`${partA[0]} ${partB[0]}`) && equal(partA.slice(1), partB.slice(1))) return 'slant'
  return 'none'
}

const order: RhymeKind[] = ['perfect', 'slant', 'none', 'unknown']

/** How a written word may end: all its pronunciations; of "1789" those of "nine". */
function endings(word: string): readonly Phonemes[] {
  const spoken = spokenWords(word)
  const last = spoken.at(-1)
  if (!last) return []
  return spoken.length === 1 && bareWord(last.text) === bareWord(word) ? soundsOf(word) : [last.sounds]
}

/** Keys of the sounds that a word rhymes by; words that share one rhyme perfectly. */
export const rhymeKeys = (word: string): string[] => [
  ...new Set(endings(word).map((sounds) => rhymingPart(sounds).join(' '))),
]

/** How two words rhyme by sound: the best that any pair of their pronunciations gives. */
export function rhymeOfWords(a: string, b: string): RhymeKind {
  if (bareWord(a) === bareWord(b)) return 'same'
  const kinds = endings(a).flatMap((soundA) => endings(b).map((soundB) => rhymeOfSounds(soundA, soundB)))
  return order.find((kind) => kinds.includes(kind)) ?? 'unknown'
}

export const lastWord = (line: string): string => wordsOf(line).at(-1) ?? ''

export const rhymeOfLines = (a: string, b: string): RhymeKind => rhymeOfWords(lastWord(a), lastWord(b))
