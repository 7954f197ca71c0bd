import { isThingLine } from '../../../knowledge/things.js'
import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { isDenied } from '../../words/denial.js'
import { meaningIn, ownerOf } from './ask-meaning.js'
import { type Asking, askingsOfMeasure } from './ask-measures.js'
import { bare, capital, inside, isNounPhrase, isWho, numberOf, type ParsedClause, parseClause } from './parse-clause.js'
import { still } from './turn-clause.js'

const time =
  /\b(day|night|morning|evening|week|month|year|spring|summer|autumn|fall|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)s?\b/i

const doing = ({ subject, verb }: ParsedClause): { does: string; base: string } | null => {
  const form = verbForm(verb)
  const number = numberOf(subject, verb)
  if (!form || !number || (form.tense === 'past' && form.base === verb && /ed$/.test(verb))) return null
  return { does: number.past ? 'did' : number.many ? 'do' : 'does', base: form.base }
}

/** "Its blood is blue because it carries copper" asks why its blood is blue. */
function reasonIn(text: string): Asking[] {
  const found = /^(.+?),? because (.+)$/.exec(text)
  if (!found) return []
  const [, said = '', reason = ''] = found
  const answer = `Because ${reason}`
  const be = /^((?:\S+ ){0,3}?\S+) (is|are|was|were) (.+)$/.exec(said)
  if (be) return [{ question: `Why ${be[2]} ${inside(be[1]!)} ${be[3]}?`, answer }]
  const parsed = parseClause(said)
  const does = parsed && doing(parsed)
  if (!parsed || !does) return []
  const question = ['Why', does.does, inside(parsed.subject), does.base, parsed.object, ...parsed.phrases]
  return [{ question: `${question.filter(Boolean).join(' ')}?`, answer }]
}

const inThird = (base: string): string =>
  `${base}${/(s|sh|ch|x|o)$/.test(base) ? 'es' : 's'}`.replace(/([^aeiou])ys$/, '$1ies')

/** Verbs that ask with their preposition: "What does each rod stand for?" */
const fixed =
  /^(?:turn|change|grow|develop) (into) (.+)|^(?:stand|look|search|care) (for) (.+)|^(?:feed|live|rely|depend|stand) (on) (.+)|^(?:come) (from) (.+)/

/** Who or what does it, to what, and where. */
function deedIn(parsed: ParsedClause): Asking[] {
  const { subject, verb, object, phrases } = parsed
  const form = verbForm(verb)
  const does = doing(parsed)
  if (!form || !does || /^(no|not|never|you)\b/i.test(subject)) return []
  const asked: Asking[] = []
  const people = isWho(subject)
  const isName = /^[A-Z]/.test(inside(subject)) && !people && !/^The\b/.test(subject)
  const plainVerb = does.does === 'did' || form.isSingular ? verb : inThird(form.base)
  const isPlain = isNounPhrase(object) && !/\b(its|their|his|her|same)\b/i.test([object, ...phrases].join(' '))
  if (isPlain && !isName && !/^we$/i.test(subject))
    asked.push({
      question: `${people ? 'Who' : 'What'} ${plainVerb} ${[object, ...phrases].join(' ')}?`,
      answer: `${subject} ${does.does}`,
    })
  // "Makes the soil loose": what is made so is no thing that is made.
  const isMadeSo = /^(make|keep|turn|paint|leave|cut)$/.test(form.base) && /^(the|a|an|our|us|them) /i.test(object)
  if (isPlain && !isMadeSo && !still.test(form.base))
    asked.push({
      question: `What ${does.does} ${inside(subject)} ${[form.base, ...phrases].join(' ')}?`,
      answer: capital(object),
    })
  const [where = ''] = phrases
  const [into = '', what = ''] = (fixed.exec(`${form.base} ${where}`) ?? [])
    .slice(1)
    .filter((part) => part !== undefined)
  if (object === '' && phrases.length === 1 && into !== '')
    asked.push({
      question: `What ${does.does} ${inside(subject)} ${form.base} ${into}?`,
      answer: capital(what),
    })
  if (
    object === '' &&
    phrases.length > 0 &&
    into === '' &&
    !isName &&
    !still.test(form.base) &&
    !/\b(its|their|his|her)\b/.test(where)
  )
    asked.push({
      question: `${people ? 'Who' : 'What'} ${plainVerb} ${phrases.join(' ')}?`,
      answer: `${subject} ${does.does}`,
    })
  if (
    phrases.length === 1 &&
    /^(in|on|at|under|near|inside|between|among|above|below|around|every|each) (?!\d)/i.test(where)
  )
    asked.push({
      question: `${/^(every|each)/i.test(where) ? 'How often' : time.test(where) ? 'When' : 'Where'} ${[does.does, inside(subject), form.base, object].filter(Boolean).join(' ')}?`,
      answer: capital(where),
    })
  const date = phrases.at(-1) ?? ''
  if (does.does === 'did' && /^(in|on) (?:\d{3,4}|[A-Z][a-z]+ \d)/.test(date))
    asked.push({
      question: `When did ${[inside(subject), form.base, object, ...phrases.slice(0, -1)].filter(Boolean).join(' ')}?`,
      answer: capital(date),
    })
  return asked
}

/** Questions that the clause answers; none about what it denies, nor from a shortened meaning (`isWhole` false) to its word. */
export function askings(text: string, isWhole = true): Asking[] {
  if (isDenied(text) || isThingLine(text)) return []
  const meant = meaningIn(text)
  if (meant) return isWhole ? meant : []
  const because = reasonIn(text)
  if (because.length > 0) return because
  const measured = askingsOfMeasure(text)
  const owner = ownerOf(text)
  const parsed = owner.length > 0 ? null : parseClause(text)
  return [...measured, ...owner, ...(parsed ? deedIn(parsed) : [])].filter(({ answer }) => bare(answer) !== '')
}
