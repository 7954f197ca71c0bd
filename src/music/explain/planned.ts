import type { SkillLevel } from '../../domain/mashup-request.js'
import type { PlannedSection } from '../../domain/plan.js'
import type { Chord, Key } from '../../domain/song.js'
import type { TheoryNotes } from '../../domain/tasks.js'

export type Note = TheoryNotes['notes'][number]
export interface Planned {
  key: Key
  level: SkillLevel
  sections: readonly PlannedSection[]
}

/** Bar (from 1) of each chord of a section, one chord or more a bar. */
export function barsOf(chords: readonly Chord[], bar: number): number[] {
  let beats = 0
  return chords.map((chord) => {
    const at = Math.floor(beats / bar + 1e-6) + 1
    beats += chord.beats
    return at
  })
}
