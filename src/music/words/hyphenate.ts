import hyphen from 'hyphen'
import patterns from 'hyphen/patterns/en-us.js'
import { syllableBreaks } from '../../knowledge/word-lists/syllable-breaks.js'

const hyphenate = hyphen(patterns, { hyphenChar: '|', minWordLength: 3 })

const isVowelLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /^[aeiouyøœæ]/i.test(letter.normalize('NFD'))
const hasVowel = (letters: string): boolean => Array.from(letters).some(isVowelLetter)
const together = /^(th|sh|ch|ph|wh|ck|ng|qu|gh|tr|dr|br|cr|fr|gr|pr|bl|cl|fl|gl|pl|sl|st|sp|sc|sk|sm|sn|sw)$/i

/** Places inside a word where a new syllable may begin by its letters, best first. */
function breaksByLetters(word: string): number[] {
  const places: number[] = []
  for (let at = 1; at < word.length; at++) {
    if (!isVowelLetter(word[at]) || isVowelLetter(word[at - 1])) continue
    if (!hasVowel(word.slice(0, at))) continue
    let from = at - 1
    if (from > 0 && !isVowelLetter(word[from - 1]) && together.test(word.slice(from - 1, from + 1))) from--
    if (from > 0 && hasVowel(word.slice(0, from))) places.push(from)
  }
  // The e of "races" and "wishes" is sung; that of "leaves" and "raced" is not.
  const silent = /[^aeiouy]e(s|d)?$/i.test(word) && !/([^aeiouy]l|[td])e(s|d)?$|([sxzcg]|[cs]h)es$/i.test(word)
  if (silent) places.pop()
  for (let at = 1; at < word.length; at++)
    if (
      isVowelLetter(word[at]) &&
      isVowelLetter(word[at - 1]) &&
      !/^(ai|ay|ea|ee|oo|ou|ow|oi|oy|au|aw|ei|ey|qu)$/i.test(word.slice(at - 1, at + 1))
    )
      places.push(at)
  const rest = word.search(/(thm|sm)s?$/i)
  if (rest > 0) places.push(rest + (/thms?$/i.test(word) ? 2 : 1))
  for (let at = word.length - 1; at > 0; at--) places.push(at)
  return [...new Set(places)]
}

/**
 * A word in as many pieces as it has syllables, broken where a dictionary breaks it: "breath|ing", never "breat|hing".
 * Words that the patterns break wrongly have a list; where they give fewer breaks (they keep short ends together: "tiny") the letters
 * decide.
 */
export function hyphenated(word: string, syllables: number): string[] {
  if (syllables <= 1 || word.length < syllables) return [word]
  const known = syllableBreaks.get(word.toLowerCase())?.find(({ length }) => length === syllables)
  if (known) return lettersOf(word, known)
  // A plural's s, or an owner's, stays with the syllable it closes: "i-de-as", never "i-dea-s".
  const [, base, ending] = /^(.{2,}[^s'’])(s|['’]s)$/i.exec(word) ?? []
  if (base && ending && (/[aiou]$/i.test(base) || syllableBreaks.has(base.toLowerCase()))) {
    const pieces = hyphenated(base, syllables)
    return [...pieces.slice(0, -1), pieces.at(-1) + ending]
  }
  return byPatterns(word, syllables)
}

/** The letters of a word in pieces as long as those of `pieces`, so that its capitals stay. */
function lettersOf(word: string, pieces: readonly string[]): string[] {
  let at = 0
  return pieces.map(({ length }) => {
    at += length
    return word.slice(at - length, at)
  })
}

function byPatterns(word: string, syllables: number): string[] {
  const marked = hyphenate(word) as string
  const breaks: number[] = []
  for (let at = 0, letter = 0; at < marked.length; at++) {
    if (marked[at] === '|' && word[letter] !== '|') breaks.push(letter)
    else letter++
  }
  dropVowelless(breaks, word)
  while (breaks.length > syllables - 1) breaks.splice(shortestPiece(breaks, word.length), 1)
  for (const place of breaksByLetters(word)) {
    if (breaks.length >= syllables - 1) break
    if (
      !breaks.includes(place) &&
      !breaks.some(
        (taken) => Math.abs(taken - place) < 2 && !(isVowelLetter(word[place]) && isVowelLetter(word[place - 1])),
      )
    )
      breaks.push(place)
  }
  for (const place of breaksByLetters(word))
    if (breaks.length < syllables - 1 && !breaks.includes(place)) breaks.push(place)
  breaks.sort((a, b) => a - b)
  return [0, ...breaks].map((from, n) => word.slice(from, breaks[n]))
}

/** Patterns made for print may part "plas|ts"; what has no vowel cannot be sung alone. */
function dropVowelless(breaks: number[], word: string): void {
  for (let n = breaks.length - 1; n >= 0; n--) {
    const after = word.slice(breaks[n], breaks[n + 1])
    const before = word.slice(breaks[n - 1] ?? 0, breaks[n])
    if (!hasVowel(after) || !hasVowel(before)) breaks.splice(n, 1)
  }
}

/** The break whose removal joins the two shortest neighbours. */
function shortestPiece(breaks: number[], length: number): number {
  const ends = [0, ...breaks, length]
  let best = 0
  for (let n = 0; n < breaks.length; n++) if (ends[n + 2]! - ends[n]! < ends[best + 2]! - ends[best]!) best = n
  return best
}
