import {
  type DictionaryEntry,
  isCommonWord,
  lookUp,
  type Meaning,
  wordsThatSpeakOf,
} from '../../../knowledge/dictionary.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { unsafeWords } from '../../words/safety.js'
import { definitionOf, isWithinReach, linksOf, properName, type Reach } from './plain-sentences.js'

/** Glosses and words of them that no class needs. */
const isFit = ({ word, meaning }: Meaning): boolean =>
  !/\b(slang|street names?|informal|obscene|offensive|derogatory)\b/i.test(meaning) &&
  !/ass\b|cock\b/i.test(word) &&
  !/\b(as food|flesh of|slaughter)/.test(meaning) &&
  unsafeWords(`${word}: ${meaning}`, 4).length === 0

const tellingWords = (text: string): string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((part) => part.length > 3 && !functionWords.has(part))

/** The sense that shares most words with what the song is about; else the one that the dictionary has most to say of. */
function senseOf(word: string, context: string): DictionaryEntry | undefined {
  const worth = ({ meaning, isA, kinds, parts, field }: DictionaryEntry, at: number) => {
    const shared = tellingWords(`${meaning} ${isA.map((one) => one.word).join(' ')}`).filter((part) =>
      mentions(context, part),
    )
    const named = /^[A-Z]\w+ [A-Z]/.test(context) && kinds.some((kind) => /^[A-Z]/.test(kind.word)) ? 3 : 0
    const odd = /misleading|decepti|disparag|resembling|weed|fictional/.test(meaning) ? 2 : 0
    return named - odd + shared.length * 3 + Math.min(8, kinds.length + parts.length + field.length) * 0.3 - at * 0.5
  }
  let best: { entry: DictionaryEntry; worth: number } | undefined
  for (const [at, entry] of lookUp(word).entries()) {
    if (!isFit(entry)) continue
    const value = worth(entry, at)
    if (!best || value > best.worth) best = { entry, worth: value }
  }
  return best?.entry
}

/** Words that may be looked up for a topic: itself, then its last words: "school garden", "garden". */
function namesIn(topic: string): string[] {
  const words = topic
    .replace(/['’]s\b/g, '')
    .split(/\s+/)
    .filter((word) => bareWord(word) !== '')
  const core = words.filter((word, at) => at > 0 || !/^(the|a|an|our|my|your|types|kinds|parts|history)$/i.test(word))
  const content = core.filter((word) => !functionWords.has(word.toLowerCase()))
  // What holds of trenches does not hold of the Mariana Trench: a name is told of as a whole or not at all.
  const isName = content.some((word, at) => (at > 0 && /^\p{Lu}/u.test(word)) || !isCommonWord(word))
  const parts = isName ? [] : [content.slice(-2).join(' '), content.at(-1) ?? '', ...content]
  return [...new Set([core.join(' '), ...parts])].filter((name) => name.length > 2)
}

/** Words near a sense whose glosses are of its field: linked ones, and those that speak of it. */
function around(entry: DictionaryEntry, context: string): Meaning[] {
  const alone = lookUp(entry.word).length <= (entry.word.length >= 6 ? 2 : 1)
  const about = new Set(tellingWords(`${entry.meaning} ${entry.isA.map(({ word }) => word).join(' ')} ${context}`))
  const speaking = wordsThatSpeakOf(entry.word).filter(
    ({ meaning }) =>
      alone ||
      tellingWords(meaning).some((part) => part !== entry.word && !part.startsWith(entry.word) && about.has(part)),
  )
  const linked = [...entry.parts, ...entry.kinds, ...entry.field]
  const seen = new Set<string>([entry.word])
  return [...linked, ...speaking].filter((near) => {
    const fresh = !seen.has(near.word) && !/'s /.test(near.word) && isFit(near)
    seen.add(near.word)
    return fresh
  })
}

/** A topic's own definition may be long: it is shortened when sung. */
const widest: Reach = { words: 24, hard: 9 }

/** Names of places, however many a dictionary lists, are two at most: a song is no gazetteer. */
const mostNames = 2

function tell(entry: DictionaryEntry, asked: string, reach: Reach, context: string): string[] {
  const named = { ...entry, word: asked === context ? properName(entry.word, asked) : entry.word }
  const own = isWithinReach(entry.meaning, widest) ? definitionOf(named) : null
  let names = 0
  const near = around(entry, context).flatMap((one) => {
    if (!isWithinReach(one.meaning, reach)) return []
    const isName = /^[A-Z]/.test(one.word)
    if (isName && (one.sort !== 'person' || !/^[A-Z]\w+ [A-Z]/.test(one.word)) && ++names > mostNames) return []
    // A strange name is what a class comes to learn; two strange words are a term of the trade.
    if (!isName && !isWithinReach(one.word, one.word.includes(' ') ? { words: 3, hard: 2 } : widest)) return []
    const sentence = definitionOf(one)
    return sentence === null ? [] : [sentence]
  })
  return [...(own ? [own] : []), ...linksOf(named, reach), ...near]
}

/** What the word is a kind of: said, and told of where the word holds its name ("honeybee" and "bee"). */
function widerFacts(entry: DictionaryEntry, reach: Reach, context: string): string[] {
  const [kind] = entry.isA
  const wider = kind && lookUp(kind.word).find(({ meaning }) => meaning === kind.meaning)
  if (!wider || !isFit(wider) || wider.meaning.split(' ').length < 6) return []
  if (entry.word.endsWith(wider.word)) return tell(wider, wider.word, reach, context).slice(0, 4)
  const definition = isWithinReach(wider.meaning, reach) ? definitionOf(wider) : null
  return definition === null ? [] : [definition]
}

/** What a class of the level can take in. */
const reaches = {
  beginner: { words: 14, hard: 4 },
  intermediate: { words: 16, hard: 5 },
  advanced: { words: 18, hard: 6 },
} as const

/** Most sentences that one word gives, so that a topic is seen from more than one side. */
const mostOfOne = 14

/** True plain sentences about a topic, as a dictionary has them: what it is, its parts, kinds and field. */
export function factsFromDictionary(topic: string, keyTerms: readonly string[], level: keyof typeof reaches): string[] {
  const context = [topic, ...keyTerms].join(' ')
  const reach = reaches[level]
  const facts: string[] = []
  for (const name of namesIn(topic)) {
    const entry = senseOf(name, context)
    if (!entry) continue
    facts.push(...tell(entry, name, reach, context).slice(0, mostOfOne))
    if (facts.length > 0) facts.push(...widerFacts(entry, reach, context))
    if (facts.length >= 4) break
  }
  for (const term of keyTerms) {
    const entry = senseOf(term, context)
    if (entry && mentions(context, term)) facts.push(...tell(entry, term, reach, context).slice(0, 2))
  }
  return [...new Set(facts)]
}

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
