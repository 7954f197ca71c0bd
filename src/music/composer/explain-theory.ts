import { meterShape } from '../../domain/meter.js'
import type { TaskInput, TheoryNotes } from '../../domain/tasks.js'
import { layersOf } from '../blend/layers-of.js'
import { cadenceNote } from '../explain/explain-cadence.js'
import { grooveAgainstBass, meterNote } from '../explain/explain-groove.js'
import { homeNote, twoFiveOne, visitingChord } from '../explain/explain-harmony.js'

/** The embedded composer's theory notes: what this very plan lets a student hear, each with its section and bar. */
export function explainTheory(input: TaskInput<'theory_integrator'>): TheoryNotes {
  const { key, meter, sections, skillLevel: level } = input
  const { bar } = meterShape(meter)
  const planned = { key, level, sections }
  const layers = layersOf(input.blend)
  const notes = [
    homeNote(planned),
    meterNote(meter, level, 0),
    cadenceNote(planned, bar),
    twoFiveOne(planned, bar),
    visitingChord(planned, bar),
    layers && grooveAgainstBass(layers, meter, sections, level),
  ]
  return { notes: notes.filter((note) => note !== null) }
}
