import { isThingLine } from '../../../knowledge/things.js'
import { keepNames, namesIn } from './keep-names.js'
import { inside, isPlural, numberOf, verbAt } from './parse-clause.js'

interface Named {
  /** As it stands inside a sentence: "an octopus", "Marie Curie". */
  text: string
  many: boolean
  isPerson: boolean
}

/** Who or what a fact is about, where that can stand for a later "it", "they", "he" or "she". */
function namedBy(fact: string, names: ReadonlySet<string>): Named | null {
  const words = fact.replace(/[.!?]+$/, '').split(/\s+/)
  const verb = verbAt(words)
  const subject = words.slice(0, Math.max(0, verb)).join(' ')
  if (
    verb < 1 ||
    verb > 6 ||
    /^(it|its|they|their|he|his|she|her|we|our|you|this|these|there|in|on|at|by|when|if|each|every|some|most|many|all|no|one|people|scientists|children)\b/i.test(
      subject,
    )
  )
    return null
  if (/[,;:]/.test(subject)) return null
  const text = keepNames(inside(subject), names)
  const many = numberOf(subject, words[verb]!)?.many ?? isPlural(subject)
  return { text, many, isPerson: /^[A-Z]/.test(text) && !/^The\b/.test(text) }
}

const owner = ({ text, many }: Named): string => (many && /s$/.test(text) ? `${text}'` : `${text}'s`)
const opener = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** A sentence whose first word points back, with the name in its place; as it was where the name does not fit. */
function withName(fact: string, named: Named, all: readonly Named[]): string {
  const { text, many, isPerson } = named
  // "Our hamster … He …"
  const isOne = !many && /^(our|my|the|a|an) [a-z]/.test(text)
  const fits: Record<string, boolean> = {
    it: !many,
    its: !many,
    they: many,
    their: many,
    he: isPerson || isOne,
    his: isPerson || isOne,
    she: isPerson || isOne,
    her: isPerson || isOne,
  }
  const [, word = '', rest = ''] = /^(It|Its|They|Their|He|His|She|Her) (.+)$/.exec(fact) ?? []
  if (word !== '') {
    if (!fits[word.toLowerCase()]) return fact
    return opener(/^(Its|Their|His|Her)$/.test(word) ? `${owner(named)} ${rest}` : `${text} ${rest}`)
  }
  const [, before = '', pointer = '', after = ''] =
    /^((?:People|We|Scientists|\w+ \w+) (?:\w+ )?\w+) (it|them)( .+|[.!]?)$/.exec(fact) ?? []
  if (pointer === '' || (pointer === 'it') === many) return fact
  // "Milk and sugar make it sweet": of two things that were named, who can say which is meant?
  if (all.some((other) => other.many === many && other.text !== text)) return fact
  return `${before} ${text.replace(/^an? /, 'the ')}${after}`
}

/**
 * Facts that can be sung apart from each other: where one begins with "it", "its", "they", "she" and their like, what a
 * fact before it was about is named instead: the last that can be meant.
 */
export function resolvePronouns(facts: readonly string[]): string[] {
  const named: Named[] = []
  const names = namesIn(facts)
  return facts.map((fact) => {
    if (isThingLine(fact)) return fact
    const told = named.reduceRight((text, name) => (text === fact ? withName(fact, name, named) : text), fact)
    const own = told === fact ? namedBy(fact, names) : null
    if (own) named.push(own)
    return told
  })
}
