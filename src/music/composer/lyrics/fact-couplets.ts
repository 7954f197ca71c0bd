import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { type Couplet, endWord, fits, off, type Room, rhymes, sizeOf } from './couplet.js'
import { overTwoLines } from './fact-over-two-lines.js'
import { fillFrame, partnersFor } from './partners.js'
import { type Clause, shortenFact } from './shorten-fact.js'

/** A fact that a couplet is wanted for. */
export interface Telling {
  fact: string
  /** What the couplet tells, for `Couplet.tells`. */
  tells: string
  order: number
}

/** The term a line stands beside: one of the fact's own, else one of the song's. */
function termsFor(fact: string, terms: readonly string[]): string[] {
  const own = terms.filter((term) => mentions(fact, term))
  return own.length > 0 ? own : terms.slice(0, 2)
}

/** Couplets of two facts whose shortened forms rhyme as they are. */
function pairsOfFacts(told: readonly { telling: Telling; clauses: Clause[] }[], room: Room): Couplet[] {
  const pairs: Couplet[] = []
  for (const [at, first] of told.entries())
    for (const second of told.slice(at + 1))
      for (const a of first.clauses)
        for (const b of second.clauses)
          if (rhymes(a.text, b.text)) {
            const worth = 1 + a.kept + b.kept - off(a.text, room) - off(b.text, room)
            pairs.push({
              lines: [`${a.text},`, `${b.text}.`],
              role: 'fact',
              order: first.telling.order,
              tells: `${first.telling.tells}+${second.telling.tells}`,
              worth,
            })
          }
  return pairs
}

/** A fact and, before or behind it, what the class does with its word. */
function withPartner(
  telling: Telling,
  clause: Clause,
  terms: readonly string[],
  room: Room,
  random: Random,
): Couplet[] {
  const couplets: Couplet[] = []
  for (const term of termsFor(telling.fact, terms))
    for (const frame of partnersFor(clause.text)) {
      const size = sizeOf(frame.replace('{t}', '')) + sizeOf(term)
      if (size > room.max || size < room.min) continue
      const partner = fillFrame(frame, term)
      if (!fits(partner, room) || endWord(partner) === endWord(clause.text)) continue
      const asks = /^(Who|What|Which|Is|Ask|Tell me|Look)\b/.test(partner)
      const lead = asks || random.chance(0.6)
      const lines = lead
        ? ([
            /[?!]$/.test(partner) ? partner : `${partner}${/^(Who|What|Which|Is|Are)\b/.test(partner) ? '?' : ':'}`,
            `${clause.text}.`,
          ] as const)
        : ([`${clause.text}:`, `${partner}.`] as const)
      couplets.push({
        lines,
        role: 'fact',
        order: telling.order,
        tells: telling.tells,
        worth: clause.kept - off(clause.text, room) - off(partner, room) + random.next() * 0.6,
      })
    }
  return couplets
}

/** Couplets for facts that nobody wrote couplets for: each fact shortened, parted or paired until a rhyme is found for it. */
export function factCouplets(
  tellings: readonly Telling[],
  terms: readonly string[],
  room: Room,
  random: Random,
): Couplet[] {
  const told = tellings.map((telling) => ({ telling, clauses: shortenFact(telling.fact) }))
  const inOneLine = told.map(({ telling, clauses }) => ({
    telling,
    clauses: clauses.filter(({ text }) => fits(text, room)),
  }))
  return [
    ...pairsOfFacts(inOneLine, room),
    ...inOneLine.flatMap(({ telling, clauses }) =>
      clauses.flatMap((clause) => withPartner(telling, clause, terms, room, random)),
    ),
    ...told.flatMap(({ telling, clauses }) =>
      clauses.flatMap(({ text, kept }) =>
        overTwoLines(text, room, random).map(({ lines, worth }) => ({
          lines,
          role: 'fact' as const,
          order: telling.order,
          tells: telling.tells,
          worth: worth + kept,
        })),
      ),
    ),
  ]
}
