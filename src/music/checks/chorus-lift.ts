import type { SectionKind } from '../../domain/song.js'
import type { Check } from './check.js'
import { hear } from './hear.js'

/** The chorus lies higher than the verses: about a third, at least a step. */
export const chorusLift: Check = (song) => {
  const notes = hear(song).flatMap((line) => line.notes)
  const mean = (kind: SectionKind) => {
    const own = notes.filter((note) => note.kind === kind)
    return own.reduce((sum, note) => sum + note.midi, 0) / own.length
  }
  const lift = mean('chorus') - mean('verse')
  if (Number.isNaN(lift)) return { findings: [], measures: {} }
  const measures = { chorusLift: Math.round(lift * 100) / 100 }
  if (lift >= 1.5) return { findings: [], measures }
  return {
    measures,
    findings: [
      {
        rule: 'chorus-lift',
        severity: 'warning',
        place: { section: song.sections.findIndex(({ kind }) => kind === 'chorus') },
        evidence: `The chorus lies ${lift.toFixed(1)} half steps above the verses.`,
        suggestion: 'Raise the chorus by about a third, or lower the verses.',
        cost: 0.05,
      },
    ],
  }
}
