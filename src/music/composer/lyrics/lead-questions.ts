import { questionLines } from '../../../knowledge/question-lines.js'
import { verbForm } from '../../../knowledge/word-lists/verb-forms.js'
import { isDenied } from '../../words/denial.js'
import { endWord, fits, type Room, sizeOf } from './couplet.js'
import { inside, isPlural, parseClause } from './parse-clause.js'
import { indexed } from './partners.js'
import { shortenFact } from './shorten-fact.js'

const questionsThatRhyme = indexed(questionLines)

export interface Subject {
  text: string
  many: boolean
  past: boolean
  /** Whether it does something, so that "what does it do" can be asked. */
  acts: boolean
}

/** Who or what a fact is about, when that is short and plain, and the fact says what it is or does. */
export function subjectOf(fact: string): Subject | null {
  if (isDenied(fact)) return null
  for (const { text } of shortenFact(fact)) {
    const named = /^((?:\S+ ){0,2}?\S+) (is|are|was|were|has|have|had) /.exec(text)
    const parsed = named ? null : parseClause(text)
    const subject = named?.[1] ?? parsed?.subject
    if (
      !subject ||
      subject.split(' ').length > 4 ||
      /^(it|they|he|she|this|there|these|those|its|their|if|when|in|on|at|no)\b/i.test(subject)
    )
      continue
    const form = parsed ? verbForm(parsed.verb) : undefined
    return {
      text: inside(subject),
      many: named ? /^(are|were|have)$/.test(named[2]!) : isPlural(subject),
      past: named ? /^(was|were|had)$/.test(named[2]!) : form?.tense === 'past',
      acts: form !== undefined,
    }
  }
  return null
}

const filled = (frame: string, { text, many, past }: Subject): string => {
  const words: Record<string, string> = {
    does: past ? 'did' : many ? 'do' : 'does',
    is: past ? (many ? 'were' : 'was') : many ? 'are' : 'is',
    they: many ? 'they' : 'it',
    them: many ? 'them' : 'it',
  }
  const line = frame
    .replace(/\{(does|is|they|them)\}/g, (_, key: string) => words[key]!)
    .replace("{s}'s", many && /s$/.test(text) ? `${text}'` : `${text}'s`)
    .replace('{s}', text)
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** Questions about a fact's subject that rhyme with a line of it and fit the room. */
export function questionsFor(line: string, subject: Subject, room: Room): string[] {
  return questionsThatRhyme(line)
    .filter((frame) => subject.text !== 'we' || /(does|is)\} \{s\} (?!seen)|will \{s\}/.test(frame))
    .filter((frame) => subject.acts || !/\{does\}/.test(frame))
    .filter(
      (frame) => sizeOf(frame.replace(/\{s\}('s)?/, '').replace(/[{}]/g, '')) + sizeOf(subject.text) <= room.max + 1,
    )
    .map((frame) => filled(frame, subject))
    .filter((question) => fits(question, room) && endWord(question) !== endWord(line))
}
