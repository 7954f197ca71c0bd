import type { Random } from '../../random.js'
import { mentions } from '../../words/mentions.js'
import { remembered } from '../../words/remembered.js'
import type { Room } from './couplet.js'
import type { Filling, Single } from './filling.js'
import { fillings } from './fillings.js'
import { Heard } from './heard.js'
import type { Slot } from './slots.js'
import type { HalfVerse } from './telling.js'
import { isAboutThing } from './thing-halves.js'
import { suitsVoice, type Voice, voices } from './voices.js'

interface Wish {
  slots: readonly Slot[]
  halves: readonly HalfVerse[]
  singles: readonly Single[]
  room: Room
  /** Lines of an earlier try: others are better, where there are any. */
  avoid: ReadonlySet<string>
  keyTerms: readonly string[]
  /** The chorus sings it already. */
  hook: string
  /** The fact that the hook asks or tells of: the chorus answers a question, and adds to a statement. */
  hookTells: string | undefined
  /** How many tellings there are, to spread them over the song. */
  count: number
  random: Random
  voice: Voice
}

const plain = remembered((text) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim(),
)

/** A verse of four lines where no rhyme joins them: two halves after each other. */
function inHalves(
  slot: Slot,
  at: number,
  among: Record<Slot['shape'], Filling[]>,
  heard: Heard,
  wish: Wish,
): Filling | undefined {
  if (slot.shape !== 'quatrain') return undefined
  const first = best(slot, at, among.pair, heard, wish) ?? best(slot, at, among.pair, heard, wish, true)
  const rest = among.pair.filter(({ tells }) => !tells.some((one) => first?.tells.includes(one)))
  const second = first && (best(slot, at, rest, heard, wish) ?? best(slot, at, among.pair, heard, wish, true))
  if (!first || !second) return undefined
  return {
    lines: [...first.lines, ...second.lines],
    tells: [...first.tells, ...second.tells],
    order: first.order,
    worth: first.worth + second.worth,
    asks: first.asks + second.asks,
  }
}

const tries = 4
/** How much chance there is in the choice, so that seeds give different songs. */
const shake = 6

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
  const hook = plain(wish.hook)
  let top: Filling | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const filling of among) {
    const fresh = filling.tells.filter((one) => !heard.told.has(one) && !isAboutThing(one)).length
    const stale = filling.tells.filter((one) => heard.told.has(one)).length
    const isHooks = slot.role === 'close' && filling.tells.some((one) => one === wish.hookTells)
    const quick =
      filling.worth +
      suitsVoice(filling, wish.voice) +
      (isHooks ? (wish.hook.endsWith('?') ? 6 : -3) : 0) +
      fresh * 2.2 -
      stale * (slot.role === 'close' ? 0.5 : filling.asks > 0 ? 1.5 : 5) -
      (heard.hasTold(filling, slot.section) ? 6 : 0) -
      (slot.role === 'close' ? 0 : Math.abs(filling.order - due) * 0.6) +
      (slot.role === 'turn'
        ? filling.asks * 2
        : slot.role === 'close'
          ? -filling.asks * 2
          : filling.asks > 1
            ? -1.5
            : 0) +
      random.next() * shake
    if (quick + 5 * missing.length <= most) continue
    const isHookAgain = plain(filling.lines.join(' ')).includes(hook)
    const worth =
      quick -
      (isHookAgain ? 8 : 0) -
      (heard.hasSaid(filling) ? 4 : 0) -
      (slot.role === 'close' && wish.hook.endsWith('?') && filling.lines[0]?.endsWith('?') ? 4 : 0) -
      heard.staleness(filling) +
      5 * missing.filter((term) => filling.lines.some((line) => mentions(line, term))).length
    const avoided = wish.avoid.size === 0 ? 0 : filling.lines.filter((line) => wish.avoid.has(line)).length
    if (worth - avoided * 2 > most && (again || !heard.repeats(filling))) [top, most] = [filling, worth - avoided * 2]
  }
  return top
}

/**
 * Lines for every slot: verses in the order of telling, the chorus last, for it sums up; or first, where it answers what its hook
 * asks. The best of a few tries.
 */
export function chooseHalves(wanted: Omit<Wish, 'voice'>): (readonly string[] | undefined)[] {
  const wish = { ...wanted, voice: wanted.random.pick(voices) }
  const { slots, halves, singles, room } = wish
  const all = fillings(slots, halves, singles, room)
  const hook = plain(wish.hook)
  const isNew = ({ lines }: Filling) => !lines.some((line) => plain(line) === hook)
  const among = {
    quatrain: all.quatrain.filter(isNew),
    couplet: all.couplet.filter(isNew),
    pair: all.pair.filter(isNew),
  }
  const asks = wish.hook.endsWith('?')
  const inOrder = slots
    .map((slot, at) => ({ slot, at }))
    .sort((a, b) => (asks ? -1 : 1) * (Number(a.slot.role === 'close') - Number(b.slot.role === 'close')))
  let song: (Filling | undefined)[] = []
  let most = Number.NEGATIVE_INFINITY
  for (let attempt = 0; attempt < tries; attempt++) {
    const heard = new Heard()
    const filled: (Filling | undefined)[] = slots.map(() => undefined)
    let worth = 0
    for (const { slot, at } of inOrder) {
      // Where little is known, a verse comes back rather than that the song says nothing.
      const filling =
        best(slot, at, among[slot.shape], heard, wish) ??
        inHalves(slot, at, among, heard, wish) ??
        best(slot, at, among[slot.shape], heard, wish, true)
      if (!filling) continue
      heard.add(filling, slot.section)
      filled[at] = filling
      worth += filling.worth
    }
    worth +=
      [...heard.told].filter((one) => !isAboutThing(one)).length * 3 +
      wish.keyTerms.filter((term) => heard.has(term)).length * 2
    if (worth > most) [song, most] = [filled, worth]
  }
  return song.map((filling) => filling?.lines)
}
