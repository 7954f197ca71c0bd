import { isThingLine } from '../../../knowledge/things.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { demands, finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import { inner } from './inner-clauses.js'
import { bare, capital, inside, prepositions, verbAt } from './parse-clause.js'

/** One sentence that says no more than the fact did, and the words it kept. */
export interface Clause {
  text: string
  /** Share of the fact's words that are left, 0 to 1. */
  kept: number
}

const shorter: readonly (readonly [RegExp, string])[] = [
  [/\s*[([][^)\]]*[)\]]/g, ''],
  [/\s*[—–]\s*/g, ', '],
  [/\bin order to\b/gi, 'to'],
  [/\b(is|are|was|were) able to\b/gi, 'can'],
  [/\b(is|are|was|were) (?:also )?known as\b/gi, '$1 called'],
  [/\b(is|are|was|were) located\b/gi, '$1'],
  [/\b(?:consists?|is composed|are composed) of\b/gi, 'is made of'],
  [/\bapproximately\b/gi, 'about'],
  [/\b(?:a large number|a great number|large numbers|huge numbers) of\b/gi, 'many'],
  [/\b(?:utilizes?|utilises?)\b/gi, 'use'],
  [/\bbecause of\b|\bdue to\b/gi, 'from'],
  [/\b(?:however|therefore|in fact|for example|for instance|of course),?\s+/gi, ''],
  [/\bdo not\b/gi, "don't"],
  [/\bdoes not\b/gi, "doesn't"],
  [/\bdid not\b/gi, "didn't"],
  [/\b(is|are|was|were) not\b/gi, "$1n't"],
  [/\bcannot\b|\bcan not\b/gi, "can't"],
]

const isPreposition = (word: string): boolean => prepositions.has(word) && !/^(of|to|off|than)$/.test(word)
const joiners = new Set(
  'when where while because which who whom whose that and but so although though whereas to'.split(' '),
)
/** Words after which nothing may be dropped without bending what was said. */
const holds =
  /^(only|except|unless|if|than|more|less|fewer|first|last|most|least|one|same|until|both|either|too|enough|exactly|equals?|equal|half|\w{3,}est)$/i

const isVerb = (word: string): boolean => finiteVerbs.has(bare(word))
function mayCut(words: readonly string[], at: number, verb: number): boolean {
  const kept = words.slice(0, at).map(bare)
  const last = kept.at(-1) ?? ''
  const next = bare(words[at]!)
  if (kept.length < 3 || at <= verb + 1 || functionWords.has(last) || isPreposition(last) || isVerb(last)) return false
  if (kept.some((word) => holds.test(word) || isDenied(word)) || holds.test(next) || isDenied(next) || next === 'of')
    return false
  const said = kept.slice(verb)
  // "From flower to flower" is one way.
  if (next === 'to' && said.includes('from')) return false
  if (demands.some(({ verb: needy, opens }) => opens.test(next) && said.some((word) => needy.test(word)))) return false
  if (!/^(is|are|was|were)$/.test(kept[verb] ?? '')) return true
  const rest = kept.slice(verb + 1)
  const tellsNothing = rest.length <= 2 && /^(a|an|the|one)$/.test(rest[0] ?? '')
  // What a thing is for, and who or what does it, is what a definition says.
  if (
    /^(a|an|the|one|someone|something)$/.test(rest[0] ?? '') &&
    (/^(for|to|that|which|who|whose|like)$/.test(next) ||
      rest.some((word) => /^(part|kind|type|form|piece|side)$/.test(word)) ||
      /(ed|built|made|dug|given)$/.test(last))
  )
    return false
  return (
    !tellsNothing &&
    !(rest.length === 1 && /(ed|en|wn|nt|de|ght|born|hurt|cut|hit|set|led|held|told|sold|done|lost)$/.test(last))
  )
}

/** Prefixes of a clause that end before a phrase which may go. */
function cuts(words: readonly string[]): string[][] {
  const verb = verbAt(words)
  if (verb < 0) return []
  const found: string[][] = []
  for (let at = verb + 2; at < words.length; at++) {
    const word = bare(words[at]!)
    const opens = /^(and|but|or)$/.test(word)
      ? isVerb(words[at + 1] ?? '')
      : isPreposition(word) || joiners.has(word) || /^(containing|having|living|consisting|resembling)$/.test(word)
    if (opens && mayCut(words, at, verb)) found.push(words.slice(0, at))
  }
  return found
}

/** "In 1215, the king sealed it" also as "the king sealed it in 1215", and the other way round. */
function turned(words: readonly string[]): string[][] {
  const text = words.join(' ')
  const lead = /^((?:In|On|At|After|During|By|Around|Since|Until|From) [^,]{2,30}), (.+)$/.exec(text)
  if (lead)
    return [
      `${capital(lead[2]!)} ${inside(lead[1]!)}`.split(' '),
      // What is denied of a time is not denied of every time.
      ...(isDenied(text) ? [] : [capital(lead[2]!).split(' ')]),
    ]
  const tail =
    /^(.+?) ((?:in|on|during|after|around|since) (?:the )?(?:\d{3,4}s?|[A-Z][\w ]{2,20}|early \d+s|late \d+s))$/.exec(
      text,
    )
  if (tail && !/\b(born|lived|live|lives|found|is|are|was|were|located|first|last|only)$/i.test(tail[1]!))
    return [`${capital(tail[2]!)} ${inside(tail[1]!)}`.split(' ')]
  return []
}

const remembered = new Map<string, Clause[]>()

/**
 * Shorter ways to say a fact, the whole first. Only what qualifies is dropped, and never behind a negation, a comparison, a
 * superlative or a condition: a fact may be shortened, not bent.
 */
export function shortenFact(fact: string): Clause[] {
  let clauses = remembered.get(fact)
  if (!clauses) {
    if (remembered.size > 5000) remembered.clear()
    clauses = clausesOf(fact)
    remembered.set(fact, clauses)
  }
  return clauses
}

function clausesOf(fact: string): Clause[] {
  if (isThingLine(fact)) return [{ text: fact.replace(/\.$/, ''), kept: 1 }]
  const plain = shorter.reduce((text, [from, to]) => text.replace(from, to), fact.trim().replace(/[.!?;]+$/, ''))
  const words = plain.split(/\s+/)
  const whole = words.length
  const seen = new Map<string, Clause>()
  const add = (parts: readonly string[]) => {
    const text = capital(parts.join(' ').replace(/[,;:]+$/, ''))
    if (parts.length > 1 && !seen.has(text)) seen.set(text, { text, kept: Math.min(1, parts.length / whole) })
  }
  const aside = plain.replace(/, (?:which|who|where) [^,]+,/g, '').replace(/, an? [^,]+, (?=\w+s?\b)/, ' ')
  const forms = [words, ...turned(words), ...(aside === plain ? [] : [aside.split(/\s+/)])]
  const more = forms.flatMap((form) => [form, ...inner(form)])
  for (const form of more) add(form)
  for (const form of more) for (const cut of cuts(form)) for (const part of [cut, ...turned(cut)]) add(part)
  return [...seen.values()]
}
