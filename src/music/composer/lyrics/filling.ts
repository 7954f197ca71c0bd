import type { Subject } from './lead-questions.js'

/** One or two half verses that fill a slot. */
export interface Filling {
  lines: readonly string[]
  tells: readonly string[]
  order: number
  worth: number
  asks: number
}

/** A fact in its one-line forms, the best first. */
export interface Single {
  tells: string
  order: number
  subject: Subject | null
  lines: readonly { text: string; worth: number }[]
}

/** What lines that should rhyme cost when they do not quite, or not at all. */
export const poor = { slant: 4, none: 16 }

/** What it costs to ask about a fact's subject for want of a rhyme between facts. */
export const leading = 10

/** The best few of those that tell the same. */
export function bestOf(fillings: Filling[], each: number, most: number): Filling[] {
  const count = new Map<string, number>()
  return fillings
    .sort((a, b) => b.worth - a.worth)
    .filter(({ tells }) => {
      const key = [...tells].sort().join('+')
      const seen = count.get(key) ?? 0
      count.set(key, seen + 1)
      return seen < each
    })
    .slice(0, most)
}
