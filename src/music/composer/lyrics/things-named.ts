import { isAdjective, lookUp } from '../../../knowledge/dictionary.js'
import { isThingLine, type Thing, thingCalled } from '../../../knowledge/things.js'
import { stem } from '../../../knowledge/topics.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { bare, verbAt } from './parse-clause.js'

/** Of what is grave one does not digress. */
const grave =
  /\b(dead|deaths?|die[sd]?|dying|kill(s|ed|ing)?|murder\w*|war|wars|wounded|slave\w*|enslave\w*|bomb\w*|starv\w*|famine|hunger|disease\w*|ill|illness\w*|cancer|drown\w*|destroy\w*|poison\w*|prison\w*|camps?|sank|suicide|victims?|hurt|injured|blood bath|massacre\w*|refugees?|lynch\w*|terror\w*)\b/i

const isNoun = (word: string): boolean =>
  !functionWords.has(word) && !finiteVerbs.has(word) && !isAdjective(word) && lookUp(word).length > 0

/** Whether the word before belongs to it in a name of its own for something else: a traffic light is no light as the sun's is. */
function isOther(before: string, word: string, { name }: Thing): boolean {
  const [whole] = lookUp(`${before} ${word}`)
  if (!whole?.word.includes(' ')) return false
  const usual = lookUp(name)[0]?.meaning
  return !whole.isA.some((kind) => kind.word === name && kind.meaning === usual)
}

/** What a name ends on that is such a thing: the Panama Canal is a canal, but Rosa Parks no park. */
const sites =
  /^(Bridge|Canal|Castle|Desert|Forest|Glacier|Island|Islands|Lake|Mountains?|Ocean|River|Sea|Tower|Volcano)\b/

/** Whether the word at a place is the noun that a phrase turns on: no verb, no part of a name, no first half of "light year". */
function isHead(words: readonly string[], at: number, verb: number): boolean {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  if (at === verb || (at > 0 && /^\p{Lu}/u.test(word) && !sites.test(word)) || /^\p{Lu}/u.test(after)) return false
  if (/^(to|can|will|may|must|we|they|you|i|not|don't)$/i.test(bare(before))) return false
  // "The bag is light": how it is, not what it is.
  if (isAdjective(bare(word)) && /^(is|are|was|were|be|been|very|too|so|more|as|and|or|both)$/.test(bare(before)))
    return false
  // "Thirty feet long" is no foot.
  if (
    /^(foot|feet)$/.test(bare(word)) &&
    /\d|^(two|three|four|five|six|seven|eight|nine|ten|\w+ty|hundred|thousand)$/.test(bare(before))
  )
    return false
  return /[,;:.!?]$/.test(word) || after === '' || at + 1 === verb || !isNoun(bare(after))
}

/** The things that a sentence names in their usual sense, in its order. `spoken` are stems of all that the song speaks of. */
function named(sentence: string, spoken: ReadonlySet<string>): { thing: Thing; word: string }[] {
  const words = sentence.replace(/[.!?]+$/, '').split(/\s+/)
  const verb = verbAt(words)
  const found = words.flatMap((word, at) => {
    const plain = bare(word).replace(/['’]s?$/, '')
    const thing = thingCalled(plain)
    if (!thing || !isHead(words, at, verb)) return []
    if (thing.among.length > 0 && !thing.among.some((one) => spoken.has(one))) return []
    return at > 0 && isOther(bare(words[at - 1]!), plain, thing) ? [] : [{ thing, word: plain }]
  })
  return found.filter(({ thing }, at) => found.findIndex((other) => other.thing === thing) === at)
}

const telling = remembered((text): readonly string[] =>
  wordsOf(text)
    .map(bareWord)
    .filter((word) => word.length > 2 && !functionWords.has(word))
    .map(stem),
)

/** Whether a line says mostly what one of the facts says already. `told` are the telling words of each. */
function repeats(line: string, told: readonly (readonly string[])[], thing: string): boolean {
  const said = telling(line).filter((word) => word !== thing)
  return told.some((own) => said.filter((word) => own.includes(word)).length * 2 >= said.length)
}

/** What is told of the thing that a topic names, as sentences. */
export const factsOfThing = (topic: string, keyTerms: readonly string[]): string[] =>
  (topicThing(topic, new Set([topic, ...keyTerms].flatMap((one) => [...telling(one)])))?.lines ?? []).map(
    (line) => `${line}.`,
  )

/** A line about a thing that a fact names. */
export interface ThingLine {
  thing: string
  /** As the fact has it, in small letters; "" for what the song is about. */
  word: string
  text: string
}

/** The thing that a song is about, where its topic ends on one: "honey bees", "the Panama Canal". */
function topicThing(topic: string, spoken: ReadonlySet<string>): Thing | undefined {
  const last = wordsOf(topic).at(-1) ?? ''
  const thing = /^\p{Lu}/u.test(last) && !sites.test(last) ? undefined : thingCalled(bare(last))
  return thing && (thing.among.length === 0 || thing.among.some((one) => spoken.has(one))) ? thing : undefined
}

/**
 * What can be told beside a fact: of the things that it names, and of the thing that the song is about. Nothing that one of the
 * facts says, nothing beside what is grave, and nothing beside what is denied, for it might be just that.
 */
export function thingLines(fact: string, facts: readonly string[], topic: string): ThingLine[] {
  if (grave.test(fact) || isDenied(fact)) return []
  const spoken = new Set([topic, ...facts].flatMap((one) => [...telling(one)]))
  const told = facts.filter((one) => !isThingLine(one)).map(telling)
  const own = topicThing(topic, spoken)
  // One step aside is enough: from a fact to its things, not on from those.
  const all = isThingLine(fact) ? [] : named(fact, spoken).filter(({ thing }) => thing !== own)
  if (own) all.push({ thing: own, word: '' })
  return all.flatMap(({ thing, word }) =>
    thing.lines
      .filter((line) => !facts.includes(`${line}.`) && !repeats(line, told, stem(thing.name)))
      .map((text) => ({ thing: thing.name, word, text })),
  )
}
