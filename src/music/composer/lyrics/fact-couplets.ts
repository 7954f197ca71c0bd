import type { Random } from '../../random.js'
import { type Couplet, fits, off, type Room, rhymes } from './couplet.js'
import { overTwoLines } from './fact-over-two-lines.js'
import { type Clause, shortenFact } from './shorten-fact.js'

/** A fact that a couplet is wanted for. */
export interface Telling {
  fact: string
  /** What the couplet tells, for `Couplet.tells`. */
  tells: string
  order: number
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

/** Couplets for facts that nobody wrote couplets for, where their own words rhyme: over two lines, or a line each. */
export function factCouplets(tellings: readonly Telling[], room: Room, random: Random): Couplet[] {
  const told = tellings.map((telling) => ({ telling, clauses: shortenFact(telling.fact) }))
  const inOneLine = told.map(({ telling, clauses }) => ({
    telling,
    clauses: clauses.filter(({ text }) => fits(text, room)),
  }))
  return [
    ...pairsOfFacts(inOneLine, room),
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
