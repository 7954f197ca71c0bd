import type { PlannedLine, PlannedSection } from '../../../domain/plan.js'
import type { Role, Room } from './couplet.js'

/** Lines of a section that are written together: a rhymed couplet, two free lines, or four of which the even ones rhyme. */
export interface Slot {
  shape: 'couplet' | 'pair' | 'quatrain'
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

type Group = Pick<Slot, 'shape' | 'lines'>

/** A ballad's four lines, of which the second and fourth rhyme, from the given one on. */
function isQuatrain(lines: readonly PlannedLine[], at: number): boolean {
  const [first, second, third, fourth] = lines.slice(at, at + 4)
  return (
    fourth !== undefined &&
    ![first, second, third, fourth].some((line) => line?.hook) &&
    first?.rhyme === '' &&
    third?.rhyme === '' &&
    fourth.rhyme !== '' &&
    fourth.rhyme === second?.rhyme
  )
}

/** Quatrains, lines that share a letter two by two, free lines two by two; lines where the hook is sung are not here. */
function groupsOf(lines: readonly PlannedLine[]): Group[] {
  const open = new Map<string, Group>()
  const groups: Group[] = []
  for (let at = 0; at < lines.length; at++) {
    const { hook, rhyme } = lines[at]!
    if (hook) continue
    if (isQuatrain(lines, at)) {
      groups.push({ shape: 'quatrain', lines: [at, at + 1, at + 2, at + 3] })
      at += 3
      continue
    }
    const waiting = open.get(rhyme)
    if (waiting) {
      waiting.lines.push(at)
      open.delete(rhyme)
    } else {
      const group: Group = { shape: rhyme === '' ? 'pair' : 'couplet', lines: [at] }
      groups.push(group)
      open.set(rhyme, group)
    }
  }
  return groups
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
    for (const [at, { shape, lines: group }] of groupsOf(lines).entries()) {
      const role: Role =
        kind === 'chorus' || kind === 'outro'
          ? 'close'
          : kind === 'bridge' && at === 0
            ? 'turn'
            : !opened && kind !== 'pre-chorus'
              ? 'scene'
              : 'fact'
      if (role === 'scene') opened = true
      slots.push({ shape, section, lines: group, room: roomOf(group.map((line) => lines[line]!)), role })
    }
  }
  return slots
}
