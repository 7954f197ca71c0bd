import { lookUp } from '../../../knowledge/dictionary.js'
import type { Asking } from './ask-measures.js'
import { capital, inside } from './parse-clause.js'
import { owning, parted } from './turn-meaning.js'

const isThingOfItsOwn = (subject: string): boolean => !/^(its|their|his|her|our|your|my)\b/i.test(subject)

/** "A sprocket is a thin wheel with teeth" is asked from both sides, as a riddle is. */
export function meaningIn(text: string): Asking[] | null {
  const parts = parted(text)
  if (!parts) return null
  const { subject, be, rest } = parts
  if (!isThingOfItsOwn(subject) || /^(the|a|an)? ?(object|aim|goal|art|science|name|first|one|word)$/i.test(subject))
    return []
  const asked: Asking[] = []
  const isName = inside(subject) === subject && /^[A-Z]/.test(subject)
  const rare = /^(the (?:only|first|last|most|largest|smallest|biggest|\w{2,}est)\b.*)$/.exec(rest)
  if (rare) asked.push({ question: `What ${be} ${rest}?`, answer: subject })
  else if (
    !isName &&
    !/^the\b/i.test(subject) &&
    !/^\S*\d|^(one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(subject)
  )
    asked.push({ question: `What ${be} ${inside(subject)}?`, answer: capital(rest) })
  const relative = /^(?:a|an|the) ((?:[a-z-]+ ){0,2}?[a-z-]+) that ((?:\S+ )*\S+)$/.exec(rest)
  if (
    relative &&
    /^[a-z]+$/.test(relative[1]!.split(' ').at(-1)!) &&
    lookUp(relative[1]!.split(' ').at(-1)!).length > 0
  )
    asked.push({ question: `What ${relative[1]} ${relative[2]}?`, answer: subject })
  else if (!isName && !rare && be === 'is' && /^(a|an|someone|something)\b/.test(rest))
    asked.push({ question: `What do we call ${rest}?`, answer: subject })
  return asked
}

/** "An octopus has three hearts" asks what has three hearts. */
export function ownerOf(text: string): Asking[] {
  const [, subject = '', has = '', what = ''] = owning.exec(text) ?? []
  if (subject === '' || !/^(an?|the)\b/i.test(subject) || /\b(its|their)\b/.test(what)) return []
  return [{ question: `What ${has === 'had' ? 'had' : 'has'} ${what}?`, answer: subject }]
}
