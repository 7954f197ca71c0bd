import { isAdjective, lookUp } from '../../../knowledge/dictionary.js'
import { isThingLine } from '../../../knowledge/things.js'
import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import { isDenied } from '../../words/denial.js'
import {
  bare,
  capital,
  inside,
  isNounPhrase,
  isPlural,
  isWho,
  type ParsedClause,
  parseClause,
  timely,
} from './parse-clause.js'
import { named, owned, type Turning } from './turn-meaning.js'

const place =
  /^(in|on|at|near|under|inside|through|during|after|before|across|around|over|below|above|beneath|between|among|along|behind|by|from|for)\b/i
const stays = /^(live|grow|stand|lie|rise|sit|sleep|hide|wait|hang|shine|nest|flow|swim|rest|float)$/
/** Whether a phrase tells when: "during the day". */
const isTime = (phrase: string): boolean => phrase.split(' ').some((word) => timely.test(word))

/** Verbs of being, sensing and saying: no deed that could be ordered, watched or asked about by its object. */
export const still =
  /^(mean|cost|weigh|become|remain|seem|look|feel|taste|smell|sound|need|want|like|equal|last|lie|live|come|go|get|let|help|fit|reach|total|turn|include|contain|resemble|begin|start|stop|end|belong|depend|act|serve|try|learn|say|think|believe|know|hope|give|send|teach|tell|show|lend|offer|call|name|keep|warn|bring|ask|read|mark|measure|number|differ|happen|occur|exist|appear|run|work|stand)$/

/** Deeds that can be seen done. */
const seen =
  /^(absorb|bake|bend|bounce|break|build|burn|bury|carry|catch|chase|circle|climb|collect|cook|cover|cross|cut|dance|dig|draw|drink|drop|eat|erupt|feed|fill|find|flap|float|flow|fold|follow|freeze|gather|glow|grow|guard|hatch|hold|huddle|hunt|join|jump|lay|lead|lift|light|make|melt|mix|move|open|paint|plant|play|pour|print|produce|protect|pull|pump|push|release|ride|rise|roll|rub|run|sail|save|shine|sing|sink|slide|sort|spin|spread|squeeze|stand|store|stretch|swim|swing|take|throw|trap|twist|use|walk|warm|warn|wash|water|wave|weave|wrap|write)$/

/** Who does it cannot be told as one thing: "no fish", "most bees", "we". */
const vague = /^(no|not|most|many|some|every|each|few|all|we|you|one|only|less|fewer|more|about|over)\b/i

