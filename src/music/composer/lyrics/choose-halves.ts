import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import type { Room } from './couplet.js'
import { type Filling, fillings, type Single } from './fillings.js'
import type { HalfVerse } from './half-verse.js'
import { Heard } from './heard.js'
import type { Slot } from './slots.js'

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
  const among = fillings(slots, halves, singles, room)
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
