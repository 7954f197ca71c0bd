import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { type Couplet, endWord, rhymes, sizeOf } from './couplet.js'
import { fillFrame, partnersFor, tags } from './partners.js'
import { type Clause, shortenFact } from './shorten-fact.js'

export interface Room {
  min: number
  best: number
  max: number
}

export interface Telling {
  fact: string
  /** What the couplet tells, for `Couplet.tells`. */
  tells: string
  order: number
}

const fits = (line: string, room: Room): boolean => {
  const size = sizeOf(line)
  return size >= room.min && size <= room.max
}
const off = (line: string, room: Room): number => Math.abs(sizeOf(line) - room.best) / 4

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
            pairs.push({ lines: [`${a.text},`, `${b.text}.`], role: 'fact', order: first.telling.order, tells: `${first.telling.tells}+${second.telling.tells}`, worth })
          }
  return pairs
}

/** A fact and, before or behind it, what the class does with its word. */
function withPartner(telling: Telling, clause: Clause, terms: readonly string[], room: Room, random: Random): Couplet[] {
  const couplets: Couplet[] = []
  for (const frame of partnersFor(clause.text))
    for (const term of termsFor(telling.fact, terms)) {
      const partner = fillFrame(frame, term)
      if (!fits(partner, room) || endWord(partner) === endWord(clause.text)) continue
      const asks = /^(Who|What|Which|Is|Ask|Tell me|Look)\b/.test(partner)
      const lead = asks || random.chance(0.6)
      const lines = lead ? ([`${partner}${/^(Who|What|Which|Is|What's)\b/.test(partner) ? '?' : ':'}`, `${clause.text}.`] as const) : ([`${clause.text}:`, `${partner}.`] as const)
      couplets.push({ lines, role: 'fact', order: telling.order, tells: telling.tells, worth: clause.kept - off(clause.text, room) - off(partner, room) + random.next() * 0.6 })
    }
  return couplets
}

/** A fact that ends in a word without a rhyme, closed by a short command that has one. */
function withTag(telling: Telling, clause: Clause, terms: readonly string[], room: Room, random: Random): Couplet[] {
  return tags
    .map((tag) => ({ text: `${clause.text}: ${tag}`, kept: clause.kept }))
    .filter(({ text }) => fits(text, room))
    .flatMap((tagged) => withPartner(telling, tagged, terms, room, random))
    .map((couplet) => ({ ...couplet, lines: [couplet.lines[0].replace(/(:.*):$/, '$1,'), couplet.lines[1]] as const, worth: couplet.worth - 0.5 }))
}

/** Couplets for facts that nobody wrote couplets for: each fact shortened to one line, with a rhyme found for it. */
export function factCouplets(tellings: readonly Telling[], terms: readonly string[], room: Room, random: Random): Couplet[] {
  const told = tellings.map((telling) => ({ telling, clauses: shortenFact(telling.fact) }))
  const singable = told.map(({ telling, clauses }) => ({ telling, clauses: clauses.filter(({ text }) => fits(text, room)) }))
  const paired = pairsOfFacts(singable, room)
  const partnered = singable.flatMap(({ telling, clauses }) => clauses.flatMap((clause) => withPartner(telling, clause, terms, room, random)))
  const bare = told.filter(({ telling }) => !partnered.some(({ tells }) => tells === telling.tells))
  const tagged = bare.flatMap(({ telling, clauses }) => clauses.flatMap((clause) => withTag(telling, clause, terms, room, random)))
  return [...paired, ...partnered, ...tagged]
}
