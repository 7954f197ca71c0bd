import { isCommonWord, lookUp } from '../../../knowledge/dictionary.js'
import { functionWords } from '../../../knowledge/word-lists/function-words.js'
import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import { isFamiliar } from '../../words/reading-level.js'

/** A plain clause in its parts. Words keep their capitals; `object` is what follows the verb up to the first phrase. */
export interface ParsedClause {
  subject: string
  verb: string
  object: string
  /** Phrases of place, time and manner, in order, each with its preposition. */
  phrases: string[]
}

export const prepositions: ReadonlySet<string> = new Set(
  'in on at by from with through during after before into for under over between among around across along toward towards within near against without inside outside above below beneath behind beyond until since throughout about as like onto per via of to off than'.split(
    ' ',
  ),
)

export const bare = (word: string): string => word.toLowerCase().replace(/[^a-z0-9'’-]/g, '')

/** Where the clause's verb is: the first word that can be one and does not stand after "a", "the" or a preposition. */
export function verbAt(words: readonly string[]): number {
  for (let at = 1; at < words.length; at++) {
    // "Parks" and "Fire" inside a name are no verbs.
    if (/^[A-Z]/.test(words[at]!) || !finiteVerbs.has(bare(words[at]!))) continue
    const before = bare(words[at - 1]!)
    if (
      /^(a|an|the|this|that|its|their|his|her|our|many|some|to)$/.test(before) ||
      (prepositions.has(before) && at < 3)
    )
      continue
    // "The sour taste comes from …": of two that can be verbs, the one with a verb's ending.
    const next = bare(words[at + 1] ?? '')
    const isNoun = /^(the|a|an|its|their|his|her|our)$/i.test(words[0]!) && !/(s|ed)$/.test(bare(words[at]!))
    if (isNoun && finiteVerbs.has(next) && /(s|ed)$/.test(next)) continue
    return at
  }
  return -1
}

/** Names of times: what "every" opens a phrase before. */
export const timely =
  /^(day|night|morning|evening|week|month|year|hour|minute|second|spring|summer|autumn|fall|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|\d+|two|three|four|five|six|seven|eight|nine|ten|\w+ty)s?$/i

const opensPhrase = (word: string): boolean =>
  prepositions.has(word) && !/^(of|to|than|as|like|about|per|via|off)$/.test(word)

/** The parts of a clause with one verb and nothing that hangs on it, which denies nothing; null for anything else. */
export function parseClause(text: string): ParsedClause | null {
  if (isDenied(text)) return null
  if (
    /[;:"“”()]|,(?! \d)|\b(?:that|which|who|whose|where|when|while|if|because|so|but|than|unless|although|what|how|why)\b/i.test(
      text,
    )
  )
    return null
  const words = text.split(' ')
  const at = verbAt(words)
  if (at < 1 || at === words.length - 1) return null
  const subject = words.slice(0, at)
  if (
    bare(subject[0]!) === 'do' ||
    (/^[A-Z][a-z]+$/.test(words[0]!) &&
      finiteVerbs.has(bare(words[0]!)) &&
      /^(the|a|an|your|it|them)$/i.test(words[1] ?? ''))
  )
    return null
  if (/^(it|they|he|she|this|these|those|there|you|i|always|often|usually|sometimes|please)$/i.test(bare(subject[0]!)))
    return null
  // "In June we eat …" has its place first.
  if (prepositions.has(bare(subject[0]!))) return null
  if (subject.some((word) => prepositions.has(bare(word)) && !/^(of|in)$/.test(bare(word)))) return null
  const rest = words.slice(at + 1)
  if (rest.some((word, n) => /^(and|or|to)$/.test(bare(word)) && finiteVerbs.has(bare(rest[n + 1] ?? '')))) return null
  const opens = (word: string, n: number): boolean =>
    n < rest.length - 1 &&
    (opensPhrase(bare(word)) ||
      (/^(every|each|all)$/i.test(word) && timely.test(rest[n + 1]!) && !opensPhrase(bare(rest[n - 1] ?? ''))))
  const first = rest.findIndex(opens)
  const object = first < 0 ? rest : rest.slice(0, first)
  const phrases: string[] = []
  for (const [n, word] of rest.entries())
    if (first < 0 || n < first) continue
    else if (opens(word, n)) phrases.push(word)
    else phrases[phrases.length - 1] += ` ${word}`
  return { subject: subject.join(' '), verb: words[at]!, object: object.join(' '), phrases }
}

/** Whether a noun phrase is of many: "the dogs", "salt and pepper", "two feet". */
export function isPlural(phrase: string): boolean {
  // "Rosa Parks" is one, "the Rocky Mountains" are many.
  if (/^(?!The )\p{Lu}\S+ (?:\S+ )*\p{Lu}\S+$/u.test(phrase) && !/\band\b/.test(phrase)) return false
  const words = phrase.toLowerCase().split(' ')
  const end = words.findIndex((word, at) => at > 0 && prepositions.has(word))
  const noun = bare(words[(end < 0 ? words.length : end) - 1] ?? '')
  return (
    /\band\b/.test(words.slice(0, end < 0 ? undefined : end).join(' ')) ||
    (/[^s]s$/.test(noun) && !/(sis|us|ics|as|is)$/.test(noun)) ||
    /^(we|mitochondria|stomata|salmon|people|children|men|women|mice|bacteria|teeth|feet|geese|fish|sheep)$/.test(noun)
  )
}

export const isNounPhrase = (phrase: string): boolean =>
  phrase !== '' &&
  phrase.split(' ').length <= 6 &&
  !functionWords.has(bare(phrase.split(' ').at(-1)!)) &&
  !/^(first|last|twice|once|of|to|that|not|very|more|most|up|down|out|away|back|apart|together|only|almost|about|it|them|him|us|me)\b/i.test(
    phrase,
  ) &&
  !/\b(up|down|out|away|back|apart|together|well|fast|far)$/.test(phrase) &&
  !/\bto\b/.test(phrase)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const opening =
  /^(The|A|An|Its?|They|Their|This|These|Those|Some|Many|Most|All|Every|Each|When|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Our|We|Children|People|Bacteria|Both|In|On|At|By|Under|Near|From|Through|During|After|Before|Across|Around|Over)\b/

/** Whether a lone word that opens a sentence is a thing and no name: "Bees", "Snow", "Castling", not "Charlotte". */
function isThing(word: string): boolean {
  const small = word.toLowerCase()
  const [sense] = lookUp(small)
  if (!sense || /^[A-Z]/.test(sense.word)) return false
  return (
    isFamiliar(small) ||
    sense.word !== small ||
    sense.sort === 'act' ||
    sense.sort === 'substance' ||
    !lookUp(word).some((meant) => /^[A-Z]/.test(meant.word))
  )
}

/** Whether a subject is people: "bakers", "the engineer", "Marie Curie". */
export function isWho(subject: string): boolean {
  const last = bare(subject.split(' ').at(-1)!)
  if (/^(we|people|children|women|men|kids|someone|firefighters|astronauts)$/.test(last)) return true
  return /^[A-Z]/.test(inside(subject)) ? lookUp(subject)[0]?.sort === 'person' : lookUp(last)[0]?.sort === 'person'
}

/** Verbs whose past looks like their present: "the ship hit an iceberg". */
const alike = /^(hit|cut|put|set|let|read|split|spread|cost|shut|hurt|burst|beat)$/

/** The tense of a clause and whether its verb is of many, as far as subject and verb tell. */
export function numberOf(subject: string, verb: string): { past: boolean; many: boolean } | null {
  if (/^(are|have|do)$/.test(verb)) return { past: false, many: true }
  if (/^(is|has|does)$/.test(verb)) return { past: false, many: false }
  if (/^(was|were|had|did)$/.test(verb)) return { past: true, many: verb === 'were' || isPlural(subject) }
  const form = verbForm(verb)
  if (!form) return null
  const past = form.tense === 'past' || (alike.test(verb) && !isPlural(subject))
  return { past, many: past ? isPlural(subject) : !form.isSingular }
}

/** A sentence's first word as it stands inside one: a name keeps its capital, as do two words that both have one. */
export function inside(text: string): string {
  const [first = '', second = ''] = text.split(' ')
  if (!/^[A-Z][a-z'-]+$/.test(first) && !opening.test(text)) return text
  if (/^[A-Z]/.test(second) && !/^(The|A|An|Our|Its|Their|This|These|Those|In|On|At|By|From)$/.test(first)) return text
  const isCommon =
    opening.test(text) ||
    (second === ''
      ? isThing(first)
      : /^[a-z]/.test(second) &&
        second !== 'the' &&
        (isThing(first) ||
          (!/^(of|is|was|has)$/.test(second) && !finiteVerbs.has(second) && isCommonWord(first.toLowerCase()))))
  return isCommon ? text.charAt(0).toLowerCase() + text.slice(1) : text
}
