import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { endWord } from './couplet.js'
import type { Filling } from './filling.js'

const keyOf = remembered((line) => wordsOf(line).map(bareWord).join(' '))
const startOf = remembered((line) => bareWord(wordsOf(line)[0] ?? ''))
/** Openings that nobody hears as such. */
const common = /^(the|a|an|and|with|in|on|at|to|by|of|is|are)$/

/** Ways of saying that wear out: one of each is a colour, two are a habit. */
const manners: readonly RegExp[] = [
  /^(See|Watch|Here (is|are))\b/,
  /: (that's|those are|that was)\b/,
  /^That's /,
  / (is|are|was|were) \w+(ed|en|wn|de|ne|ld|nt) by /,
  /, (can you tell|can you guess|do you know|would you say|do you think|and why|and how|and where)\?$|^And what /,
  /^What do we call\b/,
  /^What (is|are) (an? )?[\w-]+( [\w-]+)?\?$/,
  /^How (many|long|often)\b/,
]

/** What the song has sung so far. */
export class Heard {
  private readonly lines = new Map<string, number>()
  private readonly ends = new Map<string, number>()
  private readonly starts = new Map<string, number>()
  private readonly text: string[] = []
  private said = ' '
  private readonly worn = new Map<RegExp, number>()
  private readonly bySection = new Map<number, Set<string>>()
  readonly told = new Set<string>()

  add({ lines, tells }: Filling, section: number): void {
    const here = this.bySection.get(section) ?? new Set()
    for (const one of tells) here.add(one)
    this.bySection.set(section, here)
    for (const line of lines) {
      for (const manner of manners) if (manner.test(line)) this.worn.set(manner, (this.worn.get(manner) ?? 0) + 1)
      this.lines.set(keyOf(line), (this.lines.get(keyOf(line)) ?? 0) + 1)
      this.ends.set(endWord(line), (this.ends.get(endWord(line)) ?? 0) + 1)
      if (!common.test(startOf(line))) this.starts.set(startOf(line), (this.starts.get(startOf(line)) ?? 0) + 1)
      this.text.push(line)
      this.said += `${keyOf(line)} `
    }
    for (const one of tells) this.told.add(one)
  }

  has(term: string): boolean {
    return this.text.some((line) => mentions(line, term))
  }

  /** Whether the section has told one of these already. */
  hasTold({ tells }: Filling, section: number): boolean {
    return tells.some((one) => this.bySection.get(section)?.has(one))
  }

  /** Whether the song has said just this, only broken into other lines. */
  hasSaid({ lines }: Filling): boolean {
    return this.said.includes(` ${lines.map(keyOf).join(' ')} `)
  }

  repeats({ lines }: Filling): boolean {
    return lines.some((line) => this.lines.has(keyOf(line)))
  }

  staleness({ lines }: Filling): number {
    const again = manners.reduce(
      (sum, manner) => sum + 4 * Math.max(0, lines.filter((line) => manner.test(line)).length - 1),
      0,
    )
    return lines.reduce(
      (sum, line) =>
        sum +
        4 * (this.lines.get(keyOf(line)) ?? 0) +
        1.2 * (this.ends.get(endWord(line)) ?? 0) +
        0.6 * (this.starts.get(startOf(line)) ?? 0) +
        manners.reduce((worn, manner) => worn + (manner.test(line) ? 4 * (this.worn.get(manner) ?? 0) : 0), 0),
      again,
    )
  }
}
