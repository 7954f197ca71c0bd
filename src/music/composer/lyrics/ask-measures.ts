import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { capital, inside, isPlural } from './parse-clause.js'

/** A question that a clause answers, each a line. */
export interface Asking {
  question: string
  answer: string
}

const count =
  '(?:(?:more than|less than|about|over|nearly|almost|exactly|only|up to) )?(?:\\d[\\d,.]*|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion)(?:-\\w+)?(?: (?:and |a )?)?)+)'
const month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|winter)'
const when = `(?:in|on|since|around) (?:(?:the )?(?:early |late )?\\d{3,4}s?(?: (?:AD|BC|BCE|CE))?|${month}(?: \\d[\\d, ]*)?)`

const pattern = (source: string) => new RegExp(`^${source}$`)
const owned = pattern(`((?:\\S+ ){0,3}?\\S+) (has|have|had) (${count}) ([a-z]\\S*(?: [a-z]\\S*)?)`)
const counted = pattern(`(${capitalised(count)}) ([a-z]+) (were|are|was|is) ([a-z]+(?: .+)?)`)
const doers = pattern(`(${capitalised(count)}) ([a-z]+) ([a-z]+) (.+)`)
const sized = pattern(`(.+?) (is|are|was|were) (${count} [a-z]+) (long|wide|tall|high|deep|old|heavy|thick|away)`)
const lasted = pattern(`(.+?) (lasted|lasts|burned|took|takes|stood) (?:for )?(${count} [a-z]+)`)
const since = pattern(`((?:\\S+ ){0,3}?\\S+) (have|has) ([a-z]+(?:ed|en|ne|wn|t|de) .+?) (for ${count} [a-z]+)`)
const dated = pattern(`(.+?) (was|were|is|are) (${when})`)
const placed = pattern('((?:\\S+ ){0,3}?\\S+) (is|are) ((?:on|in|under|near|above|below|inside) .+)')

function capitalised(source: string): string {
  return `(?:${source}|[A-Z][a-z]+(?: (?:than|thousand|hundred|million|${source}))*)`
}

const isCount = (text: string): boolean => new RegExp(`^${count}$`).test(text.charAt(0).toLowerCase() + text.slice(1))
const plain = (subject: string): boolean =>
  !/^(it|they|he|she|there|this|that|its|their)\b/i.test(subject) && !/,/.test(subject)

/** Questions that numbers answer: how many, how long, when; and where a thing stands. */
export function askingsOfMeasure(text: string): Asking[] {
  const asked: Asking[] = []
  const ask = (question: string, answer: string) =>
    asked.push({ question: `${question}?`, answer: capital(answer.trim()) })
  const [, owner = '', has, many = '', things = ''] = owned.exec(text) ?? []
  if (has && plain(owner)) {
    const does = has === 'had' ? 'did' : has === 'has' ? 'does' : 'do'
    ask(`How many ${things} ${does} ${inside(owner)} have`, `${many.trim()} ${things}`)
  }
  const [, much = '', noun = '', be = '', rest = ''] = counted.exec(text) ?? []
  if (be && isCount(much) && !/^(a|an|the)\b/.test(rest)) ask(`How many ${noun} ${be} ${rest}`, much)
  const [, crowd = '', folk = '', does = '', what = ''] = doers.exec(text) ?? []
  const form = be ? undefined : verbForm(does)
  if (form?.tense === 'past' && isCount(crowd) && !/\b(its|their)\b/.test(what))
    ask(`How many ${folk} ${does} ${what}`, crowd)
  const [, thing = '', is = '', size = '', way = ''] = sized.exec(text) ?? []
  if (is && plain(thing)) ask(`How ${way === 'away' ? 'far away' : way} ${is} ${inside(thing)}`, size)
  const [, event = '', went = '', span = ''] = lasted.exec(text) ?? []
  if (went && plain(event)) {
    const { base, tense } = verbForm(went)!
    ask(`How long ${tense === 'past' ? 'did' : 'does'} ${inside(event)} ${base}`, span)
  }
  const [, users = '', have = '', used = '', years = ''] = since.exec(text) ?? []
  if (have && plain(users)) ask(`How long ${have} ${inside(users)} ${used}`, years)
  const [, day = '', was = '', date = ''] = dated.exec(text) ?? []
  if (was && plain(day)) ask(`When ${was} ${inside(day)}`, date)
  const [, held = '', stands = '', spot = ''] = was ? [] : (placed.exec(text) ?? [])
  if (stands && plain(held) && !/^in (?:the )?\d|\b(order|fact|danger|use)\b/.test(spot))
    ask(`Where ${isPlural(held) ? 'are' : stands} ${inside(held)}`, spot)
  return asked
}
