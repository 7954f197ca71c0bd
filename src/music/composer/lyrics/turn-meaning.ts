import { capital, inside } from './parse-clause.js'

/** The same said in another order, so that another word stands at the end. */
export interface Turning {
  text: string
  /** What the change costs in naturalness, from 0. */
  cost: number
}

/** Two parts of a sentence about "is", where the second can stand first. */
export function parted(text: string): { subject: string; be: string; rest: string } | null {
  if (/[;:()]/.test(text)) return null
  const found = /^((?:\S+ ){0,4}?\S+) (is|are|was|were) (.+)$/.exec(text)
  if (!found) return null
  const [, subject = '', be = '', rest = ''] = found
  if (
    /^(it|they|he|she|this|there|these|those|what|where|when|how|some|most|many|in|on|at|by|for|from)$/i.test(
      subject.split(' ')[0]!,
    )
  )
    return null
  if (!/^(a|an|the|one of|someone|something|large|small|flightless|short-\w+)\b/.test(rest)) return null
  return { subject, be, rest }
}

/** A meaning with its second part first: "A wheel with teeth: that's a sprocket". */
export function named(text: string): Turning[] {
  const parts = parted(text)
  if (!parts) return []
  const { subject, be, rest } = parts
  const turned: Turning[] = [
    {
      text: `${capital(rest)}: ${be === 'is' ? "that's" : be === 'are' ? 'those are' : `that ${be}`} ${inside(subject)}`,
      cost: 2,
    },
  ]
  if (/^the \w+est\b|^the (most|first|only|last)\b/.test(rest))
    turned.push({ text: `${capital(rest)} ${be} ${inside(subject)}`, cost: 0.1 })
  return turned
}

/** "An octopus has three hearts" as "Three hearts: that's what an octopus has". */
export function owned(text: string): Turning[] {
  const found = owning.exec(text)
  if (!found) return []
  const [, subject = '', has = '', what = ''] = found
  return [{ text: `${capital(what)}: that's what ${inside(subject)} ${has}`, cost: 0.9 }]
}

/** Who has what: "An octopus", "has", "three hearts". */
export const owning =
  /^((?:\S+ ){0,3}?\S+) (has|have|had) ((?!to\b|been\b|no\b|not\b|\w+ed\b|made\b|built\b|found\b|known\b|seen\b|grown\b|become\b|taken\b|won\b|written\b)[^,;:]+)$/
