import type { Random } from '../../random.js'
import { endWord, fits, off, type Room, sizeOf } from './couplet.js'
import { subjectOf } from './lead-questions.js'
import { partsOf } from './part-sentence.js'
import { lineSayings, questions, sayings } from './say-fact.js'
import { type HalfVerse, liking, type Telling } from './telling.js'
import { pointingBack, thingHalves } from './thing-halves.js'

const stop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)

function ofOneFact({ fact, tells, order, worth }: Telling, room: Room, random: Random): HalfVerse[] {
  const halves: HalfVerse[] = []
  const subject = subjectOf(fact)
  const add = (first: string, second: string, value: number, asks: boolean) => {
    if (fits(first, room) && fits(second, room))
      halves.push({
        lines: [first, stop(second)],
        tells: [tells],
        order,
        worth: worth + value - off(first, room) - off(second, room) + random.next() * liking,
        subject,
        asks,
      })
  }
  for (const saying of sayings(fact))
    for (const { first, second, cost } of partsOf(saying.text)) {
      // What one line holds is seldom better in two.
      const cut = sizeOf(saying.text) <= room.best ? 1.5 : sizeOf(saying.text) <= room.max ? 0.5 : 0
      const unlike = Math.abs(sizeOf(first) - sizeOf(second)) / 6
      add(first, second, saying.worth + 0.6 - cost - cut - unlike, false)
    }
  for (const { question, answer, kept } of questions(fact)) {
    add(question, answer, kept * 2 - 0.4, true)
  }
  return halves
}

/** A pair of facts, one line each: of facts that stand near each other. */
function ofTwoFacts(tellings: readonly Telling[], room: Room, random: Random): HalfVerse[] {
  const said = tellings.map((telling) => ({
    telling,
    lines: lineSayings(telling.fact, room)
      .sort((a, b) => b.worth - a.worth)
      .slice(0, 4),
  }))
  const halves: HalfVerse[] = []
  for (const [at, first] of said.entries())
    for (const [n, second] of said.entries()) {
      if (n === at || Math.abs(n - at) > 2) continue
      for (const one of first.lines.slice(0, 2))
        for (const other of second.lines)
          if (endWord(one.text) !== endWord(other.text))
            halves.push({
              lines: [stop(one.text), stop(pointingBack(one.text, other.text))],
              tells: [first.telling.tells, second.telling.tells],
              order: Math.min(first.telling.order, second.telling.order) + 0.5,
              worth:
                (first.telling.worth + second.telling.worth) / 2 +
                (one.worth + other.worth) / 2 +
                (n < at ? -3 : 0.3) +
                random.next() * liking,
              subject: null,
              asks: false,
            })
    }
  return halves
}

/** The best few for each word they can end on: a verse chooses among them by rhyme. */
function bestOfEach(halves: readonly HalfVerse[]): HalfVerse[] {
  const kept = new Map<string, number>()
  return [...halves]
    .sort((a, b) => b.worth - a.worth)
    .filter((half) => {
      const key = `${half.behind ?? ''} ${half.tells.join('+')} ${endWord(half.lines[1])}`
      const count = kept.get(key) ?? 0
      kept.set(key, count + 1)
      return count < 3
    })
}

/** Half verses for every fact, in the rooms of the song's lines. */
export const halfVerses = (tellings: readonly Telling[], topic: string, room: Room, random: Random): HalfVerse[] =>
  bestOfEach([
    ...tellings.flatMap((telling) => ofOneFact(telling, room, random)),
    ...ofTwoFacts(tellings, room, random),
    ...thingHalves(tellings, topic, room, random),
  ])
