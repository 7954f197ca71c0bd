import { glossesWith, lineAt, lineOf } from './wordnet-files.js'

/** A word with its meaning, as "a mountain formed by volcanic material"; no full stop. */
export interface Meaning {
  word: string
  meaning: string
  /** WordNet files its nouns by such kinds. */
  sort: 'person' | 'animal' | 'act' | 'substance' | 'food' | 'thing'
}

/** One sense of a noun in WordNet, with the words it is linked to: the usual ones first. */
export interface DictionaryEntry extends Meaning {
  /** What its gloss says besides the definition: "the object is to checkmate the opponent's king". */
  also: string[]
  isA: Meaning[]
  kinds: Meaning[]
  parts: Meaning[]
  partOf: Meaning[]
  /** Words of its field: for chess the castle, the pawn, the gambit. */
  field: Meaning[]
}

const remembered = new Map<string, DictionaryEntry[]>()

interface Synset {
  words: string[]
  gloss: string
  file: string
  links: { sign: string; offset: number; isNoun: boolean }[]
}

function synset(offset: number): Synset {
  const line = lineAt('data.noun', offset)
  const [head = '', gloss = ''] = line.split(' | ')
  const parts = head.split(' ')
  const words = Number.parseInt(parts[3] ?? '0', 16)
  const links: Synset['links'] = []
  const from = 4 + words * 2
  for (let n = 0; n < Number(parts[from]); n++)
    links.push({
      sign: parts[from + 1 + n * 4]!,
      offset: Number(parts[from + 2 + n * 4]),
      isNoun: parts[from + 3 + n * 4] === 'n',
    })
  return {
    words: Array.from({ length: words }, (_, n) => parts[4 + n * 2]!.replaceAll('_', ' ')),
    gloss,
    file: parts[1] ?? '',
    links,
  }
}

/** Slips of the pen in glosses that songs have met. */
const slips: readonly (readonly [string, string])[] = [
  ['controls amount of', 'controls the amount of'],
  ['the rails of railroad', 'the rails of a railroad'],
  ['of Cretaceous', 'of the Cretaceous'],
  ['by the omitting terms', 'by leaving out terms'],
  ['the male having', 'whose male has'],
  ['of e.g. ', 'of '],
]

/** A gloss in its clauses, without asides and examples: "(chemistry) a reaction …; "it rusts"" is "a reaction …". */
const clausesOf = (gloss: string): string[] =>
  slips
    .reduce((text, [slip, mended]) => text.replace(slip, mended), gloss)
    .replace(/"[^"]*("|$)/g, '')
    .replace(/\([^)]*\)/g, '')
    .replace(/`([^`']*)'/g, '$1')
    .split(';')
    .map((clause) =>
      clause
        .replace(/,? especially [A-Z]\w+/g, '')
        .replace(/\s+/g, ' ')
        .replace(/\s+([,.])/g, '$1')
        .trim()
        .replace(/(?: or \w+)?[,:]? etc\.?$|^or /, ''),
    )
    .filter((clause) => clause !== '')

const sorts: Readonly<Record<string, Meaning['sort']>> = {
  '18': 'person',
  '04': 'act',
  '22': 'act',
  '27': 'substance',
  '13': 'food',
  '05': 'animal',
}
const sortOf = ({ file }: Synset): Meaning['sort'] => sorts[file] ?? 'thing'

/** A person goes by the fullest of the names; anything else by its usual one. */
const nameOf = (set: Synset): string =>
  (sortOf(set) === 'person' &&
    /^[A-Z]/.test(set.words[0] ?? '') &&
    set.words.find((word) => /^[A-Z]\w+ [A-Z]\w+$/.test(word) && !/^Father of/.test(word))) ||
  set.words[0]!

const meaningOf = (set: Synset): Meaning => ({
  word: nameOf(set),
  meaning: clausesOf(set.gloss)[0] ?? '',
  sort: sortOf(set),
})

