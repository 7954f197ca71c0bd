import { type DictionaryEntry, lookUp } from '../../../knowledge/dictionary.js'
import { mentions } from '../../words/mentions.js'
import { pronunciations, wordsOf } from '../../words/pronunciation.js'
import { unsafeWords } from '../../words/safety.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const withArticle = (word: string): string =>
  /^[A-Z]/.test(word) &&
  !/^[A-Z]\w+ (chemist|physicist|king|queen|composer|painter|poet|writer|general|leader|scientist|explorer|astronomer|mathematician|inventor|president|philosopher|novelist|playwright|dramatist|politician|statesman|nurse|architect|sculptor)\b/.test(
    word,
  )
    ? word
    : `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

const pluralOf = (word: string): string =>
  /(s|x|ch|sh)$/.test(word) ? `${word}es` : /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`

/** How a definition begins when it can stand behind "is". */
const isPhrase = (meaning: string): boolean => /^(a|an|the|any|one|small|large|someone|something)\b/i.test(meaning)

/** The dictionary's key is in small letters; a name keeps the capitals it was asked with. */
const properName = (word: string, asked: string): string =>
  asked.toLowerCase().replace(/^(the|a|an) /, '') === word ? asked.replace(/^(the|a|an) /i, '') : word

/** A word that a class has met: one or two words, each with a known sound. */
const isKnown = (word: string): boolean =>
  word.split(' ').length <= 2 && wordsOf(word).every((part) => pronunciations(part).length > 0)

/** A gloss that speaks of many: "flightless birds of cold regions". */
const ofMany = /^(?:[a-z-]+,? ){0,4}[a-z]+[^s]s\b(?= (?:of|having|with|that|which|in|from)\b)/

/** Meanings of words that take no article: chess, gold, physics. */
const uncounted =
  /^(a|an|any) (?:[\w-]+ ){0,3}(game|sport|science|art|gas|metal|liquid|language|disease|substance|process|material|colou?r|theory|method|system|subject|branch)\b/

function sentencesOf(entry: DictionaryEntry, asked: string): string[] {
  const { meaning } = entry
  const name = properName(entry.word, asked)
  const many = ofMany.test(meaning)
  const named = capital(many || (/^(a|an|any) /.test(meaning) && !uncounted.test(meaning)) ? withArticle(name) : name)
  const sentences: string[] = []
  const short = meaning.split(' ').length <= 24
  if (short && many) sentences.push(`${capital(pluralOf(name))} are ${meaning}.`)
  else if (short && isPhrase(meaning)) sentences.push(`${named} is ${meaning}.`)
  else if (short && /^[A-Z]/.test(name)) sentences.push(`${named} was ${withArticle(meaning)}.`)
  const [kind] = entry.isA.filter(isKnown)
  if (kind && !/^[A-Z]/.test(name) && !meaning.includes(kind)) sentences.push(`${named} is a kind of ${kind}.`)
  const kinds = entry.kinds.filter((word) => /^[a-z ]+$/.test(word) && isKnown(word)).slice(0, 3)
  if (kinds.length >= 2) sentences.push(`${capital(listed(kinds.map(pluralOf)))} are kinds of ${name}.`)
  const parts = entry.parts.filter(isKnown).slice(0, 3)
  if (parts.length > 0) sentences.push(`${named} has parts such as the ${listed(parts)}.`)
  const [whole] = entry.partOf.filter(isKnown)
  if (whole) sentences.push(`${named} is part of ${withArticle(whole)}.`)
  return sentences
}

/** Glosses that no class needs: slang, and what is not for children. */
const isFit = ({ meaning }: DictionaryEntry): boolean =>
  !/\b(slang|street names?|informal|obscene|offensive|derogatory)\b/i.test(meaning) &&
  unsafeWords(meaning, 4).length === 0

/** The sense that shares most words with what the song is about; the usual one when none does. */
function senseOf(word: string, context: string): DictionaryEntry | undefined {
  const shared = ({ meaning, isA }: DictionaryEntry) =>
    wordsOf(`${meaning} ${isA.join(' ')}`).filter((part) => part.length > 4 && mentions(context, part)).length
  return lookUp(word)
    .filter(isFit)
    .reduce<DictionaryEntry | undefined>(
      (best, entry) => (!best || shared(entry) > shared(best) ? entry : best),
      undefined,
    )
}

/** True plain sentences about the words, as a dictionary has them. */
export const factsFromDictionary = (words: readonly string[]): string[] =>
  [
    ...new Set(
      words.flatMap((word) => {
        const entry = senseOf(word, words.filter((other) => other !== word).join(' '))
        return entry ? sentencesOf(entry, word) : []
      }),
    ),
  ].slice(0, 12)

/** What a term means: from a fact that defines it, else from the dictionary; "" when neither knows. */
export function meaningOf(term: string, facts: readonly string[]): string {
  const defining = facts.find((fact) =>
    new RegExp(`^(?:an?|the)?\\s*${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s+(?:is|are|means)\\s`, 'i').test(
      fact,
    ),
  )
  if (defining)
    return defining
      .replace(/^.*?\s(?:is|are|means)\s/i, '')
      .replace(/[.!]+$/, '')
      .slice(0, 400)
  const meaning = senseOf(term, facts.join(' '))?.meaning
  if (meaning) return meaning.slice(0, 400)
  return (facts.find((fact) => mentions(fact, term)) ?? '').slice(0, 400)
}
