import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { endWord } from './couplet.js'
import type { Filling } from './fillings.js'

const keyOf = remembered((line) => wordsOf(line).map(bareWord).join(' '))
const startOf = remembered((line) => bareWord(wordsOf(line)[0] ?? ''))
/** Openings that nobody hears as such. */
const common = /^(the|a|an|and|with|in|on|at|to|by|of|is|are)$/

/** What the song has sung so far. */
export class Heard {
  private readonly lines = new Map<string, number>()
  private readonly ends = new Map<string, number>()
  private readonly starts = new Map<string, number>()
  private readonly text: string[] = []
  readonly told = new Set<string>()

  add({ lines, tells }: Filling): void {
    for (const line of lines) {
      this.lines.set(keyOf(line), (this.lines.get(keyOf(line)) ?? 0) + 1)
      this.ends.set(endWord(line), (this.ends.get(endWord(line)) ?? 0) + 1)
      if (!common.test(startOf(line))) this.starts.set(startOf(line), (this.starts.get(startOf(line)) ?? 0) + 1)
      this.text.push(line)
    }
    for (const one of tells) this.told.add(one)
  }

  has(term: string): boolean {
    return this.text.some((line) => mentions(line, term))
  }

  repeats({ lines }: Filling): boolean {
    return lines.some((line) => this.lines.has(keyOf(line)))
  }

  staleness({ lines }: Filling): number {
    return lines.reduce(
      (sum, line) =>
        sum +
        4 * (this.lines.get(keyOf(line)) ?? 0) +
        1.2 * (this.ends.get(endWord(line)) ?? 0) +
        0.6 * (this.starts.get(startOf(line)) ?? 0),
      0,
    )
  }
}
