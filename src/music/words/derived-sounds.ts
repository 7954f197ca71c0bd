import type { Phonemes } from './phonemes.js'

type LookUp = (word: string) => Phonemes[]

const weak = (sounds: Phonemes): string[] => sounds.map((sound) => sound.replace('1', '2'))
const last = (sounds: Phonemes): string => sounds.at(-1) ?? ''
const isVoiced = (sound: string): boolean => !/^(P|T|K|F|TH|S|SH|CH)$/.test(sound)

/** The sound of "-s" and "-ed" depends on what they follow: cats, dogs, buses; asked, begged, wanted. */
const plural = (stem: Phonemes): string[] =>
  /^(S|Z|SH|ZH|CH|JH)$/.test(last(stem)) ? ['AH0', 'Z'] : [isVoiced(last(stem)) ? 'Z' : 'S']
const past = (stem: Phonemes): string[] =>
  /^[TD]$/.test(last(stem)) ? ['AH0', 'D'] : [isVoiced(last(stem)) ? 'D' : 'T']

const suffixes: readonly (readonly [string, (stem: Phonemes) => string[]])[] = [
  ["'s", plural],
  ['es', plural],
  ['s', plural],
  ['ed', past],
  ['d', past],
  ['ing', () => ['IH0', 'NG']],
  ['ings', () => ['IH0', 'NG', 'Z']],
  ['er', () => ['ER0']],
  ['ers', () => ['ER0', 'Z']],
  ['est', () => ['AH0', 'S', 'T']],
  ['ly', () => ['L', 'IY0']],
  ['ness', () => ['N', 'AH0', 'S']],
  ['less', () => ['L', 'AH0', 'S']],
  ['ful', () => ['F', 'AH0', 'L']],
  ['ment', () => ['M', 'AH0', 'N', 'T']],
  ['able', () => ['AH0', 'B', 'AH0', 'L']],
  ['ish', () => ['IH0', 'SH']],
  ['like', () => ['L', 'AY2', 'K']],
  ['y', () => ['IY0']],
  ['ist', () => ['IH0', 'S', 'T']],
  ['ism', () => ['IH2', 'Z', 'AH0', 'M']],
  ['wise', () => ['W', 'AY2', 'Z']],
  ['ward', () => ['W', 'ER0', 'D']],
]
const prefixes: Record<string, string> = {
  un: 'AH0 N',
  re: 'R IY0',
  non: 'N AA0 N',
  over: 'OW2 V ER0',
  under: 'AH2 N D ER0',
  pre: 'P R IY0',
  sub: 'S AH0 B',
  super: 'S UW2 P ER0',
  micro: 'M AY2 K R OW0',
  photo: 'F OW2 T OW0',
  bio: 'B AY2 OW0',
  geo: 'JH IY2 OW0',
  hydro: 'HH AY2 D R OW0',
  thermo: 'TH ER2 M OW0',
  electro: 'IH0 L EH2 K T R OW0',
  multi: 'M AH2 L T IY0',
  inter: 'IH2 N T ER0',
  anti: 'AE2 N T IY0',
  semi: 'S EH2 M IY0',
  mis: 'M IH0 S',
  dis: 'D IH0 S',
  bi: 'B AY0',
  tri: 'T R AY0',
  out: 'AW2 T',
  eco: 'IY2 K OW0',
  poly: 'P AA2 L IY0',
  exo: 'EH2 K S OW0',
  endo: 'EH2 N D OW0',
}

/** Spellings that a stem may have lost before its suffix: hoping (hope), running (run), tries (try). */
function stemsOf(word: string, suffix: string): string[] {
  const stem = word.slice(0, -suffix.length)
  const stems = [stem, `${stem}e`]
  if (/([bdgklmnprt])\1$/.test(stem)) stems.push(stem.slice(0, -1))
  if (stem.endsWith('i')) stems.push(`${stem.slice(0, -1)}y`)
  return stems
}

/**
 * The sound of a word the dictionary does not know, from parts that it does: inflected ("photosynthesising"), prefixed
 * ("nonliving"), compound ("stormcloud"). `undefined` when the parts are not known either.
 */
export function derivedSounds(word: string, lookUp: LookUp): Phonemes | undefined {
  for (const [suffix, sounds] of suffixes) {
    if (!word.endsWith(suffix) || word.length - suffix.length < 3) continue
    for (const stem of stemsOf(word, suffix)) {
      const known = lookUp(stem)[0]
      if (known) return [...known, ...sounds(known)]
    }
  }
  for (const [prefix, sounds] of Object.entries(prefixes)) {
    const known =
      word.startsWith(prefix) && word.length - prefix.length > 3 ? lookUp(word.slice(prefix.length))[0] : undefined
    if (known) return [...sounds.split(' '), ...known]
  }
  for (let at = word.length - 3; at >= 3; at--) {
    const [first] = lookUp(word.slice(0, at))
    const [second] = lookUp(word.slice(at))
    if (first && second) return [...first, ...weak(second)]
  }
  return undefined
}
