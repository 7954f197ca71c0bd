import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { bareWord, wordsOf } from '../../words/pronunciation.js'
import { remembered } from '../../words/remembered.js'
import { lastWord, rhymeOfWords } from '../../words/rhyme.js'
import { endsOf, endWord, type Room, rhymes } from './couplet.js'
import type { HalfVerse } from './half-verse.js'
import { questionsFor, type Subject } from './lead-questions.js'
import type { Slot } from './slots.js'

/** One or two half verses that fill a slot. */
interface Filling {
  lines: readonly string[]
  tells: readonly string[]
  order: number
  worth: number
  asks: number
}

const keyOf = remembered((line) => wordsOf(line).map(bareWord).join(' '))
const startOf = remembered((line) => bareWord(wordsOf(line)[0] ?? ''))
/** Openings that nobody hears as such. */
const common = /^(the|a|an|and|with|in|on|at|to|by|of|is|are)$/

const alone = (half: HalfVerse): Filling => ({ ...half, asks: half.asks ? 1 : 0 })

/** What lines that should rhyme cost when they do not quite, or not at all. */
const poor = { slant: 12, none: 22 }

const together = (first: HalfVerse, second: HalfVerse, cost: number): Filling => ({
  lines: [...first.lines, ...second.lines],
  tells: [...first.tells, ...second.tells],
  order: (first.order + second.order) / 2,
  worth:
    first.worth +
    second.worth -
    cost -
    Math.abs(first.order - second.order) * 0.15 -
    (first.order > second.order ? 0.4 : 0),
  asks: (first.asks ? 1 : 0) + (second.asks ? 1 : 0),
})

