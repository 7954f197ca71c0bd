import type { Random } from '../../random.js'
import { endWord, off, type Room, rhymes, sizeOf } from './couplet.js'
import { partsOf } from './part-sentence.js'
import { tagPairs, tagsFor } from './partners.js'

interface Lines {
  lines: readonly [string, string]
  worth: number
}

/**
 * A fact over two lines. Where its own words do not rhyme, short words to the singers do: after the second part, after the first,
 * or after both; the less of them the better.
 */
export function overTwoLines(text: string, room: Room, random: Random): Lines[] {
  const found: Lines[] = []
  const inRoom = (size: number) => size >= room.min && size <= room.max
  const add = (first: string, second: string, worth: number) =>
    found.push({
      lines: [first, `${second}.`],
      worth: worth - off(first, room) - off(second, room) + random.next() * 0.6,
    })
  for (const { first, second, cost } of partsOf(text)) {
    const [before, behind] = [sizeOf(first), sizeOf(second)]
    if (before > room.max || behind > room.max) continue
    if (inRoom(before) && inRoom(behind) && rhymes(first, second)) add(first, second, 1.5 - cost)
    if (inRoom(before))
      for (const tag of tagsFor(first))
        if (inRoom(behind + sizeOf(tag)) && endWord(tag) !== endWord(first)) add(first, `${second}: ${tag}`, -4 - cost)
    if (inRoom(behind))
      for (const tag of tagsFor(second))
        if (inRoom(before + sizeOf(tag)) && endWord(tag) !== endWord(second))
          add(`${first}, ${tag},`, second, -5 - cost)
    const closings = tagPairs.filter(({ sizes }) => inRoom(before + sizes[0]) && inRoom(behind + sizes[1]))
    for (const { tags } of closings.length > 0 ? [random.pick(closings), random.pick(closings)] : [])
      add(`${first}, ${tags[0]},`, `${second}: ${tags[1]}`, -7 - cost)
  }
  return found
}
