import { endsOf, endWord, type Room, rhymes } from './couplet.js'
import { bestOf, type Filling, leading, poor, type Single } from './filling.js'
import { questionsFor } from './lead-questions.js'
import type { HalfVerse } from './telling.js'
import { isAboutThing } from './thing-halves.js'

interface Placed {
  order: number
}

/** What it costs to sing two side by side that are told apart, and to sing the later one first. */
const outOfOrder = (first: Placed, second: Placed): number =>
  Math.abs(first.order - second.order) * 0.15 + (first.order > second.order ? 2 : 0)

const together = (first: HalfVerse, second: HalfVerse, cost: number): Filling => ({
  lines: [...first.lines, ...second.lines],
  tells: [...first.tells, ...second.tells],
  order: (first.order + second.order) / 2,
  worth: first.worth + second.worth - cost - outOfOrder(first, second),
  asks: (first.asks ? 1 : 0) + (second.asks ? 1 : 0),
})

/** With a single fact, a verse says the same in other words. */
const inOtherWords = (first: HalfVerse, second: HalfVerse): boolean =>
  first.behind === undefined && second.behind === undefined && !first.lines.some((line) => second.lines.includes(line))

const areApart = (first: HalfVerse, second: HalfVerse): boolean =>
  !first.tells.some((one) => second.tells.includes(one)) &&
  first.behind === undefined &&
  (second.behind === undefined || first.tells.includes(second.behind))

/** Half verses whose second lines rhyme; where hardly any do, those that come near it, or say different things at least. */
export function quatrains(halves: readonly HalfVerse[], goTogether = areApart): Filling[] {
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
  const plain = bestPerEnd(halves.filter(isOfFacts)).slice(0, 48)
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

/** Whether it tells facts and nothing else. */
export const isOfFacts = ({ tells }: HalfVerse): boolean => !tells.some(isAboutThing)

/** A fact in a line, a question about the next, and that told over two lines whose end rhymes with the question. */
export function ledQuatrains(halves: readonly HalfVerse[], singles: readonly Single[], room: Room): Filling[] {
  const found: Filling[] = []
  for (const half of bestPerEnd(halves.filter(isOfFacts))) {
    if (!half.subject || half.asks) continue
    for (const question of questionsFor(half.lines[1], half.subject, room))
      for (const single of singles) {
        if (half.tells.includes(single.tells)) continue
        for (const line of single.lines.slice(0, 2))
          found.push({
            lines: [`${line.text}.`, question, ...half.lines],
            tells: [single.tells, ...half.tells],
            order: (single.order + half.order) / 2,
            worth: line.worth + half.worth - leading - outOfOrder(single, half),
            asks: 1,
          })
      }
  }
  return found
}
