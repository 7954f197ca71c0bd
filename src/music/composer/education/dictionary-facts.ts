import { type DictionaryEntry, lookUp } from '../../../knowledge/dictionary.js'
import { mentions } from '../../words/mentions.js'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const withArticle = (word: string): string =>
  /^[A-Z]/.test(word) ? word : `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** How a definition begins when it can stand behind "is". */
const isPhrase = (meaning: string): boolean => /^(a|an|the|any|one|small|large|someone|something)\b/i.test(meaning)

function sentencesOf(entry: DictionaryEntry): string[] {
  const named = capital(/^(a|an|any) /.test(entry.meaning) ? withArticle(entry.word) : entry.word)
  const sentences: string[] = []
  if (isPhrase(entry.meaning) && entry.meaning.split(' ').length <= 24) sentences.push(`${named} is ${entry.meaning}.`)
  const [kind] = entry.isA
  if (kind && !entry.meaning.includes(kind)) sentences.push(`${named} is a kind of ${kind}.`)
  const kinds = entry.kinds.filter((word) => /^[a-z ]+$/.test(word) && word.split(' ').length <= 2).slice(0, 3)
  if (kinds.length >= 2) sentences.push(`${capital(listed(kinds))} are kinds of ${entry.word}.`)
  const parts = entry.parts.filter((word) => word.split(' ').length <= 2).slice(0, 3)
  if (parts.length >= 1) sentences.push(`${named} has parts called ${listed(parts)}.`)
  const [whole] = entry.partOf
  if (whole) sentences.push(`${named} is part of ${withArticle(whole)}.`)
  return sentences
}

/** True plain sentences about the words, as a dictionary has them. */
export const factsFromDictionary = (words: readonly string[]): string[] =>
  [
    ...new Set(
      words.flatMap((word) => {
        const entry = lookUp(word)
        return entry ? sentencesOf(entry) : []
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
  const meaning = lookUp(term)?.meaning
  if (meaning) return meaning.slice(0, 400)
  return (facts.find((fact) => mentions(fact, term)) ?? '').slice(0, 400)
}
