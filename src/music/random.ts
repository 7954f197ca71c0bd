/** Chance that can be repeated: the same seed gives the same draws, in every process. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** A whole number, both ends included. */
  int(low: number, high: number): number
  /** One of them; throws RangeError when there is none. */
  pick<T>(from: readonly T[]): T
  /** A new array in another order (Fisher–Yates). */
  shuffle<T>(from: readonly T[]): T[]
  /** True with the given probability. */
  chance(probability: number): boolean
}

/** FNV-1a over the parts' text, then a finalizer so that seeds 1 and 2 have nothing in common. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let at = 0; at < text.length; at++) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * A stream of its own for each purpose: `seeded(song.seed, 'melody', 'verse')`. Naming the purpose keeps one draw more in the
 * drums from changing the tune. Generator: mulberry32.
 */
export function seeded(...parts: (string | number)[]): Random {
  let state = hash(parts.join('\u0000'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    pick(from) {
      if (from.length === 0) throw new RangeError('There is nothing to pick from')
      return from[int(0, from.length - 1)]!
    },
    shuffle(from) {
      const deck = [...from]
      for (let last = deck.length - 1; last > 0; last--) {
        const other = int(0, last)
        ;[deck[last], deck[other]] = [deck[other]!, deck[last]!]
      }
      return deck
    },
    chance: (probability) => next() < probability,
  }
}