/** "The dough is lifted by bubbles": of deeds that are done to one plain thing, and only as a change from the plain order. */
function passive({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (!form || !seen.test(form.base) || vague.test(subject) || !isOneThing(object)) return []
  if (phrases.length > 0 || subject.split(' ').length > 3) return []
  // "Make the dough rise", "make milk sweet": what is made to do or to be something is not made.
  const last = bare(object.split(' ').at(-1)!)
  if (form.base === 'make' && object.includes(' ') && (finiteVerbs.has(last) || isAdjective(last))) return []
  const be = form.tense === 'past' ? (isPlural(object) ? 'were' : 'was') : isPlural(object) ? 'are' : 'is'
  return [{ text: `${capital(object)} ${be} ${form.participle} by ${inside(subject)}`, cost: 1 }]
}

/** One noun with what goes before it: no list, no owner that is told later, nothing behind the noun. */
const isOneThing = (phrase: string): boolean =>
  isNounPhrase(phrase) &&
  !/\b(and|or|its|their|his|her|every|each|same|other|itself|themselves)\b/i.test(phrase) &&
  phrase.split(' ').length <= 3 &&
  lookUp(bare(phrase.split(' ').at(-1)!)).length > 0 &&
  !/^(the|a|an) \S+ (loose|rich|soft|hard|warm|cold|open|clean|safe|dry|wet|free|strong)$/i.test(phrase)

function fronted({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const last = phrases.at(-1)
  if (!last || !place.test(last) || phrases.length > 2 || /^by\b/i.test(last)) return []
  const form = verbForm(verb)
  if (object === '') {
    if (phrases.length > 1 || !form) return []
    if (
      stays.test(form.base) &&
      /^(in|on|under|inside|above|behind|among) (the|a|an|our|its)\b/.test(last) &&
      !isTime(last) &&
      /^(a|an|the|one|some|many)\b/i.test(subject)
    )
      return [{ text: `${capital(last)} ${verb} ${inside(subject)}`, cost: 0.3 }]
    // "Began in a bakery": what a verb cannot do without stays behind it.
    return still.test(form.base) ? [] : [{ text: `${capital(last)}, ${inside(subject)} ${verb}`, cost: 0.7 }]
  }
  if (!form && !/^(has|have|had)$/.test(verb)) return []
  if (/^(put|place|keep|turn|change|point|divide|split|fill)$/.test(form?.base ?? '')) return []
  if (/^from\b/i.test(last) && !/\bto\b/.test(last)) return []
  if (/^(with|into|for)\b/i.test(last)) return []
  const before = phrases.slice(0, -1).join(' ')
  return [{ text: `${capital(last)}, ${inside(subject)} ${verb} ${object}${before ? ` ${before}` : ''}`, cost: 0.2 }]
}

/** "Here is the yeast that makes bubbles": the thing first, as in the house that Jack built. */
function presented({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (form?.tense !== 'present' || !seen.test(form.base) || vague.test(subject)) return []
  const many = !form.isSingular
  if (
    many
      ? !isPlural(subject) || inside(subject) === subject
      : !/^the [a-z]/i.test(subject) || /[A-Z]/.test(subject.slice(1))
  )
    return []
  const rest = [object, ...phrases].filter(Boolean).join(' ')
  const who = isWho(subject) ? 'who' : 'that'
  return [{ text: `Here ${many ? 'are' : 'is'} ${inside(subject)} ${who} ${verb} ${rest}`, cost: 1.2 }]
}

/** "Stretch the dough: that's what the bubbles can do." */
function deed({ subject, verb, object, phrases }: ParsedClause): Turning[] {
  const form = verbForm(verb)
  if (form?.tense !== 'present' || !seen.test(form.base) || vague.test(subject) || !isNounPhrase(object)) return []
  const what = [capital(form.base), object, ...phrases].join(' ')
  if (/\b(its|their|his|her|\w+self|themselves)\b/.test(what)) return []
  return [{ text: `${what}: that's what ${inside(subject)} ${form.isSingular ? 'can ' : ''}do`, cost: 0.9 }]
}

/** "See the bubbles stretch the dough": what is done, to be looked at. */
function shown({ subject, verb, object, phrases }: ParsedClause, look: string): Turning[] {
  const form = verbForm(verb)
  if (form?.tense !== 'present' || !seen.test(form.base) || vague.test(subject)) return []
  return [{ text: [look, inside(subject), form.base, object, ...phrases].filter(Boolean).join(' '), cost: 0.5 }]
}

/**
 * Other ways to say a plain clause that end on another word; none where its grammar is not plain, or where it denies. Of a meaning
 * that was shortened (`isWhole` false) none: what is left of it may be true of other things too.
 */
export function turnings(text: string, isWhole = true): Turning[] {
  if (isDenied(text) || isThingLine(text)) return []
  const known = named(text)
  if (known.length > 0) return isWhole ? known : []
  const [, said = '', reason = ''] = /^([^,;:]+?),? because ([^,;:]+)$/.exec(text) ?? []
  if (reason !== '' && !reason.startsWith('of ')) return [{ text: `Because ${reason}, ${inside(said)}`, cost: 0.4 }]
  const had = owned(text)
  if (had.length > 0) return had
  const parsed = parseClause(text)
  if (!parsed) return []
  return [
    ...passive(parsed),
    ...fronted(parsed),
    ...presented(parsed),
    ...deed(parsed),
    ...shown(parsed, 'See'),
    ...shown(parsed, 'Watch'),
  ]
}
