import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { isDenied } from '../../words/denial.js'
import { capital, inside, isNounPhrase, isPlural, type ParsedClause, parseClause } from './parse-clause.js'

/** The same said in another order, so that another word stands at the end. */
export interface Turning {
  text: string
  /** What the change costs in naturalness, from 0. */
  cost: number
}

const place =
  /^(in|on|at|near|under|inside|through|during|after|before|across|around|over|below|above|beneath|between|among|along|behind|by|from)\b/i
const stays = /^(live|grow|stand|lie|rise|sit|sleep|hide|wait|hang|shine|nest|flow|swim|rest|float)$/
/** Verbs that are no deed done to something: no passive. */
export const still =
  /^(mean|cost|weigh|become|remain|seem|look|feel|need|want|like|equal|last|lie|live|come|go|get|let|help|fit|reach|total|turn|include|contain|resemble|begin|start|stop|end|belong|depend|act|serve|try|learn|say|think|believe|know|hope|give|send|teach|tell|show|lend|offer|call|name|keep|warn|bring|ask)$/

function passive({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (
    !form ||
    still.test(form.base) ||
    !isNounPhrase(object) ||
    /\b(and|or)\b/.test(object) ||
    /^we$/i.test(subject) ||
    subject.split(' ').length > 4
  )
    return []
  if (/^(its|their|his|her)\b/i.test(object)) return []
  const be = form.tense === 'past' ? (isPlural(object) ? 'were' : 'was') : isPlural(object) ? 'are' : 'is'
  const [last] = phrases
  return [
    { text: `${capital(object)} ${be} ${form.participle} by ${inside(subject)}`, cost: 0.5 },
    { text: `By ${inside(subject)}, ${inside(capital(object))} ${be} ${form.participle}`, cost: 0.9 },
    ...(last && place.test(last) && phrases.length === 1
      ? [{ text: `${capital(last)}, ${inside(capital(object))} ${be} ${form.participle}`, cost: 0.6 }]
      : []),
  ]
}

function fronted({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const last = phrases.at(-1)
  if (!last || !place.test(last) || phrases.length > 2 || /^by\b/i.test(last)) return []
  const form = verbForm(verb)
  if (object === '') {
    if (phrases.length > 1 || !form || !stays.test(form.base)) return []
    return [{ text: `${capital(last)} ${verb} ${inside(subject)}`, cost: 0.3 }]
  }
  if (!form && !/^(has|have|had)$/.test(verb)) return []
  if (/^from\b/i.test(last) && !/\bto\b/.test(last)) return []
  const before = phrases.slice(0, -1).join(' ')
  return [{ text: `${capital(last)}, ${inside(subject)} ${verb} ${object}${before ? ` ${before}` : ''}`, cost: 0.2 }]
}

function cleft({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (
    !form ||
    still.test(form.base) ||
    !isNounPhrase(object) ||
    phrases.length > 0 ||
    /^(its|their|his|her)\b/i.test(object)
  )
    return []
  const be = form.tense === 'past' ? (isPlural(object) ? 'were' : 'was') : isPlural(object) ? 'are' : 'is'
  return [{ text: `${capital(object)} ${be} what ${inside(subject)} ${verb}`, cost: 0.6 }]
}

/** "Here is the starter that bakers feed": the thing first, as in the house that Jack built. */
function presented({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (!form || /^(no|most|many|some|every|each|few|all|we)\b/i.test(subject)) return []
  const rest = [object, ...phrases].filter(Boolean).join(' ')
  const turned: Turning[] = []
  if (/^(a|an|the)\b/i.test(subject) || isPlural(subject))
    turned.push({ text: `Here ${isPlural(subject) ? 'are' : 'is'} ${inside(subject)} that ${verb} ${rest}`, cost: 0.7 })
  if (isNounPhrase(object) && phrases.length === 0 && !still.test(form.base) && /^(a|an|the)\b/i.test(object))
    turned.push({
      text: `Here ${isPlural(object) ? 'are' : 'is'} ${object} that ${inside(subject)} ${verb}`,
      cost: 0.6,
    })
  return turned
}

/** "Stretch the dough: that's what the bubbles can do." */
function deed({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (form?.tense !== 'present' || /^(no|most|many|some|each|few)\b/i.test(subject) || !isNounPhrase(object)) return []
  const what = [capital(form.base), object, ...phrases].join(' ')
  if (/\b(its|their|his|her|\w+self|themselves)\b/.test(what)) return []
  return [{ text: `${what}: that's what ${inside(subject)} ${isPlural(subject) ? '' : 'can '}do`, cost: 0.5 }]
}

const seen =
  /^(absorb|bake|bend|bounce|break|bring|build|burn|carry|catch|chase|circle|climb|collect|cook|cover|cross|cut|dance|dig|draw|drink|drop|eat|erupt|feed|fill|find|flap|float|flow|fold|follow|form|freeze|gather|glow|grow|guard|hatch|help|hide|hold|huddle|hunt|jump|lay|lead|leave|lift|light|make|melt|mix|move|open|paint|pass|plant|play|point|pour|print|pull|pump|push|reach|ride|rise|roll|rub|run|sail|save|send|share|shine|sing|sink|slide|sort|spin|spread|squeeze|stand|stretch|swim|swing|take|throw|trap|turn|twist|use|walk|warm|warn|wash|wave|weave|work|wrap|write)$/

/** "See the bubbles stretch the dough": what is done, to be looked at. */
function shown({ subject, verb, object, phrases }: ParsedClause, look: string): Turning[] {
  const form = verbForm(verb)
  if (form?.tense !== 'present' || !seen.test(form.base) || /^(no|most|many|some|every|each|few)\b/i.test(subject))
    return []
  return [{ text: [look, inside(subject), form.base, object, ...phrases].filter(Boolean).join(' '), cost: 0.25 }]
}

/** Two parts of a sentence about "is", where the second can stand first. */
export function parted(text: string): { subject: string; be: string; rest: string } | null {
  if (/[;:()]/.test(text)) return null
  const found = /^((?:\S+ ){0,4}?\S+) (is|are|was|were) (.+)$/.exec(text)
  if (!found) return null
  const [, subject = '', be = '', rest = ''] = found
  if (/^(it|they|he|she|this|there|these|those|what|where|when|how|some|most|many)$/i.test(subject.split(' ')[0]!))
    return null
  if (!/^(a|an|the|one of|someone|something|large|small|flightless|short-\w+)\b/.test(rest)) return null
  return { subject, be, rest }
}

/** How a thing that was described is given its name. */
const namings: readonly (readonly [string, number])[] = [
  ['{s} is the word', 0.8],
  ['{s}, we say', 0.8],
  ["that's what {s} will be", 0.8],
  ["that's {s} we mean", 0.8],
  ["that's {s}, you see", 1.6],
]

function named(text: string): Turning[] {
  const parts = parted(text)
  if (!parts) return []
  const { subject, be, rest } = parts
  const turned: Turning[] = [
    {
      text: `${capital(rest)}: ${be === 'is' ? "that's" : be === 'are' ? 'those are' : `that ${be}`} ${inside(subject)}`,
      cost: 0.4,
    },
  ]
  const isName = inside(subject) === subject
  for (const [closing, cost] of be === 'is' ? namings.filter(([closing]) => !isName || /see$/.test(closing)) : [])
    turned.push({ text: `${capital(rest)}: ${closing.replace('{s}', inside(subject))}`, cost })
  if (/^the \w+est\b|^the (most|first|only|last)\b/.test(rest))
    turned.push({ text: `${capital(rest)} ${be} ${inside(subject)}`, cost: 0.1 })
  return turned
}

/** "An octopus has three hearts" as "Three hearts: that's what an octopus has". */
function owned(text: string): Turning[] {
  const found = owning.exec(text)
  if (!found) return []
  const [, subject = '', has = '', what = ''] = found
  return [{ text: `${capital(what)}: that's what ${inside(subject)} ${has}`, cost: 0.5 }]
}

export const owning = /^((?:\S+ ){0,3}?\S+) (has|have|had) ((?!to\b|been\b|no\b|not\b)[^,;:]+)$/

/** Other ways to say a plain clause that end on another word; none where its grammar is not plain, or where it denies. */
export function turnings(text: string): Turning[] {
  if (isDenied(text)) return []
  const known = named(text)
  if (known.length > 0) return known
  const had = owned(text)
  if (had.length > 0) return had
  const parsed = parseClause(text)
  if (!parsed) return []
  return [
    ...passive(parsed),
    ...fronted(parsed),
    ...cleft(parsed),
    ...presented(parsed),
    ...deed(parsed),
    ...shown(parsed, 'See'),
    ...shown(parsed, 'Watch'),
  ]
}
