import type { Finding } from '../../domain/finding.js'
import { meterShape } from '../../domain/meter.js'
import { explainChord } from '../theory/explain-chord.js'
import { spellRoman } from '../theory/roman.js'
import type { Check } from './check.js'

/** A chord is spelled as its numeral says, and is diatonic, borrowed, a secondary dominant or Neapolitan. */
export const chordsExplained: Check = (song) => {
  const findings: Finding[] = []
  const { bar } = meterShape(song.meter)
  let beats = 0
  let explained = 0
  let chords = 0
  for (const [section, part] of song.sections.entries())
    for (const [chord, { roman, symbol, beats: length }] of part.chords.entries()) {
      const place = { section, chord, bar: Math.floor(beats / bar + 1e-6) + 1 }
      beats += length
      chords++
      const spelled = spellRoman(roman, song.key)
      if (spelled?.symbol !== symbol)
        findings.push({
          rule: 'chord-spelling',
          severity: 'error',
          place,
          evidence: `${roman} in ${song.key.tonic} ${song.key.mode} is ${spelled?.symbol ?? 'no chord we know'}, but ${symbol} is written.`,
          suggestion: spelled ? `Write ${spelled.symbol}.` : 'Use a numeral such as "ii7", "V7/V" or "bVI".',
          cost: 0.1,
        })
      else if (explainChord(roman, song.key) === null)
        findings.push({
          rule: 'chord-explained',
          severity: 'error',
          place,
          evidence: `Nothing explains ${symbol} (${roman}) in ${song.key.tonic} ${song.key.mode}.`,
          suggestion:
            'Take a chord of the key, one borrowed from a parallel mode, a secondary dominant or the Neapolitan.',
          cost: 0.1,
        })
      else explained++
    }
  return { findings, measures: { chordsExplained: Math.round((explained / chords) * 1000) / 1000 } }
}
