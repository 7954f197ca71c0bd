import type { PlannedLine, PlannedSection } from '../../../domain/plan.js'
import type { Role, Room } from './couplet.js'

/** Two lines of a section that want a couplet, or one that stands alone. */
export interface Slot {
  section: number
  lines: number[]
  room: Room
  role: Role
}

const roomOf = (lines: readonly PlannedLine[]): Room => ({
  min: Math.max(...lines.map(({ syllables }) => syllables.min)),
  best: Math.round(lines.reduce((sum, { syllables }) => sum + syllables.best, 0) / lines.length),
  max: Math.min(...lines.map(({ syllables }) => syllables.max)),
})

/** Lines that share a letter in pairs; others by themselves. Lines where the hook is sung are not here. */
function pairsOf(lines: readonly PlannedLine[]): number[][] {
  const open = new Map<string, number>()
  const pairs: number[][] = []
  for (const [at, { hook, rhyme }] of lines.entries()) {
    if (hook) continue
    const first = rhyme === '' ? undefined : open.get(rhyme)
    if (first === undefined) {
      pairs.push([at])
      if (rhyme !== '') open.set(rhyme, pairs.length - 1)
    } else {
      pairs[first]!.push(at)
      open.delete(rhyme)
    }
  }
  return pairs
}

/**
 * What the plan's sections ask for, in the order of singing: the song opens with a scene, verses tell facts, the bridge turns,
 * the chorus sums up. A chorus is written once; its later ones sing the same.
 */
export function slotsOf(sections: readonly PlannedSection[]): Slot[] {
  const slots: Slot[] = []
  let opened = false
  let choruses = 0
  for (const [section, { kind, lines }] of sections.entries()) {
    if (kind === 'chorus' && choruses++ > 0) continue
    for (const [at, pair] of pairsOf(lines).entries()) {
      const role: Role =
        kind === 'chorus' || kind === 'outro'
          ? 'close'
          : kind === 'bridge' && at === 0
            ? 'turn'
            : !opened && kind !== 'pre-chorus'
              ? 'scene'
              : 'fact'
      if (role === 'scene') opened = true
      slots.push({ section, lines: pair, room: roomOf(pair.map((line) => lines[line]!)), role })
    }
  }
  return slots
}
