import { dictionary } from 'cmu-pronouncing-dictionary'

/*
 * Words by the CMU dictionary and nothing else. The composer has ways to guess at what the dictionary lacks; the proof has not,
 * so that a guess cannot confirm itself.
 */

const bare = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^[^a-z]+|[^a-z]+$/g, '')

/** Every pronunciation of a word, as phonemes. */
export const soundsOf = (word: string): string[][] =>
  [1, 2, 3, 4]
    .map((n) => dictionary[n === 1 ? bare(word) : `${bare(word)}(${n})`])
    .filter((entry) => entry !== undefined)
    .map((entry) => entry.split(' '))

const isVowel = (phoneme: string): boolean => /\d$/.test(phoneme)

/** From the last vowel with stress on, without the stress marks. */
function rhymeOf(sounds: string[]): string {
  const from = sounds.findLastIndex((phoneme) => /[12]$/.test(phoneme))
  return sounds
    .slice(Math.max(0, from))
    .map((phoneme) => phoneme.replace(/\d/, ''))
    .join(' ')
}

const lastWord = (line: string): string => bare(line.split(/[\s–—-]+/).findLast((word) => bare(word) !== '') ?? '')

/** Whether two lines end in a full rhyme of two different words. A word the dictionary lacks does not rhyme. */
export function linesRhyme(a: string, b: string): boolean {
  const [endA, endB] = [lastWord(a), lastWord(b)]
  if (endA === endB) return false
  const keys = new Set(soundsOf(endA).map(rhymeOf))
  return soundsOf(endB).some((sounds) => keys.has(rhymeOf(sounds)))
}

const unstressed = new Set(
  (
    'a an the and or but nor so yet if than then as at by for from in into of off on onto out over per to up upon via with i me my we us our you your ' +
    'he him his she her it its they them their who whom whose which what that this these those am is are was were be been being do does did have has had ' +
    'can could will would shall should may might must not no too when where while though since till until because there here some any all each both such ' +
    "like just very it's that's there's we're you're they're he's she's i'm i've we've we'll you'll they'll it'll let's can't won't don't doesn't didn't isn't aren't"
  ).split(' '),
)

/** The stress of each of a word's `count` syllables, or null when the dictionary has no such pronunciation. */
export function stressesOf(word: string, count: number): number[] | null {
  if (count === 1 && unstressed.has(bare(word))) return [0]
  for (const sounds of soundsOf(word)) {
    const vowels = sounds.filter(isVowel)
    if (vowels.length === count) return count === 1 ? [1] : vowels.map((vowel) => Number(vowel.at(-1)))
  }
  return null
}
