import { deedQuestions, meaningQuestions } from '../../../knowledge/question-lines.js'
import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { isDenied } from '../../words/denial.js'
import { askings } from './ask-clause.js'
import { endWord, fits, type Room, sizeOf } from './couplet.js'
import { inside, numberOf, parseClause } from './parse-clause.js'
import { indexed } from './partners.js'
import { shortenFact } from './shorten-fact.js'
import { still } from './turn-clause.js'

const deedsThatRhyme = indexed(deedQuestions)
const meaningsThatRhyme = indexed(meaningQuestions)

export interface Subject {
  text: string
  many: boolean
  past: boolean
  /** What can be asked of it: what it does, or what it is. */
  asked: 'deed' | 'meaning' | null
}

/** Who or what a fact is about, when that is short and plain. */
export function subjectOf(fact: string): Subject | null {
  if (isDenied(fact)) return null
  for (const { text } of shortenFact(fact)) {
    const named = /^((?:\S+ ){0,2}?\S+) (is|are|was|were|has|have|had) /.exec(text)
    const parsed = named ? null : parseClause(text)
    const subject = named?.[1] ?? parsed?.subject
    if (
      !subject ||
      subject.split(' ').length > 4 ||
      /^(it|they|he|she|this|there|these|those|its|their|if|when|in|on|at|no|some|most|many|more|each|every)\b/i.test(
        subject,
      )
    )
      continue
    const form = parsed ? verbForm(parsed.verb) : undefined
    const number = numberOf(subject, named?.[2] ?? parsed?.verb ?? '')
    if (!number) continue
    const isMeaning = askings(text).some(({ question }) => question === `What ${named?.[2]} ${inside(subject)}?`)
    return {
      text: inside(subject),
      many: number.many,
      past: number.past,
      asked: form && !still.test(form.base) ? 'deed' : isMeaning ? 'meaning' : null,
    }
  }
  return null
}

const filled = (frame: string, { text, many, past }: Subject): string => {
  const words: Record<string, string> = {
    does: past ? 'did' : many ? 'do' : 'does',
    is: past ? (many ? 'were' : 'was') : many ? 'are' : 'is',
  }
  const line = frame.replace(/\{(does|is)\}/g, (_, key: string) => words[key]!).replace('{s}', text)
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** Questions about a fact's subject that rhyme with a line of it and fit the room. */
export function questionsFor(line: string, subject: Subject, room: Room): string[] {
  if (subject.asked === null || subject.text === 'we') return []
  return (subject.asked === 'deed' ? deedsThatRhyme : meaningsThatRhyme)(line)
    .filter((frame) => sizeOf(frame.replace(/[{}]/g, '')) - 1 + sizeOf(subject.text) <= room.max + 1)
    .map((frame) => filled(frame, subject))
    .filter((question) => fits(question, room) && endWord(question) !== endWord(line))
}