/** The best few of those that tell the same. */
function bestOf(fillings: Filling[], each: number, most: number): Filling[] {
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

const areApart = (first: HalfVerse, second: HalfVerse): boolean =>
  !first.tells.some((one) => second.tells.includes(one))

/** With a single fact, a verse says the same in other words. */
const inOtherWords = (first: HalfVerse, second: HalfVerse): boolean =>
  !first.lines.some((line) => second.lines.includes(line))

/** Half verses whose second lines rhyme; where hardly any do, those that come near it, or say different things at least. */
function quatrains(halves: readonly HalfVerse[], goTogether = areApart): Filling[] {
  const byEnd = new Map<string, HalfVerse[]>()
  for (const half of halves)
    for (const key of endsOf(half.lines[1])) (byEnd.get(key) ?? byEnd.set(key, []).get(key)!).push(half)
  const found: Filling[] = []
  for (const group of byEnd.values())
    for (const first of group)
      for (const second of group)
        if (first !== second && goTogether(first, second) && rhymes(first.lines[1], second.lines[1]))
          found.push(together(first, second, 0))
  const told = new Set(found.flatMap(({ tells }) => tells))
  const stranded = halves.filter(({ tells }) => !tells.every((one) => told.has(one)) || found.length < 12)
  for (const first of bestPerEnd(stranded).slice(0, 24))
    for (const second of bestPerEnd(halves).slice(0, 60)) {
      if (first === second || !goTogether(first, second)) continue
      const kind = rhymeOfWords(lastWord(first.lines[1]), lastWord(second.lines[1]))
      if (kind === 'slant') found.push(together(first, second, poor.slant))
      else if (kind === 'none' && found.length < 200) found.push(together(first, second, poor.none))
    }
  return found.length > 0 || goTogether === inOtherWords ? bestOf(found, 4, 500) : quatrains(halves, inOtherWords)
}

function bestPerEnd(halves: readonly HalfVerse[]): HalfVerse[] {
  const seen = new Set<string>()
  return [...halves]
    .sort((a, b) => b.worth - a.worth)
    .filter(({ lines, tells }) => {
      const key = `${endWord(lines[1])} ${tells.join('+')}`
      return !seen.has(key) && seen.add(key)
    })
}

/** Two lines that rhyme with each other, or nearly, or not at all, in that order of liking. */
function couplets(halves: readonly HalfVerse[]): Filling[] {
  return bestOf(
    halves.map((half) => {
      const [first, second] = half.lines
      const kind = rhymes(first, second) ? 'perfect' : rhymeOfWords(lastWord(first), lastWord(second))
      const cost = kind === 'perfect' ? 0 : kind === 'slant' ? poor.slant : poor.none
      return { ...alone(half), worth: half.worth - cost }
    }),
    3,
    300,
  )
}

/** What the song has sung so far. */
class Heard {
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

/** A fact in its one-line forms, the best first. */
export interface Single {
  tells: string
  order: number
  subject: Subject | null
  lines: readonly { text: string; worth: number }[]
}

/** What it costs to ask about a fact's subject for want of a rhyme between facts. */
const leading = 2.2

/** A fact in a line, a question about the next, and that told over two lines whose end rhymes with the question. */
function ledQuatrains(halves: readonly HalfVerse[], singles: readonly Single[], room: Room): Filling[] {
  const found: Filling[] = []
  for (const half of bestPerEnd(halves)) {
    if (!half.subject || half.asks) continue
    for (const question of questionsFor(half.lines[1], half.subject, room))
      for (const single of singles) {
        if (half.tells.includes(single.tells)) continue
        for (const line of single.lines.slice(0, 2))
          found.push({
            lines: [`${line.text}.`, question, ...half.lines],
            tells: [single.tells, ...half.tells],
            order: (single.order + half.order) / 2,
            worth:
              line.worth +
              half.worth -
              leading -
              Math.abs(half.order - single.order) * 0.15 -
              (single.order > half.order ? 0.4 : 0),
            asks: 1,
          })
      }
  }
  return found
}

/** A question about a fact's subject, and the fact in one line that rhymes with it. */
const ledCouplets = (singles: readonly Single[], room: Room): Filling[] =>
  singles.flatMap(({ subject, lines, tells, order }) =>
    subject === null
      ? []
      : lines.flatMap(({ text, worth }) =>
          questionsFor(text, subject, room).map((question) => ({
            lines: [question, `${text}.`],
            tells: [tells],
            order,
            worth: worth * 2 - leading - 0.5,
            asks: 1,
          })),
        ),
  )

/** Two facts, a line each, that rhyme as they are. */
function rhymedSingles(singles: readonly Single[]): Filling[] {
  const found: Filling[] = []
  for (const first of singles)
    for (const second of singles)
      if (first !== second)
        for (const one of first.lines)
          for (const other of second.lines)
            if (rhymes(one.text, other.text))
              found.push({
                lines: [`${one.text}.`, `${other.text}.`],
                tells: [first.tells, second.tells],
                order: (first.order + second.order) / 2,
                worth: one.worth + other.worth + 1 - (first.order > second.order ? 0.4 : 0),
                asks: 0,
              })
  return found
}

interface Wish {
  slots: readonly Slot[]
  halves: readonly HalfVerse[]
  singles: readonly Single[]
  room: Room
  /** Lines of an earlier try: others are better, where there are any. */
  avoid: ReadonlySet<string>
  keyTerms: readonly string[]
  /** How many tellings there are, to spread them over the song. */
  count: number
  random: Random
}

const tries = 4
/** How much chance there is in the choice, so that seeds give different songs. */
const shake = 4

/** How a slot is filled at best after what was heard. */
function best(
  slot: Slot,
  at: number,
  among: readonly Filling[],
  heard: Heard,
  wish: Wish,
  again = false,
): Filling | undefined {
  const { slots, keyTerms, count, random } = wish
  const missing = keyTerms.filter((term) => !heard.has(term))
  const due = (at / Math.max(1, slots.length - 1)) * Math.max(0, count - 1)
  const retold = slot.role === 'close' ? 0.5 : 4
  let top: Filling | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const filling of among) {
    const fresh = filling.tells.filter((one) => !heard.told.has(one)).length
    const quick =
      filling.worth +
      fresh * 2.2 -
      (filling.tells.length - fresh) * retold -
      (slot.role === 'close' ? 0 : Math.abs(filling.order - due) * 0.25) +
      (slot.role === 'turn'
        ? filling.asks * 1.2
        : slot.role === 'close'
          ? -filling.asks * 0.6
          : filling.asks > 1
            ? -1.5
            : 0) +
      random.next() * shake
    if (quick + 2 * missing.length <= most) continue
    const worth =
      quick -
      heard.staleness(filling) +
      2 * missing.filter((term) => filling.lines.some((line) => mentions(line, term))).length
    const stale = wish.avoid.size === 0 ? 0 : filling.lines.filter((line) => wish.avoid.has(line)).length
    if (worth - stale * 2 > most && (again || !heard.repeats(filling))) [top, most] = [filling, worth - stale * 2]
  }
  return top
}

/** Lines for every slot: verses in the order of telling, the chorus last, for it sums up. The best of a few tries. */
export function chooseHalves(wish: Wish): (readonly string[] | undefined)[] {
  const { slots, halves, singles, room } = wish
  const among = {
    quatrain: slots.some(({ shape }) => shape === 'quatrain')
      ? bestOf([...quatrains(halves), ...ledQuatrains(halves, singles, room)], 6, 700)
      : [],
    couplet: slots.some(({ shape }) => shape === 'couplet')
      ? bestOf([...couplets(halves), ...rhymedSingles(singles), ...ledCouplets(singles, room)], 4, 300)
      : [],
    pair: bestOf([...halves.map(alone), ...rhymedSingles(singles), ...ledCouplets(singles, room)], 4, 400),
  }
  const inOrder = slots
    .map((slot, at) => ({ slot, at }))
    .sort((a, b) => Number(a.slot.role === 'close') - Number(b.slot.role === 'close'))
  let song: (Filling | undefined)[] = []
  let most = Number.NEGATIVE_INFINITY
  for (let attempt = 0; attempt < tries; attempt++) {
    const heard = new Heard()
    const filled: (Filling | undefined)[] = slots.map(() => undefined)
    let worth = 0
    for (const { slot, at } of inOrder) {
      // Where little is known, a verse comes back rather than that the song says nothing.
      const filling =
        best(slot, at, among[slot.shape], heard, wish) ?? best(slot, at, among[slot.shape], heard, wish, true)
      if (!filling) continue
      heard.add(filling)
      filled[at] = filling
      worth += filling.worth
    }
    worth += heard.told.size * 3 + wish.keyTerms.filter((term) => heard.has(term)).length * 2
    if (worth > most) [song, most] = [filled, worth]
  }
  return song.map((filling) => filling?.lines)
}
