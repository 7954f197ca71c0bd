import { finiteVerbs } from '../../../knowledge/word-lists/verbs.js'
import type { Random } from '../../random.js'
import { endWord, off, type Room, rhymes, sizeOf } from './couplet.js'
import { tagPairs, tagsFor } from './partners.js'

/** Words that open a phrase: a sentence may be parted into two lines before them, not inside the phrase. */
const opens =
  /^(in|on|at|by|from|with|through|during|after|before|into|for|under|over|between|among|around|across|along|toward|towards|within|near|against|inside|outside|when|where|while|because|which|who|that|and|but|so|as|to|until|since|like|than|if|is|are|was|were|can|has|have|a|an|the|its|their|his|her)$/i

interface Lines {
  lines: readonly [string, string]
  worth: number
}

/** Words that hold the next one fast: no line ends on them. */
const clings =
  /^(or|up|about|least|most|more|less|such|only|very|not|also|than|many|some|all|every|each|two|three|no|to|other|of|her|his|its|their|my|our|your|be|been|being)$/i

interface Part {
  first: string
  second: string
  /** What it costs to break here. */
  cost: number
}

/** The places where a sentence may break: before a phrase, or at a pinch behind a plural noun. */
function partsOf(text: string): Part[] {
  const words = text.split(' ')
  const parts: Part[] = []
  for (let at = 2; at < words.length - 1; at++) {
    const [before = '', next = ''] = [words[at - 1], words[at]]
    if (
      /^(is|are|was|were)$/i.test(next) &&
      words.slice(at - 3, at).some((word) => /^(where|when|that|which|who|how|what)$/i.test(word))
    )
      continue
    if (opens.test(before) || clings.test(before) || /^(up|down|out|off|away|together|apart|of)$/i.test(next)) continue
    const cost = !opens.test(next)
      ? /[^s]s,?$/.test(before) && !finiteVerbs.has(before.toLowerCase())
        ? 0.6
        : -1
      : /^(a|an|the|its|their|his|her)$/i.test(next)
        ? 0.4
        : 0
    if (cost < 0) continue
    const second = words.slice(at).join(' ')
    parts.push({
      first: words
        .slice(0, at)
        .join(' ')
        .replace(/[,;:]$/, ''),
      second: second.charAt(0).toUpperCase() + second.slice(1),
      cost,
    })
  }
  return parts
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
        if (inRoom(behind + sizeOf(tag)) && endWord(tag) !== endWord(first))
          add(first, `${second}: ${tag}`, -0.2 - cost)
    if (inRoom(behind))
      for (const tag of tagsFor(second))
        if (inRoom(before + sizeOf(tag)) && endWord(tag) !== endWord(second))
          add(`${first}, ${tag},`, second, -0.5 - cost)
    const closings = tagPairs.filter(({ sizes }) => inRoom(before + sizes[0]) && inRoom(behind + sizes[1]))
    for (const { tags } of closings.length > 0 ? [random.pick(closings), random.pick(closings)] : [])
      add(`${first}, ${tags[0]},`, `${second}: ${tags[1]}`, -1 - cost)
  }
  return found
}
