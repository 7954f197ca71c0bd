import { type DictionaryEntry, isAdjective, type Meaning } from '../../../knowledge/dictionary.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, pronunciations, wordsOf } from '../../words/pronunciation.js'
import { isFamiliar } from '../../words/reading-level.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** By sound: "an hour", "a unicorn", "a European". */
function article(phrase: string): string {
  const [word = ''] = phrase.split(/[ -]/)
  const [first] = pronunciations(word)[0] ?? []
  return (first === undefined ? /^(?:[aeio]|u(?![^aeiou][aeiou]))/i.test(word) : /\d/.test(first)) ? 'an' : 'a'
}
const withArticle = (word: string): string => `${article(word)} ${word}`
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

export const pluralOf = (word: string): string =>
  /(s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`

/** Nouns that take no article and no plural. */
const uncounted =
  /(?:^|[ -])(flour|milk|butter|bread|rice|sugar|salt|honey|wax|wool|silk|cotton|yarn|blubber|fat|blood|grass|hay|straw|wheat|oil|coal|steam|smoke|traffic|luggage|money|armou?r|thunder|lightning|rain|dust|dirt|concrete|cement|rubber|leather|gold|silver|iron|steel|copper|rugby|football|soccer|tennis|baseball|basketball|golf|hockey|shogi|cheddar|Brie|Camembert|game|sport|science|art|gas|metal|liquid|language|disease|substance|process|material|matter|colou?r|theory|method|system|subject|branch|water|earth|ice|soil|snow|rock|music|food|paper|wood|fabric|work|\w+work|needlework|food|flesh|fur|sand|mud|clay|gravel|equipment|clothing|furniture|energy|electricity|information|software|poetry|literature|weather|\w+ness|\w+ment|\w+ing|\w+tion)$/

const nounInIng =
  /^(building|painting|string|ring|king|spring|wing|thing|opening|clothing|covering|ceiling|dwelling|drawing|crossing|meeting|setting|being|training|wedding|pudding|writing|something|lightning)$/

/** The noun that a meaning turns on: "large penguin on islands" is a penguin. */
function headOf(meaning: string): string {
  const words = meaning.replace(/,/g, ' ,').split(' ')
  const end = words.findIndex(
    (word, at) =>
      (at > 0 &&
        /^(of|on|in|at|by|with|for|from|to|that|which|who|whose|where|when|having|used|made|formed|consisting|typically|actually|commonly|chiefly|mainly|lacking|designed|containing|shaped|resembling|near|between|through|along|under|over|into|native|usually|often|built|dug|frozen|worn|held|kept|cut|,|[a-z]+ed)$/.test(
          word,
        )) ||
      (/^(and|or)$/.test(word) && !isAdjective(words[at - 1]!)) ||
      (at > 1 && /ing$/.test(word) && !nounInIng.test(word)),
  )
  return words[(end < 0 ? words.length : end) - 1] ?? ''
}

const isMany = (noun: string): boolean =>
  /([^s]s|people|children|men|feet|teeth|mice)$/.test(noun) && !/(us|is|ss|ics)$/.test(noun)

/** A meaning as it stands behind "is"; null where it cannot ("weedy annual", "comprising all …"). */
function asPhrase(meaning: string, sort: Meaning['sort']): string | null {
  const head = headOf(meaning)
  if (/^[a-z]+s (and|or) [a-z]+s\b|^[a-z]+ly an? /.test(meaning)) return null
  if (/^(having|being|comprising|relating|pertaining|of|in|on|at|for|with|by|from|to)\b/.test(meaning)) return null
  if (/^(a|an|the|one|someone|something|all|either|each|both)\b/i.test(meaning))
    return isMany(head) && /^(a|an|the) /.test(meaning) ? null : meaning
  if (/^[a-z]+ing\b/.test(meaning) && sort === 'act') return meaning
  if (/^(made|formed|produced) (by|from|of|with)\b/.test(meaning)) return meaning
  if (!/^[a-z-]+$/i.test(head) || pronunciations(head).length === 0) return null
  if (isMany(head) || isMass(head)) return meaning
  return withArticle(meaning)
}

/** Latin names of classes and families are nothing for a class to sing, nor is what hangs on them. */
const isLearned = (text: string): boolean =>
  /\b(class|order|family|genus|division|phylum|suborder|subfamily|taxonomic|supposedly|formerly|obsolete|archaic|type of|characteristic)\b/i.test(
    text,
  ) || /\b(slang|street names?|informal|colloquial|obscene|offensive|derogatory)\b/i.test(text)

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
function subjectOf({ word, sort }: Meaning, meaning: string, counted?: boolean): string {
  const isName = word.split(' ').every((part) => /^[A-Z]/.test(part))
  if (isName)
    return sort !== 'person' && /(Bridge|River|Trench|Ocean|Sea|Canal|Desert|Islands|Mountains|Wall|Tower)$/.test(word)
      ? `The ${word}`
      : word
  const uncountedHere = counted === false && (sort === 'food' || sort === 'substance')
  if (uncountedHere || (counted !== true && isUncounted(word, meaning, sort))) return capital(word)
  return /^the /.test(meaning) ? `The ${word}` : capital(withArticle(word))
}

const isUncounted = (word: string, meaning: string, sort: Meaning['sort']): boolean =>
  (sort === 'food' && !/^an? /.test(meaning)) ||
  /(^|[ -])(chess|origami|blubber|music|\w+ics|\w+logy|\w+graphy|lava|magma)$/.test(word) ||
  /(^|[ -])(sport|science|art|language|form|variety|game|disease|metal|gas|beverage|drink|juice|music)$/.test(
    headOf(meaning),
  ) ||
  (!/^an? /.test(meaning) &&
    !/^the (?!act|process|practice|branch)/.test(meaning) &&
    (isMass(word) || isMass(headOf(meaning))))

const isMass = (noun: string): boolean =>
  uncounted.test(noun) && !nounInIng.test(noun.split(/[ -]/).at(-1)!) && !/\Bthing$/.test(noun)

/** Whether a meaning says no more than the word: "the wheel of a bicycle" of a bicycle wheel. */
function saysNothing(word: string, meaning: string): boolean {
  if (/\b(\w{2,}est|most|first|only)\b/.test(meaning)) return false
  const telling = wordsOf(meaning)
    .map(bareWord)
    .filter((part) => part.length > 2 && !functionWords.has(part))
  const fresh = telling.filter((part) => !mentions(word, part) && !mentions(part, word) && !sharesStem(word, part))
  return fresh.length < 2 && fresh.length < telling.length
}

const sharesStem = (word: string, part: string): boolean =>
  word.split(/[ -]/).some((own) => own.length > 4 && own.slice(0, 5) === part.slice(0, 5))

/** "A moraine is …", "Adolphe Sax was …", "Penguins are …"; null where the gloss makes no sentence. */
export function definitionOf(named: Meaning, counted?: boolean): string | null {
  const plain = named.meaning
    .replace(/^any (?=(one )?of)/, 'one of ')
    .replace(/^one of one of/, 'one of')
    .replace(/^any /, 'a ')
  const phrase = asPhrase(plain.replace(/^a (?=[aeio])/, 'an ').replace(/^one of of/, 'one of'), named.sort)
  if (phrase === null || saysNothing(named.word, plain)) return null
  const many = isMany(headOf(plain)) && !/^(a|an|the|one|someone|something|\w+ing)\b/.test(plain)
  if (many && counted === false && (named.sort === 'food' || named.sort === 'substance')) return null
  if (many && !/^[A-Z]/.test(named.word)) return `${capital(pluralOf(named.word))} are ${phrase}.`
  if (many) return null
  if (named.sort === 'person' && /^[A-Z]/.test(named.word)) return `${named.word} was ${phrase}.`
  return `${subjectOf(named, plain, counted)} is ${phrase}.`
}

const shortName = (word: string): boolean =>
  word.split(' ').length <= 2 && wordsOf(word).every((part) => pronunciations(part).length > 0)

/** What a dictionary tells of a word beside its definition: its kind, kinds, parts, whole and use. */
export function linksOf(entry: DictionaryEntry, reach: Reach, counted: boolean): string[] {
  const { word, meaning } = entry
  const named = subjectOf(entry, meaning, counted)
  const sentences: string[] = []
  for (const clause of entry.also)
    if (/^used (for|to|in|as) /.test(clause)) sentences.push(`${named} is ${clause}.`)
    else if (/^(the|its?|each) .*\b(is|are|has|have) /.test(clause)) sentences.push(`${capital(clause)}.`)
  const parts = entry.parts.filter(
    (part) => shortName(part.word) && /^[a-z ]+$/.test(part.word) && !part.word.includes(word),
  )
  if (parts.length > 1)
    sentences.push(
      `${named} has ${listed(parts.slice(0, 3).map(({ word: part, sort }) => (isMany(part) || sort === 'substance' || isMass(part) ? part : withArticle(part))))}.`,
    )
  const kinds = [...new Set(entry.kinds.map((kind) => kind.word))].filter(
    (kind) => shortName(kind) && /^[a-z ]+$/.test(kind) && !/\b(jack)?ass\b/.test(kind),
  )
  if (kinds.length >= 2 && (counted || entry.sort === 'thing' || entry.sort === 'animal'))
    sentences.push(
      `${capital(listed(kinds.slice(0, 3).map(pluralOf)))} are kinds of ${/^[A-Z]/.test(word) ? word : pluralOf(word)}.`,
    )
  const [kind] = entry.isA.map((one) => one.word).filter(shortName)
  if (kind && !/^[A-Z]/.test(word) && !meaning.includes(kind.split(' ').at(-1)!) && isFamiliar(kind.split(' ').at(-1)!))
    sentences.push(`${named} is a kind of ${kind}.`)
  return sentences.filter((sentence) => isWithinReach(sentence, { words: reach.words + 6, hard: reach.hard + 3 }))
}
