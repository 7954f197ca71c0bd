import type { Finding } from '../../domain/finding.js'
import { asSung } from '../words/as-sung.js'
import type { Check } from './check.js'
import { hear } from './hear.js'

/** The hook is sung three times or more, is short enough to keep, and has its highest note where a voice can open. */
export const hookSung: Check = (song) => {
  const hook = asSung(song.hook)
  const sung = hear(song).filter(({ text }) => hook !== '' && ` ${asSung(text)} `.includes(` ${hook} `))
  const findings: Finding[] = []
  if (sung.length < 3)
    findings.push({
      rule: 'hook-repeated',
      severity: sung.length === 0 ? 'error' : 'warning',
      place: sung[0]?.place ?? {},
      evidence: `The hook "${song.hook}" is sung ${sung.length} ${sung.length === 1 ? 'time' : 'times'}.`,
      suggestion: 'Sing it in every chorus.',
      cost: 0.08,
    })
  const notes = sung[0]?.notes ?? []
  if (notes.length > 10)
    findings.push({
      rule: 'hook-length',
      severity: 'warning',
      place: sung[0]!.place,
      evidence: `The hook has ${notes.length} syllables.`,
      suggestion: 'Four to eight are remembered best.',
      cost: 0.04,
    })
  const top = Math.max(...notes.map(({ midi }) => midi))
  const openTop = notes.some(({ midi, open }) => midi === top && open)
  if (notes.length > 0 && notes.some(({ open }) => open) && !openTop)
    findings.push({
      rule: 'hook-open-vowel',
      severity: 'info',
      place: notes.find(({ midi }) => midi === top)!.place,
      evidence: `The hook's highest note is on "${notes.find(({ midi }) => midi === top)!.syllable}", where the voice closes.`,
      suggestion: 'Put the highest note on a syllable that ends in a vowel.',
      cost: 0,
    })
  return { findings, measures: { hookSung: sung.length, hookOpenTop: openTop ? 1 : 0 } }
}
