import type { Finding } from '../../domain/finding.js'
import { meterShape } from '../../domain/meter.js'
import { parseSymbol } from '../theory/chord-symbol.js'
import { pitchClass } from '../theory/pitch.js'
import type { Check } from './check.js'

const limits = { shortest: 55, longest: 185 }

/** Sections have whole bars, the form is whole, choruses come home, and the song has a length a lesson can hold. */
export const sectionsAndCadences: Check = (song) => {
  const findings: Finding[] = []
  const { bar } = meterShape(song.meter)
  let beats = 0
  for (const [section, { kind, chords, label }] of song.sections.entries()) {
    const length = chords.reduce((sum, chord) => sum + chord.beats, 0)
    const place = { section, bar: Math.floor(beats / bar + 1e-6) + 1 }
    beats += length
    if (Math.abs(length / bar - Math.round(length / bar)) > 1e-6)
      findings.push({
        rule: 'section-length',
        severity: 'error',
        place,
        evidence: `${label} has ${length} beats, which is no whole number of ${song.meter} bars.`,
        suggestion: `Make it a multiple of ${bar} beats.`,
        cost: 0.1,
      })
    const root = parseSymbol(chords.at(-1)!.symbol)?.root
    if (kind === 'chorus' && (root === undefined || pitchClass(root) !== pitchClass(song.key.tonic)))
      findings.push({
        rule: 'cadence',
        severity: 'warning',
        place: { section, chord: chords.length - 1 },
        evidence: `The chorus ends on ${chords.at(-1)!.symbol} and does not come home.`,
        suggestion: `End it on the chord of ${song.key.tonic}.`,
        cost: 0.05,
      })
  }
  const count = (kind: string) => song.sections.filter((section) => section.kind === kind).length
  if (count('verse') < 2 || count('chorus') < 2 || count('bridge') < 1)
    findings.push({
      rule: 'form',
      severity: 'error',
      place: {},
      evidence: `The song has ${count('verse')} verses, ${count('chorus')} choruses and ${count('bridge')} bridges.`,
      suggestion: 'Give it two verses, a chorus after each, and a bridge.',
      cost: 0.1,
    })
  const seconds = Math.round((beats * 60) / song.tempo)
  if (seconds < limits.shortest || seconds > limits.longest)
    findings.push({
      rule: 'song-length',
      severity: 'warning',
      place: {},
      evidence: `The song lasts ${seconds} seconds.`,
      suggestion: 'Change the tempo or the length of the lines.',
      cost: 0.05,
    })
  return { findings, measures: { seconds } }
}