const singular = (word: string): string[] => [
  word,
  word.replace(/ies$/, 'y'),
  word.replace(/ves$/, 'f'),
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
  word.replace(/ia$/, 'ion'),
  word.replace(/ae$/, 'a'),
]

/** Senses beyond the fourth are seldom what a class means. */
const mostSenses = 4
const mostLinks = 12

function entryAt(offset: number, word: string): DictionaryEntry {
  const set = synset(offset)
  const linked = (...signs: string[]) =>
    set.links
      .filter(({ sign, isNoun }) => isNoun && signs.includes(sign))
      .slice(0, mostLinks)
      .map((link) => meaningOf(synset(link.offset)))
  return {
    ...meaningOf(set),
    word: set.words.find((lemma) => lemma.toLowerCase() === word) ?? word,
    also: clausesOf(set.gloss).slice(1),
    isA: linked('@', '@i'),
    kinds: linked('~', '~i'),
    parts: linked('%p', '%s', '%m'),
    partOf: linked('#p', '#m'),
    field: linked('-c', '+'),
  }
}

/** As the dictionary writes a word: small letters, no marks, no article. */
const keyOf = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/^(the|a|an|our|my|your) /, '')
    .replaceAll(' ', '_')

/** Whether a sense is somebody's name only: "Bridges" is no bridges. */
const isNameOnly = (offset: number, form: string): boolean =>
  synset(offset).words.some((word) => word.toLowerCase() === form && word !== form)

/** "Clocks" are more than one clock, though a weed is called so too; "physics" is no plural. */
function keysOf(word: string): string[] {
  const [whole = '', ...others] = new Set(singular(keyOf(word)))
  const own = lineOf('index.noun', whole)?.split(' ')[2]
  const isPlural = (own === '1' || own === '2') && /[^su]s$/.test(whole) && !/(ics|is)$/.test(whole)
  return isPlural ? [...others, whole] : [whole, ...others]
}

function find(word: string): DictionaryEntry[] {
  for (const key of keysOf(word)) {
    const parts = lineOf('index.noun', key)?.trim().split(' ')
    if (!parts) continue
    const form = key.replaceAll('_', ' ')
    const offsets = parts.slice(-Number(parts[2])).map(Number)
    const meant = /^[a-z]/.test(word) ? offsets.filter((offset) => !isNameOnly(offset, form)) : offsets
    if (meant.length > 0) return meant.slice(0, mostSenses).map((offset) => entryAt(offset, form))
  }
  return []
}

function recall<T>(memory: Map<string, T>, word: string, work: (word: string) => T): T {
  let known = memory.get(word)
  if (known === undefined) {
    if (memory.size > 2000) memory.clear()
    known = work(word)
    memory.set(word, known)
  }
  return known
}

/** The senses of a noun of one or more words in WordNet, in singular or plural, the usual one first; none when it has none. */
export const lookUp = (word: string): DictionaryEntry[] => recall(remembered, word, find)

/** Whether a word is one of the language's own, and no name: "school" and "famous" are, "Mariana" and "Zorblax" are not. */
export const isCommonWord = (word: string): boolean =>
  find(word.toLowerCase()).length > 0 ||
  (['index.adj', 'index.verb', 'index.adv'] as const).some((file) =>
    singular(keyOf(word)).some((key) => lineOf(file, key)),
  )

/** Whether a word can say how something is: "common", "brown". */
export const isAdjective = (word: string): boolean => lineOf('index.adj', keyOf(word)) !== undefined

const mentioning = new Map<string, Meaning[]>()

/** Words whose definition speaks of this one, in its singular: of "penguin" the Adelie, of "saxophone" its inventor. */
export const wordsThatSpeakOf = (word: string): Meaning[] =>
  recall(mentioning, word, (key) => glossesWith(key, 60).map((offset) => meaningOf(synset(offset))))
