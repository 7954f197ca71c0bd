import { isThingLine, thingCalled } from '../../../knowledge/things.js'
import type { Random } from '../../random.js'
import { endWord, fits, off, type Room } from './couplet.js'
import { lineSayings } from './say-fact.js'
import { type HalfVerse, liking, type Telling } from './telling.js'
import { type ThingLine, thingLines } from './things-named.js'

/** What it costs to leave a fact for a thing that it names; less than a verse without a rhyme. */
const leaving = 1.5
/** What it costs that the thing comes first and the fact behind it. */
const leading = 0.5
/** What it costs to tell of one thing twice in a row. */
const dwelling = 1.5

/** What is told of things besides facts, for `tells`. */
export const isAboutThing = (told: string): boolean => told.startsWith('thing:')

/** A line behind another on the same subject points back to it: "A bridge can hang from a rope. / It has to stand in wind and in rain." */
export function pointingBack(first: string, second: string): string {
  if (!isThingLine(second)) return second
  const [, article = '', noun = ''] = /^(An?|The) ([\w-]+)(?=['’\s])/.exec(second) ?? []
  if (noun !== '' && first.startsWith(`${article} ${noun} `))
    return second.replace(/^\w+ [\w-]+(['’]s)?/, (_, owned) => (owned ? 'Its' : 'It'))
  const [many = ''] = /^[A-Z][\w-]+s(?= )/.exec(second) ?? []
  const isOne = thingCalled(many.toLowerCase())?.name === many.toLowerCase()
  return many !== '' && !isOne && first.startsWith(`${many} `) ? second.replace(many, 'They') : second
}

/** Ways to say a fact in a line that end on different words. */
const mostWays = 4

type Told = ThingLine & { worth: number }

/** A fact in a line, and behind it or before it a line about a thing that it names. */
function besideFact({ fact, tells, order, worth }: Telling, about: readonly Told[], room: Room, random: Random) {
  const ends = new Set<string>()
  const ways = lineSayings(fact, room)
    .sort((a, b) => b.worth - a.worth)
    .filter(({ text }) => !ends.has(endWord(text)) && ends.add(endWord(text)))
    .slice(0, mostWays)
  const halves: HalfVerse[] = []
  for (const way of ways)
    for (const line of about) {
      if (!way.text.toLowerCase().includes(line.word) || endWord(line.text) === endWord(way.text)) continue
      const add = (first: string, second: string, cost: number) =>
        halves.push({
          lines: [`${first}.`, `${pointingBack(first, second)}.`],
          tells: [tells, `thing:${line.text}`],
          order,
          worth: worth + way.worth + line.worth - leaving - cost + random.next() * liking,
          subject: null,
          asks: false,
        })
      add(way.text, line.text, 0)
      add(line.text, way.text, leading)
    }
  return halves
}

/** Two lines about things that a fact names, to stand behind the fact. */
function behindFact({ tells, order, worth }: Telling, about: readonly Told[], random: Random): HalfVerse[] {
  return about.flatMap((second) => {
    const cost = (first: Told) => (first.thing === second.thing ? dwelling : 0)
    const first = about
      .filter(({ text }) => endWord(text) !== endWord(second.text))
      .reduce<Told | null>((best, one) => (best && best.worth - cost(best) >= one.worth - cost(one) ? best : one), null)
    if (!first) return []
    return {
      lines: [`${first.text}.`, `${pointingBack(first.text, second.text)}.`] as const,
      tells: [`thing:${first.text}`, `thing:${second.text}`],
      behind: tells,
      order: order + 0.2,
      worth: worth + first.worth + second.worth - 2 * leaving - cost(first) + random.next() * liking,
      subject: null,
      asks: false,
    }
  })
}

/** Half verses with lines about things that the facts name. */
export function thingHalves(tellings: readonly Telling[], topic: string, room: Room, random: Random): HalfVerse[] {
  const facts = tellings.map(({ fact }) => fact)
  return tellings.flatMap((telling) => {
    const about = thingLines(telling.fact, facts, topic)
      .filter(({ text }) => fits(text, room))
      .map((line) => ({ ...line, worth: random.next() - off(line.text, room) }))
    return [...besideFact(telling, about, room, random), ...behindFact(telling, about, random)]
  })
}
