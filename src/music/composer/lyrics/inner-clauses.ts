import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import { bare, verbAt } from './parse-clause.js'

const isVerb = (word: string): boolean => finiteVerbs.has(bare(word))

/** "… when the people stormed it": told of the past, the clause is true alone. */
const isPast = (words: readonly string[], at: number): boolean => {
  const verb = verbAt(words.slice(at + 1))
  return (
    verb > 0 &&
    /(ed|began|came|became|took|won|broke|rose|fell|wrote|built|made|found|led)$/.test(bare(words[at + 1 + verb]!))
  )
}

/** Clauses that a sentence carries beside its first: "…, but they are swimmers", "…, which is a muscle, …", "because …". */
export function inner(words: readonly string[]): string[][] {
  const verb = verbAt(words)
  if (verb < 1 || words.some((word) => /^(if|unless)$/i.test(bare(word)) || isDenied(word))) return []
  const subject = words.slice(0, verb)
  const found: string[][] = []
  for (let at = verb + 1; at < words.length - 2; at++) {
    const word = bare(words[at]!)
    const rest = words.slice(at + 1)
    const comma = /,$/.test(words[at - 1]!)
    const pointsBack = rest.some((part) => /^(it|them|him)$/i.test(bare(part)))
    if (/^(and|but)$/.test(word) && !pointsBack && subject.length <= 3 && !/,/.test(subject.join(' '))) {
      if (/^(they|it|he|she)$/i.test(rest[0]!) && isVerb(rest[1] ?? '')) found.push([...subject, ...rest.slice(1)])
      else if (agrees(words[verb]!, rest)) found.push([...subject, ...rest])
    }
    const standsAlone =
      (/^(and|but|so)$/.test(word) && comma) ||
      /^(because|while)$/.test(word) ||
      (word === 'where' && /^(form|happen|occur|live|grow|meet)s?$/.test(bare(words[at - 1]!))) ||
      (word === 'when' && isPast(words, at))
    if (standsAlone && verbAt(rest) > 0 && verbAt(rest) <= 5 && !refers.test(rest[0]!) && !/ly$/.test(rest[0]!))
      found.push(rest)
  }
  return found
}

/** Words that point back to what was said, so that a clause cannot begin a line of its own. */
const refers = /^(they|it|he|she|its|their|his|her|this|these|those|some|others?|one|both|each)$/i
/** Nouns that can be verbs too; behind "and" they are nouns. */
const nounFirst =
  /^(water|rock|plant|light|force|heat|sound|land|mine|place|shape|face|form|store|balance|trade|work|study|fire|coat|dye|record|result|rest|rule|sign|trap|wave|design|limit|link|record|shelter|struggle|support|transport|travel|view|waste|dance|paint|press|market|cover|fight|fuel|map|mark|use|help|name|order|result)s?$/

/** Whether the words behind "and" go on with a verb of the same form as the clause's own. */
function agrees(main: string, rest: readonly string[]): boolean {
  const [verb = '', next = ''] = rest.map(bare)
  if (!isVerb(verb) || nounFirst.test(verb)) return false
  const ending = (word: string) => (/ed$/.test(word) ? 'past' : /[^s]s$/.test(word) ? 's' : 'base')
  return ending(verb) === ending(bare(main)) && next !== ''
}
