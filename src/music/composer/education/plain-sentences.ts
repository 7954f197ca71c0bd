import type { DictionaryEntry, Meaning } from '../../../knowledge/dictionary.js'
import { pronunciations, wordsOf } from '../../words/pronunciation.js'
import { isFamiliar } from '../../words/reading-level.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const article = (word: string): string => (/^([aeio]|u(?!ni|se|su|ti))/i.test(word) ? 'an' : 'a')
const withArticle = (word: string): string => `${article(word)} ${word}`
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const pluralOf = (word: string): string =>
  /(s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`

/** Nouns that take no article and no plural. */
const uncounted =
  /(?:^|[ -])(game|sport|science|art|gas|metal|liquid|language|disease|substance|process|material|matter|colou?r|theory|method|system|subject|branch|water|earth|ice|soil|snow|rock|music|food|paper|wood|fabric|work|\w+work|needlework|food|flesh|fur|sand|mud|clay|gravel|equipment|clothing|furniture|energy|electricity|information|software|poetry|literature|weather|\w+ness|\w+ment|\w+ing|\w+tion)$/

/** The noun that a meaning turns on: "large penguin on islands" is a penguin. */
function headOf(meaning: string): string {
  const words = meaning.replace(/,/g, ' ,').split(' ')
  const end = words.findIndex(
    (word, at) =>
      at > 0 &&
      /^(of|on|in|at|by|with|for|from|to|that|which|who|whose|where|when|having|used|made|formed|consisting|designed|containing|shaped|resembling|near|between|through|along|under|over|into|native|usually|often|built|dug|frozen|worn|held|kept|cut|,|and|or|[a-z]+ed)$/.test(
        word,
      ),
  )
  return words[(end < 0 ? words.length : end) - 1] ?? ''
}

const isMany = (noun: string): boolean =>
  /([^s]s|people|children|men|feet|teeth|mice)$/.test(noun) && !/(us|is|ss|ics)$/.test(noun)

/** A meaning as it stands behind "is"; null where it cannot ("weedy annual", "comprising all …"). */
function asPhrase(meaning: string, sort: Meaning['sort']): string | null {
  const head = headOf(meaning)
  if (/^(having|being|comprising|relating|pertaining)\b/.test(meaning)) return null
  if (/^(a|an|the|one|someone|something|all|either|each|both)\b/i.test(meaning))
    return isMany(head) && /^(a|an|the) /.test(meaning) ? null : meaning
  if (/^[a-z]+ing\b/.test(meaning) && sort === 'act') return meaning
  if (!/^[a-z-]+$/i.test(head) || pronunciations(head).length === 0) return null
  if (isMany(head) || uncounted.test(head)) return meaning
  return withArticle(meaning)
}

/** Latin names of classes and families are nothing for a class to sing, nor is what hangs on them. */
const isLearned = (text: string): boolean =>
  /\b(class|order|family|genus|division|phylum|suborder|subfamily|taxonomic|supposedly|formerly|obsolete|archaic|type of|characteristic)\b/i.test(
    text,
  ) || /\b(slang|street names?|informal|obscene|offensive|derogatory)\b/i.test(text)

export interface Reach {
  /** Words that a meaning may have, and how many of them the class may not have met. */
  words: number
  hard: number
}

/** Whether a class can read it: every word sounds, and few are strange. */
export function isWithinReach(text: string, { words: most, hard }: Reach): boolean {
  const words = wordsOf(text)
  return (
    words.length <= most &&
    !isLearned(text) &&
    !/[/:=]|\d{5}/.test(text) &&
    words.filter((word) => pronunciations(word).length === 0 && !/^\d+$/.test(word)).length <= (hard > 6 ? 1 : 0) &&
    words.filter((word) => !/^[A-Z\d]/.test(word) && !isFamiliar(word)).length <= hard
  )
}

/** The dictionary's key is in small letters; a name keeps the capitals it was asked with. */
export const properName = (word: string, asked: string): string =>
  asked.toLowerCase().replace(/^(the|a|an) /, '') === word ? asked.replace(/^(the|a|an) /i, '') : word

/** How a word opens a sentence: "A glacier", "The pawn", "Chess", "Adolphe Sax", "The Brooklyn Bridge". */
function subjectOf({ word, sort }: Meaning, meaning: string): string {
  const isName = word.split(' ').every((part) => /^[A-Z]/.test(part))
  if (isName)
    return sort !== 'person' && /(Bridge|River|Trench|Ocean|Sea|Canal|Desert|Islands|Mountains|Wall|Tower)$/.test(word)
      ? `The ${word}`
      : word
  if (isUncounted(word, meaning)) return capital(word)
  return /^the /.test(meaning) ? `The ${word}` : capital(withArticle(word))
}

const isUncounted = (word: string, meaning: string): boolean =>
  /(^|[ -])(chess|origami|music|\w+ics|\w+logy|\w+graphy|lava|magma)$/.test(word) ||
  /(^|[ -])(sport|science|art|language|form|variety|game|disease|metal|gas|beverage|drink|juice|music)$/.test(
    headOf(meaning),
  ) ||
  (!/^an? /.test(meaning) &&
    !/^the (?!act|process|practice|branch)/.test(meaning) &&
    (uncounted.test(word) || uncounted.test(headOf(meaning))))

/** "A moraine is …", "Adolphe Sax was …", "Penguins are …"; null where the gloss makes no sentence. */
export function definitionOf(named: Meaning): string | null {
  const plain = named.meaning
    .replace(/^any (?=(one )?of)/, 'one of ')
    .replace(/^one of one of/, 'one of')
    .replace(/^any /, 'a ')
  const phrase = asPhrase(plain.replace(/^a (?=[aeio])/, 'an ').replace(/^one of of/, 'one of'), named.sort)
  if (phrase === null) return null
  const many = isMany(headOf(plain)) && !/^(a|an|the|one|someone|something|\w+ing)\b/.test(plain)
  if (many && !/^[A-Z]/.test(named.word)) return `${capital(pluralOf(named.word))} are ${phrase}.`
  if (many) return null
  if (named.sort === 'person' && /^[A-Z]/.test(named.word)) return `${named.word} was ${phrase}.`
  return `${subjectOf(named, plain)} is ${phrase}.`
}

const shortName = (word: string): boolean =>
  !/ass\b/.test(word) && word.split(' ').length <= 2 && wordsOf(word).every((part) => pronunciations(part).length > 0)

/** What a dictionary tells of a word beside its definition: its kind, kinds, parts, whole and use. */
export function linksOf(entry: DictionaryEntry, reach: Reach): string[] {
  const { word, meaning } = entry
  const named = subjectOf(entry, meaning)
  const sentences: string[] = []
  for (const clause of entry.also)
    if (/^used (for|to|in|as) /.test(clause)) sentences.push(`${named} is ${clause}.`)
    else if (/^(the|its?|each) .*\b(is|are|has|have) /.test(clause)) sentences.push(`${capital(clause)}.`)
  const parts = entry.parts.filter(
    (part) => shortName(part.word) && /^[a-z ]+$/.test(part.word) && !part.word.includes(word),
  )
  if (parts.length > 0)
    sentences.push(
      `${named} has ${listed(parts.slice(0, 3).map(({ word: part, sort }) => (isMany(part) || sort === 'substance' || uncounted.test(part) ? part : withArticle(part))))}.`,
    )
  const kinds = entry.kinds.map((kind) => kind.word).filter((kind) => shortName(kind) && /^[a-z ]+$/.test(kind))
  if (kinds.length >= 2)
    sentences.push(
      `${capital(listed(kinds.slice(0, 3).map(pluralOf)))} are kinds of ${/^[A-Z]/.test(word) ? word : pluralOf(word)}.`,
    )
  const [kind] = entry.isA.map((one) => one.word).filter(shortName)
  if (kind && !/^[A-Z]/.test(word) && !meaning.includes(kind.split(' ').at(-1)!) && isFamiliar(kind.split(' ').at(-1)!))
    sentences.push(`${named} is a kind of ${kind}.`)
  return sentences.filter((sentence) => isWithinReach(sentence, { words: reach.words + 6, hard: reach.hard + 3 }))
}
