import type { Random } from '../../random.js'
import { fits, off, type Room, rhymes } from './couplet.js'
import { partsOf } from './part-sentence.js'

interface Lines {
  lines: readonly [string, string]
  worth: number
}

/** A sentence over two lines whose own words rhyme. */
export const overTwoLines = (text: string, room: Room, random: Random): Lines[] =>
  partsOf(text)
    .filter(({ first, second }) => fits(first, room) && fits(second, room) && rhymes(first, second))
    .map(({ first, second, cost }) => ({
      lines: [first, `${second}.`],
      worth: 1.5 - cost - off(first, room) - off(second, room) + random.next() * 0.6,
    }))
