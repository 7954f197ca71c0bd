import { lastWord, rhymeOfWords } from '../../words/rhyme.js'
import { type Room, rhymes } from './couplet.js'
import { bestOf, type Filling, leading, poor, type Single } from './filling.js'
import { questionsFor } from './lead-questions.js'
import { isOfFacts, ledQuatrains, quatrains } from './quatrains.js'
import type { Slot } from './slots.js'
import type { HalfVerse } from './telling.js'

const alone = (half: HalfVerse): Filling => ({ ...half, asks: half.asks ? 1 : 0 })

/** What is told of things beside facts is told for a rhyme's sake. */
const standsAlone = (half: HalfVerse): boolean =>
  isOfFacts(half) || (half.behind === undefined && rhymes(half.lines[0], half.lines[1]))

/** Two lines that rhyme with each other, or nearly, or not at all, in that order of liking. */
function couplets(halves: readonly HalfVerse[]): Filling[] {
  return bestOf(
    halves.filter(standsAlone).map((half) => {
      const [first, second] = half.lines
      const kind = rhymes(first, second) ? 'perfect' : rhymeOfWords(lastWord(first), lastWord(second))
      const cost = kind === 'perfect' ? 0 : kind === 'slant' ? poor.slant : poor.none
      return { ...alone(half), worth: half.worth - cost }
    }),
    3,
    300,
  )
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
    pair: bestOf(
      [...halves.filter(standsAlone).map(alone), ...rhymedSingles(singles), ...ledCouplets(singles, room)],
      10,
      500,
    ),
  }
}
