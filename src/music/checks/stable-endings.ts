import type { Finding } from '../../domain/finding.js'
import { isMinorish } from '../theory/keys.js'
import { pitchClass } from '../theory/pitch.js'
import type { Check } from './check.js'
import { hear, share } from './hear.js'

/** Phrases end on a note of their chord, choruses and the song on a note of the home chord. */
export const stableEndings: Check = (song) => {
  const tonic = pitchClass(song.key.tonic)
  const home = [tonic, (tonic + (isMinorish(song.key.mode) ? 3 : 4)) % 12, (tonic + 7) % 12]
  const lines = hear(song).filter(({ notes }) => notes.length > 0)
  const ends = lines.map(({ notes }) => notes.at(-1)!)
  const resting = ends.filter(({ midi, chord }) => chord.includes(midi % 12))
  const last = ends.at(-1)
  const lastStable = last === undefined || home.includes(last.midi % 12)
  const findings: Finding[] = []
  if (last && !lastStable)
    findings.push({
      rule: 'stable-last-note',
      severity: 'error',
      place: last.place,
      evidence: `The song's last note, on "${last.syllable}", is not in the home chord.`,
      suggestion: 'End on the home note, or the third or fifth above it.',
      cost: 0.1,
    })
  const measure = share(resting.length, ends.length)
  const restless = ends.find((note) => !resting.includes(note))
  if (measure < 0.85 && restless)
    findings.push({
      rule: 'stable-phrase-ends',
      severity: 'warning',
      place: restless.place,
      evidence: `Only ${resting.length} of ${ends.length} lines end on a note of their chord.`,
      suggestion: 'Let the last syllable rest on a note of the chord.',
      cost: Math.min(0.1, 0.85 - measure),
    })
  return { findings, measures: { stableLastNote: lastStable ? 1 : 0, phraseEndsOnChord: measure } }
}
