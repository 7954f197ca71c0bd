import {
  type DictionaryEntry,
  isCommonWord,
  lookUp,
  type Meaning,
  wordsThatSpeakOf,
} from '../../../knowledge/dictionary.js'
import { stem } from '../../../knowledge/topics.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, pronunciations, wordsOf } from '../../words/pronunciation.js'
import { unsafeWords } from '../../words/safety.js'
import { definitionOf, isWithinReach, linksOf, pluralOf, properName, type Reach } from './plain-sentences.js'

/** Glosses and words of them that no class needs. */
const isFit = ({ word, meaning }: Meaning): boolean =>
  !/\b(slang|street names?|informal|colloquial|obscene|offensive|derogatory)\b/i.test(meaning) &&
  !/\b(?:jack|dumb|smart)?ass(?:es)?\b|\bcocks?\b/i.test(word) &&
  !/\b(as food|flesh of|slaughter|wounded|enslaved)/.test(meaning) &&
  unsafeWords(`${word}: ${meaning}`, 4).length === 0

const tellingWords = (text: string): string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((part) => part.length > 3 && !functionWords.has(part))

/**
 * The sense that shares most words with what the song is about; else the usual one, or the one that the dictionary has most to say
 * of. `sure` asks that a word of many senses shares something.
 */
function senseOf(word: string, context: string, sure = false): DictionaryEntry | undefined {
  const senses = lookUp(word)
  // A whale, a screw: somebody only in a figure of speech.
  const isFigure = ({ sort, kinds }: DictionaryEntry) =>
    sort === 'person' &&
    senses.some(
      (other) => other.sort === 'animal' || (kinds.length === 0 && other.kinds.length + other.parts.length > 2),
    )
  const spoken = new Set(tellingWords(context).map(stem))
  let best: { entry: DictionaryEntry; worth: number } | undefined
  for (const [at, entry] of senses.entries()) {
    if (!isFit(entry)) continue
    const { meaning, isA, kinds, parts, field } = entry
    const shared = tellingWords(`${meaning} ${isA.map((one) => one.word).join(' ')}`).filter(
      (part) => spoken.has(stem(part)) && !mentions(word, part) && !mentions(part, word),
    )
    if (sure && senses.length > 2 && shared.length === 0) continue
    const named = /^[A-Z]\w+ [A-Z]/.test(context) && kinds.some((kind) => /^[A-Z]/.test(kind.word)) ? 3 : 0
    const odd = /misleading|decepti|fraud|insufficient|disparag|resembling|weed|fictional/.test(meaning) ? 2 : 0
    const value =
      named -
      odd -
      (isFigure(entry) ? 4 : 0) +
      shared.length * 3 +
      Math.min(8, kinds.length + parts.length + field.length) * 0.3 -
      at * 0.8
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

/** Names that a song can open a sentence with: "The Brooklyn Bridge", not "Colon" or "Indiaman". */
const isWholeName = (word: string): boolean =>
  / (Bridge|River|Trench|Ocean|Sea|Canal|Desert|Islands|Mountains|Wall|Tower)$/.test(word) ||
  (word.includes(' ') && !/ of /.test(word))

/** Words that a class may have heard come first. */
const knownFirst = (near: readonly Meaning[]): Meaning[] => {
  const known = ({ word }: Meaning) => wordsOf(word).every((part) => pronunciations(part).length > 0)
  return [...near.filter(known), ...near.filter((one) => !known(one))]
}

function tell(entry: DictionaryEntry, asked: string, reach: Reach, context: string, topic = ''): string[] {
  const named = { ...entry, word: asked === topic ? properName(entry.word, asked) : entry.word }
  // Who asks of apples counts them; who asks of chocolate does not.
  const counted = /s$/i.test(asked) && !/s$/.test(entry.word)
  const own = isWithinReach(entry.meaning, widest) ? definitionOf(named, counted) : null
  let names = 0
  const near = knownFirst(around(entry, context)).flatMap((one) => {
    if (!isWithinReach(one.meaning, reach)) return []
    const isName = /^[A-Z]/.test(one.word)
    if (isName && one.sort !== 'person' && !isWholeName(one.word)) return []
    if (isName && (one.sort !== 'person' || !/^[A-Z]\w+ [A-Z]/.test(one.word)) && ++names > mostNames) return []
    // A strange name is what a class comes to learn; two strange words are a term of the trade.
    if (!isName && !isWithinReach(one.word, one.word.includes(' ') ? { words: 3, hard: 2 } : widest)) return []
    const sentence = definitionOf(one)
    return sentence === null ? [] : [sentence]
  })
  return [...(own ? [own] : []), ...linksOf(named, reach, counted), ...near].filter(
    (sentence) => unsafeWords(sentence, 4).length === 0,
  )
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

/** Two words of one meaning. */
const sameThing = (topic: string, term: string): string => {
  const name = topic.replace(/^(the|a|an|our) /i, '')
  return /[^s]s$/.test(name)
    ? `${name.charAt(0).toUpperCase()}${name.slice(1)} are also called ${/s$/.test(term) ? term : pluralOf(term)}.`
    : `Another word for ${name} is ${term}.`
}

/** Sentences beside which what the thing is a kind of need not be explained. */
const enough = 6

/** Most sentences that one word gives, so that a topic is seen from more than one side. */
const mostOfOne = 14

/** True plain sentences about a topic, as a dictionary has them: what it is, its parts, kinds and field. */
export function factsFromDictionary(
  topic: string,
  keyTerms: readonly string[],
  level: keyof typeof reaches,
  own: readonly string[],
): string[] {
  const context = [topic, ...keyTerms, ...own].join(' ')
  const reach = reaches[level]
  const facts: string[] = []
  let about = context
  let topicMeaning = ''
  for (const name of namesIn(topic)) {
    const entry = senseOf(name, context)
    if (!entry) continue
    topicMeaning ||= entry.meaning
    about += ` ${entry.meaning} ${entry.isA.map(({ word }) => word).join(' ')}`
    facts.push(...tell(entry, name, reach, context, topic).slice(0, mostOfOne))
    if (facts.length > 0 && facts.length < enough) facts.push(...widerFacts(entry, reach, context))
    if (facts.length >= 4) break
  }
  const asked = keyTerms.flatMap((term) => {
    const entry = senseOf(term, about, true)
    if (!entry) return []
    if (entry.meaning === topicMeaning) return [sameThing(topic, term)]
    return tell(entry, term, reach, about).slice(0, 1)
  })
  facts.splice(1, 0, ...asked)
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
  const meaning = senseOf(term, facts.join(' '), true)?.meaning
  if (meaning) return meaning.slice(0, 400)
  return (facts.find((fact) => mentions(fact, term)) ?? '').slice(0, 400)
}
