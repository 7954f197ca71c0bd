import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { isDenied } from '../../words/denial.js'
import { bare, capital, inside, isNounPhrase, isPlural, parseClause } from './parse-clause.js'
import { owning, parted, still } from './turn-clause.js'

/** A question that the clause answers, each a line. */
export interface Asking {
  question: string
  answer: string
}

const time =
  /\b(day|night|morning|evening|week|month|year|spring|summer|autumn|fall|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)s?\b/i

const isWho = (subject: string): boolean =>
  /^(we|people|children|women|men|kids|farmers|bakers|scientists|sailors|students|players|workers)$/i.test(
    bare(subject.split(' ').at(-1)!),
  ) ||
  /\w(keep|bak|farm|work|play|paint|writ|sing|teach|driv|build|collect|swimm|min|hunt|weav|knitt)ers?$/i.test(subject)

/** "Its blood is blue because it carries copper" asks why its blood is blue. */
function reasonIn(text: string): Asking | null {
  const found = /^(.+?),? because (.+)$/.exec(text)
  if (!found) return null
  const [, said = '', reason = ''] = found
  const be = /^((?:\S+ ){0,3}?\S+) (is|are|was|were) (.+)$/.exec(said)
  if (be) return { question: `Why ${be[2]} ${inside(be[1]!)} ${be[3]}?`, answer: `Because ${reason}` }
  const parsed = parseClause(said)
  const form = parsed && verbForm(parsed.verb)
  if (!parsed || !form) return null
  const does = form.tense === 'past' ? 'did' : isPlural(parsed.subject) ? 'do' : 'does'
  const question = ['Why', does, inside(parsed.subject), form.base, parsed.object, ...parsed.phrases]
    .filter(Boolean)
    .join(' ')
  return { question: `${question}?`, answer: `Because ${reason}` }
}

/** Questions that the clause answers; none about what it denies. */
export function askings(text: string): Asking[] {
  if (isDenied(text)) return []
  const parts = parted(text)
  if (parts) {
    const { subject, be, rest } = parts
    const who = inside(subject) === subject && /\bwho\b/.test(rest)
    return /^The \w+( \w+)?$/.test(subject) || /^(its|their)\b/i.test(subject)
      ? []
      : [{ question: `${who ? 'Who' : 'What'} ${be} ${inside(subject)}?`, answer: capital(rest) }]
  }
  const because = reasonIn(text)
  if (because) return [because]
  const had = owning.exec(text)
  if (had) {
    const [, subject = '', has = '', what = ''] = had
    const does = has === 'had' ? 'did' : has === 'have' ? 'do' : 'does'
    return [
      { question: `What ${does} ${inside(subject)} have?`, answer: capital(what) },
      ...(/^(the|an?|its|their)\b/i.test(subject) && !/^(its|their)\b/i.test(subject)
        ? [{ question: `What has ${what}?`, answer: subject }]
        : []),
    ]
  }
  const parsed = parseClause(text)
  if (!parsed) return []
  const { subject, verb, object, phrases } = parsed
  const form = verbForm(verb)
  if (!form || object === '' || /^(no|not|never)\b/i.test(subject)) return []
  const does = form.tense === 'past' ? 'did' : isPlural(subject) ? 'do' : 'does'
  const asks = isWho(subject) ? 'Who' : /^[A-Z]/.test(inside(subject)) ? null : 'What'
  const asked: Asking[] = []
  const plainVerb =
    form.tense === 'past' || !isPlural(subject)
      ? verb
      : `${form.base}${/(s|sh|ch|x|o)$/.test(form.base) ? 'es' : 's'}`.replace(/([^aeiou])ys$/, '$1ies')
  if (asks && isNounPhrase(object) && !/\b(its|their|his|her)\b/i.test([object, ...phrases].join(' ')))
    asked.push({ question: `${asks} ${plainVerb} ${[object, ...phrases].join(' ')}?`, answer: `${subject} ${does}` })
  if (isNounPhrase(object) && !still.test(form.base) && !/^(its|their|his|her)\b/i.test(object))
    asked.push({
      question: `What ${does} ${inside(subject)} ${[form.base, ...phrases].join(' ')}?`,
      answer: capital(object),
    })
  const [where] = phrases
  if (
    phrases.length === 1 &&
    where &&
    /^(in|on|at|under|near|inside|between|among|above|below|around) (?!\d)/i.test(where)
  )
    asked.push({
      question: `${time.test(where) ? 'When' : 'Where'} ${does} ${inside(subject)} ${form.base} ${object}?`,
      answer: capital(where),
    })
  return asked
}
