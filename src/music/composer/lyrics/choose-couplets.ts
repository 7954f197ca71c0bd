import type { Random } from '../../random.js'
import { asSung } from '../../words/as-sung.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { type Couplet, endWord, sizeOf } from './couplet.js'
import { offGrade } from './off-grade.js'
import type { Slot } from './slots.js'

/** What the song has so far, so that nothing is said, rhymed or begun twice. */
class Sung {
  private readonly lines = new Set<string>()
  private readonly told = new Set<string>()
  private readonly ends = new Map<string, number>()
  private readonly starts = new Map<string, number>()
  private readonly text: string[] = []

  add({ lines, tells }: Couplet): void {
    for (const line of lines) {
      this.lines.add(asSung(line))
      count(this.ends, endWord(line))
      count(this.starts, startOf(line))
      this.text.push(line)
    }
    for (const one of tells.split('+')) if (one) this.told.add(one)
  }

  repeats({ lines, tells }: Couplet): boolean {
    return (
      lines.some((line) => this.lines.has(asSung(line))) ||
      tells.split('+').some((one) => one !== '' && this.told.has(one))
    )
  }

  /** What it costs that the couplet's rhymes or openings were heard before. */
  staleness({ lines }: Couplet): number {
    return lines.reduce(
      (sum, line) => sum + 0.8 * (this.ends.get(endWord(line)) ?? 0) + 0.5 * (this.starts.get(startOf(line)) ?? 0),
      0,
    )
  }

  has(term: string): boolean {
    return this.text.some((line) => mentions(line, term))
  }
}

const startOf = remembered((line) => bareWord(wordsOf(line)[0] ?? ''))
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

/** How far the couplet is from the syllables that its slot has room for. */
function misfit({ lines }: Couplet, { room }: Slot): number {
  return lines.reduce((sum, line) => {
    const size = sizeOf(line)
    const outside = Math.max(0, room.min - size, size - room.max)
    return sum + Math.abs(size - room.best) * 0.12 + outside * 3
  }, 0)
}

interface Wish {
  slots: readonly Slot[]
  pool: readonly Couplet[]
  keyTerms: readonly string[]
  /** Whether the request names the terms: then they matter more. */
  asked: boolean
  gradeLevel: number
  /** Words that are being taught, whatever the request names: they count as easy ones. */
  taught: readonly string[]
  random: Random
}

/** How much chance there is in the choice, so that seeds give different songs. */
const chance = 12.5
/** What a grade costs that a couplet's words lie off: they lean to the class's level, they are not ruled by it. */
const perGrade = 1.2

/** What may fill a slot, and what it costs that a couplet was written for something else: a chorus may hold on to a fact. */
const suits: Record<Couplet['role'], Partial<Record<Couplet['role'], number>>> = {
  scene: { scene: 0, fact: 3 },
  turn: { turn: 0, fact: 1.2 },
  close: { close: 0, turn: 0.8, fact: 0.5 },
  fact: { fact: 0, turn: 4, close: 4.5, scene: 5 },
}

/**
 * A couplet for each slot: what fits the tune, says something new, uses key terms not yet heard, and follows the order of
 * telling from slot to slot. The seed decides among what is as good. A slot for which nothing is left stays empty.
 */
export function chooseCouplets({
  slots,
  pool,
  keyTerms,
  asked,
  gradeLevel,
  taught,
  random,
}: Wish): (Couplet | undefined)[] {
  const sung = new Sung()
  const liking = new Map(
    pool.map((couplet) => [couplet, random.next() * chance - perGrade * offGrade(couplet, gradeLevel, taught)]),
  )
  const chosen: (Couplet | undefined)[] = slots.map(() => undefined)
  const best = (slot: Slot, among: readonly Couplet[]): Couplet | undefined => {
    let top: Couplet | undefined
    let most = Number.NEGATIVE_INFINITY
    for (const couplet of among) {
      const unsuited = suits[slot.role][couplet.role]
      if (unsuited === undefined || sung.repeats(couplet)) continue
      const fresh = keyTerms.filter(
        (term) => !sung.has(term) && couplet.lines.some((line) => mentions(line, term)),
      ).length
      const worth =
        couplet.worth +
        liking.get(couplet)! -
        unsuited +
        (couplet.tells === '' ? 1 : asked ? 4.5 : 1.7) * fresh -
        misfit(couplet, slot) -
        sung.staleness(couplet)
      if (worth > most) [top, most] = [couplet, worth]
    }
    return top
  }
  for (const wanted of ['scene', 'turn', 'close', 'fact'] as const) {
    const taken: { at: number; couplet: Couplet }[] = []
    for (const [at, slot] of slots.entries()) {
      if (slot.role !== wanted) continue
      const couplet = best(slot, pool)
      if (!couplet) continue
      sung.add(couplet)
      taken.push({ at, couplet })
    }
    const inOrder = wanted === 'fact' ? [...taken].sort((a, b) => a.couplet.order - b.couplet.order) : taken
    for (const [n, { at }] of taken.entries()) chosen[at] = inOrder[n]!.couplet
  }
  return chosen
}
