import { lastWord, rhymeOfWords } from '../../words/rhyme.js'
import { endsOf, endWord, type Room, rhymes } from './couplet.js'
import type { HalfVerse } from './half-verse.js'
import { questionsFor, type Subject } from './lead-questions.js'
import type { Slot } from './slots.js'

/** One or two half verses that fill a slot. */
export interface Filling {
  lines: readonly string[]
  tells: readonly string[]
  order: number
  worth: number
  asks: number
}

const alone = (half: HalfVerse): Filling => ({ ...half, asks: half.asks ? 1 : 0 })

/** What lines that should rhyme cost when they do not quite, or not at all. */
const poor = { slant: 4, none: 8 }

const together = (first: HalfVerse, second: HalfVerse, cost: number): Filling => ({
  lines: [...first.lines, ...second.lines],
  tells: [...first.tells, ...second.tells],
  order: (first.order + second.order) / 2,
  worth:
    first.worth +
    second.worth -
    cost -
    Math.abs(first.order - second.order) * 0.15 -
    (first.order > second.order ? 2 : 0),
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
  // Plain words that do not rhyme are better than bent ones that do.
  const plain = bestPerEnd(halves).slice(0, 48)
  for (const first of plain)
    for (const second of plain)
      if (first !== second && goTogether(first, second) && !rhymes(first.lines[1], second.lines[1]))
        found.push(together(first, second, poor.none))
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

/** A fact in its one-line forms, the best first. */
export interface Single {
  tells: string
  order: number
  subject: Subject | null
  lines: readonly { text: string; worth: number }[]
}

/** What it costs to ask about a fact's subject for want of a rhyme between facts. */
const leading = 2.4

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
              (single.order > half.order ? 2 : 0),
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
                worth: one.worth + other.worth + 1 - (first.order > second.order ? 2 : 0),
                asks: 0,
              })
  return found
}

/** What may fill a slot of each shape: the best of every telling. */
export function fillings(
  slots: readonly Slot[],
  halves: readonly HalfVerse[],
  singles: readonly Single[],
  room: Room,
): Record<Slot['shape'], Filling[]> {
  return {
    quatrain: slots.some(({ shape }) => shape === 'quatrain')
      ? bestOf([...quatrains(halves), ...ledQuatrains(halves, singles, room)], 6, 700)
      : [],
    couplet: slots.some(({ shape }) => shape === 'couplet')
      ? bestOf([...couplets(halves), ...rhymedSingles(singles), ...ledCouplets(singles, room)], 4, 300)
      : [],
    pair: bestOf([...halves.map(alone), ...rhymedSingles(singles), ...ledCouplets(singles, room)], 10, 500),
  }
}
